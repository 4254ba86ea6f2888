// SPDX-License-Identifier: GPL-3.0-or-later

/// What a TOML file of Arpent is, by the tables that no other kind has.
enum FileKind: String, CaseIterable {
  case scenario = "a scenario"
  case study = "a study"
  case hardware = "a hardware file"
  case tiers = "a file of sovereignty tiers"
  case layerPack = "a pack of layers"

  /// Keys of the outermost table that files of this kind alone have.
  private var marks: Set<String> {
    switch self {
    case .scenario:
      [
        "extends", "sites", "horizon", "demand", "objective", "grid", "hardware", "cost", "solver",
        "screening",
      ]
    case .study: ["base", "factors", "cases", "cases_csv", "stress"]
    case .hardware: ["sku", "system", "scalable_unit"]
    case .tiers: ["tier", "secnumcloud"]
    case .layerPack: []
    }
  }

  /// Whether a file has a table of this kind.
  func isMarked(_ node: ConfigNode) -> Bool {
    guard let entries = node.entries else { return false }
    // A pack has layers, as a scenario may, and nothing else.
    if self == .layerPack { return entries["layers"] != nil && entries.count <= 2 }
    return marks.contains { entries[$0] != nil }
  }

  /// What a file is that is surely not of the wanted kind; nil where it may be, with faults.
  static func other(than wanted: FileKind, _ node: ConfigNode) -> FileKind? {
    guard !wanted.isMarked(node) else { return nil }
    return allCases.first { $0 != wanted && $0.isMarked(node) }
  }

  /// What a file of this kind is good for.
  func hint(_ file: String) -> String {
    switch self {
    case .scenario: "plan it with arpent plan \(file) -o DIR, or name it as base of a study"
    case .study: "answer its cases with arpent study run \(file) -o DIR"
    case .hardware: "a scenario names it under [hardware] catalogue"
    case .tiers: "a scenario names it as tiers under [sovereignty]"
    case .layerPack: "a scenario names it as pack under [layers]"
    }
  }
}
