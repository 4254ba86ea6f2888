// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization

/// A name that cannot be written to a model file. GLPK would write another name in its place without a word.
package enum ModelNameError: Error, Equatable, CustomStringConvertible {
  /// The number of names differs from the number of rows or columns.
  case wrongCount(kind: String, names: Int, expected: Int)
  /// A name occurs more than once.
  case repeated(kind: String, name: String)
  /// A name has a character, a beginning or a length that the format does not allow.
  case notAllowed(kind: String, name: String, format: ModelFileFormat)

  package var description: String {
    switch self {
    case .wrongCount(let kind, let names, let expected):
      "there are \(names) \(kind) names for \(expected) \(kind)s"
    case .repeated(let kind, let name): "the \(kind) name '\(name)' occurs more than once"
    case .notAllowed(let kind, let name, let format):
      "the \(kind) name '\(name)' is not allowed in a .\(format.rawValue) file; use letters, digits, '_' and '.', "
        + "begin with a letter, and keep to 255 characters"
    }
  }

  /// Checks the names of all rows or columns.
  static func check(_ names: [String], count: Int, _ kind: String, _ format: ModelFileFormat) throws {
    guard names.count == count else {
      throw ModelNameError.wrongCount(kind: kind, names: names.count, expected: count)
    }
    var seen: Set<String> = []
    for name in names {
      guard isAllowed(name, format) else {
        throw ModelNameError.notAllowed(kind: kind, name: name, format: format)
      }
      guard seen.insert(name).inserted else { throw ModelNameError.repeated(kind: kind, name: name) }
    }
  }

  private static func isAllowed(_ name: String, _ format: ModelFileFormat) -> Bool {
    guard (1...255).contains(name.utf8.count) else { return false }
    switch format {
    case .freeMPS:
      // Fields end at blanks; a line that begins with an asterisk is a comment, a dollar sign begins one
      // inside a line.
      return name.utf8.allSatisfy { $0 > 32 && $0 < 127 } && name.first != "*" && name.first != "$"
    case .cplexLP:
      // The characters that all readers of the format agree on. A name that begins with e and a digit reads
      // as a number.
      guard let first = name.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
      let second = name.utf8.dropFirst().first
      if first | 0x20 == UInt8(ascii: "e"), second.map(isDigitOrSign) ?? true { return false }
      return name.utf8.allSatisfy {
        isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isDigitOrSign(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
