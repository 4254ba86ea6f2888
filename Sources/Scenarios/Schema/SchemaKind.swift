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

  /// The schema as JSON text.
  package var text: String { JSONWriter.text(.object(members)) }

  private var members: [JSONValue.Member] {
    var writer = SchemaWriter(needsInTables: self != .scenario)
    let body: [JSONValue.Member]
    switch self {
    case .scenario: body = writer.completeUnlessExtended(ScenarioBlocks.shape)
    case .study: body = writer.table(StudyReader.shape)
    case .layers: body = writer.table(LayerPack.shape)
    case .screening: body = writer.table(ScenarioBlocks.shape.child("screening"))
    case .hardware: body = writer.table(HardwareFile.shape)
    case .tiers: body = writer.table(SovereigntyTiersFile.shape)
    case .sites: body = SiteRowSchema.members
    }
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
