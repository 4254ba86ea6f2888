// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// A scenario with its own sites and layers, run by the real binary.
struct SourceScenario {
  /// Path of the folder of the scenario and of the files it names.
  var path: String
  /// `[sites]` without its header.
  var sites = """
    source = "sites.csv"
    crs = "EPSG:2154"
    """
  /// Layers, as they stand in a scenario.
  var layers: String
  /// The shipped base, from which prices and hardware are taken and none of its layers.
  var base = ArpentBinary.root + "/models/scenarios/france-65.toml"

  /// A scenario in a folder.
  init(path: String, layers: String) {
    self.path = path
    self.layers = layers
  }

  /// A scenario in a folder of the test's own.
  init(folder: TemporaryFolder, layers: String) { self.init(path: folder.path, layers: layers) }

  /// Writes the scenario with the sites of `Posts`, unless the folder has its own, and gives its path.
  func write() throws -> String {
    func put(_ name: String, _ text: String) throws -> String {
      let file = path + "/" + name
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      return file
    }
    if !FileManager.default.fileExists(atPath: path + "/sites.csv") { _ = try put("sites.csv", Posts.sites) }
    _ = try put("no-layers.toml", "schema = 1\n[layers]\n")
    return try put(
      "scenario.toml",
      """
      schema = 1
      name = "Sources"
      extends = "\(base)"
      [sites]
      \(sites)
      [layers]
      pack = "no-layers.toml"
      \(layers)
      """)
  }

  /// Runs `arpent sites` on it.
  func run() throws -> ArpentBinary.Run {
    try ArpentBinary.run("sites", write(), "--format", "json", directory: path)
  }

  /// The site table.
  ///
  /// - Throws: `Tool.Failure` with what the binary said, if it fails.
  func table() throws -> SiteValues {
    let run = try run()
    guard run.code == 0 else {
      throw Tool.Failure(description: "arpent sites: exit \(run.code)\n\(run.diagnostics)\n\(layers)")
    }
    return try SiteValues(json: run.output)
  }
}

/// The site table as `arpent sites --format json` prints it.
struct SiteValues {
  private struct Site: Decodable {
    struct Attribute: Decodable {
      var value: Value?
      var unit: String?
      var missing: String?
    }
    enum Value: Decodable, Equatable {
      case number(Double)
      case text(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }
    var id: String
    var attributes: [String: Attribute]
  }

  private let sites: [String: [String: Site.Attribute]]

  /// Reads what the command printed.
  init(json: String) throws {
    let rows = try JSONDecoder().decode([Site].self, from: Data(json.utf8))
    sites = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.attributes) })
  }

  /// Identifiers of the sites.
  var ids: [String] { sites.keys.sorted() }

  /// Whether a site has an attribute at all, be it missing.
  func has(_ site: String, _ attribute: String) -> Bool { sites[site]?[attribute] != nil }

  /// Number of a site; nil when it is missing or a text.
  func number(_ site: String, _ attribute: String) -> Double? {
    if case .number(let number)? = sites[site]?[attribute]?.value { number } else { nil }
  }

  /// Text of a site; nil when it is missing or a number.
  func text(_ site: String, _ attribute: String) -> String? {
    if case .text(let text)? = sites[site]?[attribute]?.value { text } else { nil }
  }

  /// Unit of an attribute.
  func unit(_ site: String, _ attribute: String) -> String? { sites[site]?[attribute]?.unit }

  /// Why a value is missing.
  func missing(_ site: String, _ attribute: String) -> String? { sites[site]?[attribute]?.missing }
}
