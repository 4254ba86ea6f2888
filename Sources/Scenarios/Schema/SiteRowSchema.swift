// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Sites

/// A row of a table of sites as a JSON Schema: what planning reads, and any other column beside it.
enum SiteRowSchema {
  /// The keywords for a row, whose empty cells are null or left out.
  static var members: [JSONValue.Member] {
    [
      .init("type", "object"),
      .init(
        "properties",
        .object(
          columns.map { column in
            let schema = JSONValue.object(column.form.schema(unit: column.unit))
            return .init(
              column.name, ["description": .string(column.meaning), "anyOf": [schema, ["type": "null"]]])
          })),
    ]
  }

  /// The columns as a table in Markdown.
  static var table: String {
    "| column | unit | takes | meaning |\n|---|---|---|---|\n"
      + columns.map { column in
        let unit = column.unit.isEmpty ? "" : " \(column.unit)"
        return "| `\(column.name)` |\(unit) | \(KeyTables.takes(column.form)) | \(column.meaning) |\n"
      }.joined()
  }

  /// What planning reads, by name.
  private static var columns: [(name: String, unit: String, form: SiteValueForm, meaning: String)] {
    (SiteAttribute.allCases.map { ($0.rawValue, $0.unit, $0.form, $0.meaning) }
      + SovereigntyFact.allCases.map { ($0.rawValue, "", $0.form, $0.meaning) }).sorted { $0.0 < $1.0 }
  }
}

extension SiteValueForm {
  /// The keywords for a value.
  ///
  /// - Parameter unit: Unit of its numbers; empty for none.
  func schema(unit: String) -> [JSONValue.Member] {
    func text(_ description: String, _ pattern: String) -> [JSONValue.Member] {
      [
        .init("description", .string(description)), .init("type", "string"),
        .init("pattern", .string("^(\(pattern))$")),
      ]
    }
    switch self {
    case .number: return NumberSchema(self, unit: unit)?.members ?? []
    case .word(let words): return [.init("enum", .array(words.map(JSONValue.string)))]
    case .wordOrOther(let words):
      return [.init("type", "string"), .init("examples", .array(words.map(JSONValue.string)))]
    case .countries:
      let code = "(\(CountryCodes.all.sorted().joined(separator: "|"))|unknown)"
      return text("ISO 3166-1 codes divided by bars, or unknown.", "\(code)(\\|\(code))*")
    case .powerSteps:
      let step = "(20[0-9]{2}|2100):[0-9]+([.][0-9]+)?"
      return text("Years and MW, such as 2027:240;2029:700.", "\(step)(;\(step))*")
    case .departement:
      return text(
        "INSEE code of a département, such as 01, 2A or 974.",
        "0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5]|97[1-8]|98[678]")
    case .text: return [.init("type", "string")]
    }
  }
}
