// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// What keys are that are no figures, as `keys.toml` in the program has it.
enum KeyMeanings {
  /// Sentences by table and key; empty where the file cannot be read, which a test rules out.
  static let all: [String: [String: String]] = {
    let file = try? TOMLValue(document: PackageResources.keys_toml)
    return (file?.members ?? []).reduce(into: [:]) { all, table in
      for entry in table.value.members ?? [] { all[table.key, default: [:]][entry.key] = entry.value.text }
    }
  }()

  /// The sentence of a key, with the table of the file in which it stands; nil where there is none.
  static func find(_ key: String, in tables: [String]) -> (table: String, meaning: String)? {
    for table in tables {
      if let meaning = all[table]?[key] { return (table, meaning) }
    }
    return nil
  }
}

extension TableShape {
  /// Tables of `keys.toml` that may explain the keys of this one, the nearest first.
  ///
  /// - Parameter path: Keys that lead here, joined by dots, without names that a planner gives; empty for the
  ///   root of a scenario.
  func explainingTables(_ path: String) -> [String] {
    // Further tables of sites have the keys of the first.
    let own = path.isEmpty ? "scenario" : path.replacing("sites.add", with: "sites")
    return (fixed.map { ["\(own).\($0.word)"] } ?? []) + [own, "any"]
  }

  /// The path of the tables under a key.
  static func path(_ path: String, to key: String) -> String {
    key == anyName || key == anyYear ? path : path.isEmpty ? key : "\(path).\(key)"
  }

  /// The same table, with a sentence for every key, here and below, that no field explains.
  func explained(_ path: String) -> TableShape {
    for key in entries.keys {
      note(key) { entry in
        guard entry.meaning.isEmpty else { return }
        entry.meaning = KeyMeanings.find(key, in: explainingTables(path))?.meaning ?? ""
      }
      for table in children(key) { _ = table.explained(Self.path(path, to: key)) }
    }
    return self
  }
}
