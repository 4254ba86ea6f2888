// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Sites

/// A row of a table of sites as a JSON Schema: what planning reads, and any other column beside it.
enum SiteRowSchema {
  /// The keywords for a row, whose empty cells are null or left out.
  static var members: [JSONValue.Member] {
    let attributes = SiteAttribute.allCases.map { ($0.rawValue, $0.form.schema(unit: $0.unit)) }
    let facts = SovereigntyFact.allCases.map { ($0.rawValue, $0.form.schema(unit: "")) }
    let columns = (attributes + facts).sorted { $0.0 < $1.0 }
    return [
      .init("type", "object"),
      .init(
        "properties",
        .object(
          columns.map { name, schema in
            .init(name, ["anyOf": [.object(schema), ["type": "null"]]])
          })),
    ]
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
