// SPDX-License-Identifier: GPL-3.0-or-later

/// Keys and texts as TOML writes them.
package enum TOMLText {
  /// A key: bare where it may be, otherwise in double quotes.
  package static func key(_ key: String) -> String { isBareKey(key) ? key : quoted(key) }

  /// Whether a key needs no quotes.
  package static func isBareKey(_ key: String) -> Bool {
    !key.isEmpty && key.utf8.allSatisfy(TOMLReader.isBareKeyByte)
  }

  /// A text in double quotes with what TOML wants escaped.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
