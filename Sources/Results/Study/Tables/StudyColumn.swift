// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Studies

extension Column {
  /// As an entry of the schema in `summary.json`; types are named as Arrow and Parquet name them.
  var json: JSONValue {
    let type =
      switch kind {
      case .text: "string"
      case .integer: "int64"
      case .number: "double"
      case .flag: "bool"
      }
    return ["name": .string(name), "type": .string(type), "unit": .string(unit), "meaning": .string(meaning)]
  }
}

/// Names and kinds of the columns of a study's factors.
enum StudyColumn {
  /// A unit as the last part of a name: `EUR/MWh` is `eur_per_mwh`; empty where nothing of it can stand in a
  /// name.
  static func suffix(_ unit: String) -> String {
    var text = ""
    for scalar in unit.unicodeScalars {
      switch scalar {
      case "/": text += "_per_"
      case "%": text += "_percent_"
      case "€": text += "_eur_"
      case "²": text += "2"
      case "³": text += "3"
      default:
        let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        text += isPlain ? scalar.properties.lowercaseMapping : "_"
      }
    }
    return text.split(separator: "_").joined(separator: "_")
  }

  /// The name of a factor's column: its own with its unit, where it does not end so already, and a number
  /// where that name is taken.
  ///
  /// - Parameter taken: Names in use, in lower case; the new one is added.
  static func name(of factor: StudyResult.Factor, taken: inout Set<String>) -> String {
    let unit = suffix(factor.unit)
    var name = factor.name.isEmpty ? "factor" : factor.name
    if !unit.isEmpty, !name.lowercased().hasSuffix("_\(unit)"), name.lowercased() != unit {
      name += "_\(unit)"
    }
    var unique = name
    var number = 2
    while !taken.insert(unique.lowercased()).inserted {
      unique = "\(name)_\(number)"
      number += 1
    }
    return unique
  }

  /// What a factor's values are: numbers, yes or no, or texts; mixed ones are reported as texts.
  static func kind(of factor: Int, in result: StudyResult) -> ReportTable.Kind {
    var numbers = 0
    var flags = 0
    var known = 0
    for row in result.rows {
      guard let value = result.value(factor, of: row) else { continue }
      known += 1
      switch value {
      case .number: numbers += 1
      case .bool: flags += 1
      case .text: break
      }
    }
    if known > 0, numbers == known { return .number }
    return known > 0 && flags == known ? .flag : .text
  }
}
