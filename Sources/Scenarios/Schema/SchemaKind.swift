// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Sites

/// What there is a JSON Schema of: every kind of file that a planner writes, the block of a screening, and
/// the row of a table of sites.
package enum SchemaKind: String, CaseIterable, Sendable {
  case scenario
  case study
  case layers
  case screening
  case hardware
  case tiers
  case sites

  /// What it is, in words.
  package var words: String {
    switch self {
    case .scenario: FileKind.scenario.rawValue
    case .study: FileKind.study.rawValue
    case .layers: FileKind.layerPack.rawValue
    case .screening: "the [screening] block of a scenario"
    case .hardware: FileKind.hardware.rawValue
    case .tiers: FileKind.tiers.rawValue
    case .sites: "a row of a table of candidate sites"
    }
  }

  /// What the file may hold, with a sentence for every key; nil for rows of a table.
  var shape: TableShape? {
    switch self {
    case .scenario: ScenarioBlocks.shape.explained(path)
    case .study: StudyReader.shape.explained(path)
    case .layers: LayerPack.shape.explained(path)
    case .screening: ScenarioBlocks.shape.child("screening").explained(path)
    case .hardware: HardwareFile.shape.explained(path)
    case .tiers: SovereigntyTiersFile.shape.explained(path)
    case .sites: nil
    }
  }

  /// Where `keys.toml` has the root of the file.
  var path: String {
    switch self {
    case .scenario, .layers: ""
    // A scenario may hold a product whole.
    case .hardware: "skus"
    case .study, .screening, .tiers, .sites: rawValue
    }
  }

  /// Its keys as tables in Markdown.
  ///
  /// - Parameter table: The one table that is wanted, its keys joined by dots, without names that a planner
  ///   gives; all of them where nil. Empty text where there is none of that name.
  package func keyTables(_ table: String? = nil) -> String {
    guard let shape else { return table == nil ? SiteRowSchema.table : "" }
    // Products are the files of their own kind.
    let within = self == .scenario ? shape.without("skus") : shape
    return KeyTables(within, path: path).text(table: table)
  }

  /// The schema as JSON text.
  package var text: String { JSONWriter.text(.object(members)) }

  private var members: [JSONValue.Member] {
    var writer = SchemaWriter(needsInTables: self != .scenario)
    let body =
      shape.map { self == .scenario ? writer.completeUnlessExtended($0) : writer.table($0) }
      ?? SiteRowSchema.members
    let head: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("title", .string("Arpent: \(words)")),
      .init("description", .string("Written by arpent schema \(rawValue), from the reader of the program.")),
    ]
    let definitions = writer.definitions.sorted { $0.key < $1.key }.map {
      JSONValue.Member($0.key, $0.value)
    }
    return head + body + (definitions.isEmpty ? [] : [.init("$defs", .object(definitions))])
  }
}
