// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// What a saved answer of a service says of itself: that there is more than it holds.
enum StatedCount {
  /// Drivers of files that services hand out, in which they may say so.
  private static let drivers: Set<String> = ["GeoJSON", "ESRIJSON", "TopoJSON", "GML", "OSM"]

  /// Why a source is a part and not the whole, and how to get the whole; nil where it does not say so.
  static func shortfall(of source: String, driver: String) -> String? {
    guard drivers.contains(driver), let path = path(of: source, driver: driver) else { return nil }
    switch driver {
    case "GML": return (try? VirtualFile.head(path, byteLimit: 1 << 16)).flatMap { markup($0) }
    case "OSM": return (try? VirtualFile.tail(path, byteLimit: 1 << 14)).flatMap { remark($0) }
    default:
      var outline = JSONOutline()
      guard (try? VirtualFile.forEachChunk(of: path) { outline.add($0) }) != nil else { return nil }
      return outline.shortfall(isPagedByDriver: driver == "ESRIJSON" && source.contains("://"))
    }
  }

  /// The file behind a source; nil for a database and for text that is the source itself.
  private static func path(of source: String, driver: String) -> String? {
    let bytes = SourcePath.ofBytes(source)
    if bytes.hasPrefix("/vsi") { return bytes }
    if VirtualFile.exists(source) { return source }
    guard source.lowercased().hasPrefix(driver.lowercased() + ":") else { return nil }
    return path(of: String(source.dropFirst(driver.count + 1)), driver: driver)
  }

  /// The first element of a collection that a feature service sent.
  private static func markup(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "FeatureCollection") else { return nil }
    let element = text[start.upperBound...].prefix { $0 != ">" }
    func attribute(_ name: String) -> String? {
      guard let key = element.firstRange(of: " \(name)=") ?? element.firstRange(of: "\n\(name)=") else {
        return nil
      }
      let rest = element[key.upperBound...]
      guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
      return String(rest.dropFirst().prefix { $0 != quote })
    }
    let returned = attribute("numberReturned").flatMap { Int($0) }
    if let matched = attribute("numberMatched").flatMap({ Int($0) }), let returned, returned < matched {
      return part(of: matched, holds: returned, says: "numberMatched")
    }
    if let next = attribute("next"), !next.isEmpty {
      return page(holds: returned, says: "next")
    }
    return nil
  }

  /// What Overpass writes at the end of an answer that it broke off.
  private static func remark(_ bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let start = text.firstRange(of: "<remark>") else { return nil }
    let words = text[start.upperBound...].prefix { $0 != "<" }
    guard words.contains("error") || words.contains("out of memory") || words.contains("timed out") else {
      return nil
    }
    return
      "is a part and not the whole: the server broke off and wrote '\(Blanks.trimmed(String(words)).prefix(160))'; ask for a smaller area, or "
      + "with a larger [timeout:...] and [maxsize:...]"
  }

  static func part(of matched: Int, holds returned: Int, says key: String) -> String {
    "holds \(returned) of \(matched) features (it says so in \(key)), so it is a part and not the whole; fetch all pages, by startIndex or offset or by "
      + "following the links to the next page, or ask for more at a time (limit, count), and put them into one file"
  }

  static func page(holds returned: Int?, says key: String) -> String {
    "is one page of several\(returned.map { ", with \($0) features" } ?? "") (it says where the next one is, in \(key)), so it is a part and not the "
      + "whole; fetch all pages and put them into one file, or name the service itself as source (OAPIF:... or WFS:...)"
  }
}
