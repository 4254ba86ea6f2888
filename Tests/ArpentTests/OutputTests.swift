// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("Outputs and layers, read by others", .serialized)
struct OutputTests {
  /// Standard output of GDAL's own tool; nil when it fails or warns.
  private func ogrinfo(_ path: String) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = path.hasSuffix(".tif") ? ["gdalinfo", path] : ["ogrinfo", "-ro", "-al", "-so", path]
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    try process.run()
    let text = out.fileHandleForReading.readDataToEndOfFile()
    let diagnostics = err.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 && diagnostics.isEmpty ? String(decoding: text, as: UTF8.self) : nil
  }

  @Test("ogrinfo reads every layer of the data pack without a word")
  func layers() throws {
    let folder = ArpentBinary.root + "/geodata/layers"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names.count >= 13)
    for name in names {
      let text = try ogrinfo(folder + "/" + name)
      #expect(text != nil, "\(name)")
      if name.hasSuffix(".geojson") { #expect(text?.contains("4326") == true, "\(name)") }
    }
  }

  @Test("ogrinfo reads every map of a result, and sites.geojson keeps to RFC 7946")
  func maps() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.path + "/plan"
    let run = try ArpentBinary.run(
      "plan", "Tests/ArpentTests/Scenarios/mistral-18000.toml", "-o", place, "--quiet")
    #expect(run.code == 0, "\(run.diagnostics)")
    #expect(try ogrinfo(place + "/sites.geojson")?.contains("Feature Count: 65") == true)
    #expect(try ogrinfo(place + "/connections.geojson")?.contains("Line String") == true)
    #expect(try ogrinfo(place + "/plan.gpkg")?.contains("Feature Count: 65") == true)
    for name in ["sites.geojson", "connections.geojson"] {
      let data = try #require(FileManager.default.contents(atPath: place + "/" + name))
      let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(root["type"] as? String == "FeatureCollection")
      #expect(root["crs"] == nil)
      let features = try #require(root["features"] as? [[String: Any]])
      #expect(Set(features.compactMap { $0["id"] as? String }).count == features.count)
      for feature in features {
        let properties = try #require(feature["properties"] as? [String: Any])
        #expect(properties.values.allSatisfy { !($0 is [Any]) && !($0 is [String: Any]) })
      }
      // Seven decimals at most, in the text itself.
      let text = String(decoding: data, as: UTF8.self)
      let numbers = text.split { !"0123456789.-".contains($0) }
      let coordinates = numbers.filter {
        $0.contains(".") && $0.split(separator: ".").last.map(\.count) ?? 0 > 7
      }
      let listed = text.components(separatedBy: "\"coordinates\"").dropFirst().map { $0.prefix(80) }
      #expect(listed.allSatisfy { part in !coordinates.contains { part.contains($0) } })
    }
  }

  @Test("What the data pack publishes reaches the plan unchanged; what it lacks is marked as an estimate")
  func publishedFiguresStay() throws {
    let run = try ArpentBinary.run("sites", "models/scenarios/france-65.toml", "--format", "json")
    let rows = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    let attributes = Dictionary(
      uniqueKeysWithValues: rows.map {
        ($0["id"] as? String ?? "", $0["attributes"] as? [String: [String: Any]] ?? [:])
      })
    let data = try #require(
      FileManager.default.contents(atPath: ArpentBinary.root + "/geodata/layers/sites.geojson"))
    let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    let features = try #require(root["features"] as? [[String: Any]])
    #expect(features.count == 65)
    var kept = 0
    var filled = 0
    for feature in features {
      let properties = try #require(feature["properties"] as? [String: Any])
      let id = try #require(properties["id"] as? String)
      for key in ["power_mw_max", "power_mw_initial", "area_ha", "connection_year", "grid_kv"] {
        let cell = attributes[id]?[key]
        if let published = properties[key] as? Double {
          #expect(cell?["value"] as? Double == published, "\(id) \(key)")
          #expect(cell?["basis"] as? String != "estimated", "\(id) \(key)")
          kept += 1
        } else if let value = cell?["value"], !(value is NSNull) {
          #expect(cell?["basis"] as? String == "estimated", "\(id) \(key)")
          filled += 1
        }
      }
    }
    #expect(kept > 80)
    #expect(filled > 60)
  }
}
