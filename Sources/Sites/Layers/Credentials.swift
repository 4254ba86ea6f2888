// SPDX-License-Identifier: GPL-3.0-or-later

/// Takes passwords and tokens out of texts that leave the program. A source may hold them
/// (`PG:host=db password=...`, `https://user:pass@host`), and so may every message about it.
///
/// What is hidden: the user part of an address (`//user:pass@`), and the value of whatever is called a
/// password, secret, token, key of an interface, signature or authorization, be it written `name=value` or
/// `name = "value"`. In doubt more is hidden than needed: a value of a connection string runs to the next
/// blank, since it may hold any other character.
package enum Credentials {
  /// What stands in their place.
  package static let mask = "***"

  /// The text without credentials. Hiding twice changes nothing more.
  package static func hidden(in text: String) -> String {
    // Nearly every text holds none; looking for the signs first keeps this cheap.
    guard
      text.utf8.contains(where: {
        $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "%")
      })
    else { return text }
    return String(decoding: withoutValues(withoutUserParts(Array(text.utf8))), as: UTF8.self)
  }

  /// Whether something of this name is secret: an option of a driver, a parameter of an address.
  package static func isSecret(name: String) -> Bool {
    let plain = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    return endings.contains { plain.hasSuffix($0) } || ["sig", "sas", "pw", "pass"].contains(plain)
  }

  private static let endings = [
    "password", "passwd", "pwd", "passphrase", "secret", "token", "apikey", "accesskey", "accesskeyid",
    "authkey", "authorization", "signature", "credential", "credentials", "cookie",
  ]

  private static let maskBytes = Array(mask.utf8)

  /// Hides what stands between `//` and `@` of an address, also where both are escaped.
  private static func withoutUserParts(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      guard let start = userPartStart(text, index) else {
        result.append(text[index])
        index += 1
        continue
      }
      result += text[index..<start.end]
      index = start.end
      if let end = userPartEnd(text, index, isEscaped: start.isEscaped) {
        result += maskBytes
        index = end
      }
    }
    return result
  }

  /// The end of `://` or `%3A%2F%2F` where one begins here.
  private static func userPartStart(_ text: [UInt8], _ index: Int) -> (end: Int, isEscaped: Bool)? {
    if matches(text, index, "://") { return (index + 3, false) }
    if matches(text, index, "%3a%2f%2f") { return (index + 9, true) }
    return nil
  }

  /// The place of the last `@` of an address' host part; nil where it has none.
  private static func userPartEnd(_ text: [UInt8], _ start: Int, isEscaped: Bool) -> Int? {
    var found: Int?
    var index = start
    while index < text.count, !isBlank(text[index]) {
      let byte = text[index]
      if "/?#\"'<>".utf8.contains(byte) { break }
      if isEscaped, matches(text, index, "%2f") || byte == UInt8(ascii: "&") { break }
      if byte == UInt8(ascii: "@") || isEscaped && matches(text, index, "%40") { found = index }
      index += 1
    }
    return found
  }

  /// Hides the values of secret names.
  private static func withoutValues(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "="), let name = name(before: index, in: text) else {
        result.append(text[index])
        index += 1
        continue
      }
      result.append(text[index])
      index += 1
      let isQuery = name.isQuery
      guard isSecret(name: name.text) || isQuery && name.text.lowercased() == "key" else { continue }
      while index < text.count, text[index] == UInt8(ascii: " ") {
        result.append(text[index])
        index += 1
      }
      index = hide(text, from: index, isQuery: isQuery, into: &result)
    }
    return result
  }

  /// Writes the mask for a value and gives the place behind it.
  private static func hide(_ text: [UInt8], from start: Int, isQuery: Bool, into result: inout [UInt8]) -> Int
  {
    guard start < text.count, !isBlank(text[start]) else { return start }
    if text[start...].starts(with: maskBytes) {
      result += maskBytes
      return start + maskBytes.count
    }
    // A quote is itself escaped where the whole source stands in quotes.
    let quote = start + backslashes(text, start)
    if quote < text.count, "'\"{".utf8.contains(text[quote]) {
      result += text[start...quote] + maskBytes
      return closing(of: text[quote], escapedBy: quote - start, text, quote + 1)
    }
    var index = start
    while index < text.count, !isBlank(text[index]), !(isQuery && "&#\"'".utf8.contains(text[index])) {
      index += 1
    }
    result += maskBytes
    return index
  }

  /// Where the quote that ends a value stands, with the backslashes before it; the end of the text where none
  /// does.
  private static func closing(of opening: UInt8, escapedBy depth: Int, _ text: [UInt8], _ start: Int) -> Int {
    let wanted = opening == UInt8(ascii: "{") ? UInt8(ascii: "}") : opening
    var index = start
    while index < text.count {
      let quote = index + backslashes(text, index)
      guard quote < text.count else { return text.count }
      if text[quote] == wanted, quote - index == depth {
        // A quote written twice stands for itself.
        guard quote + 1 < text.count, text[quote + 1] == wanted else { return index }
        index = quote + 2
      } else {
        index = quote + 1
      }
    }
    return text.count
  }

  /// How many backslashes stand here.
  private static func backslashes(_ text: [UInt8], _ index: Int) -> Int {
    text[index...].prefix { $0 == UInt8(ascii: "\\") }.count
  }

  /// The name before an equals sign, and whether it is a parameter of an address.
  private static func name(before end: Int, in text: [UInt8]) -> (text: String, isQuery: Bool)? {
    var last = end
    while last > 0, text[last - 1] == UInt8(ascii: " ") { last -= 1 }
    if last > 0, text[last - 1] == UInt8(ascii: "\"") { last -= 1 }
    var first = last
    while first > 0, isNamePart(text[first - 1]) { first -= 1 }
    guard first < last else { return nil }
    let isQuery = first > 0 && (text[first - 1] == UInt8(ascii: "?") || text[first - 1] == UInt8(ascii: "&"))
    return (String(decoding: text[first..<last], as: UTF8.self), isQuery)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Whether a text of ASCII letters in lower case stands here, whatever its case.
  private static func matches(_ text: [UInt8], _ index: Int, _ wanted: StaticString) -> Bool {
    guard index + wanted.utf8CodeUnitCount <= text.count else { return false }
    return wanted.withUTF8Buffer { buffer in
      buffer.enumerated().allSatisfy { offset, byte in
        let found = text[index + offset]
        return found == byte || (0x41...0x5A).contains(found) && found | 0x20 == byte
      }
    }
  }
}
