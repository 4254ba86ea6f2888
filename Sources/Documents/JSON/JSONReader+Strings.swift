// SPDX-License-Identifier: GPL-3.0-or-later

extension JSONReader {
  /// Reads a text from its opening to its closing quotation mark.
  mutating func string() throws(JSONReadingError) -> String {
    let start = position
    position += 1
    var content: [UInt8] = []
    while true {
      guard let byte = peek() else { throw error("a text has no closing quotation mark", at: start) }
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        guard let text = String(validating: content, as: UTF8.self) else {
          throw error("a text is not valid UTF-8", at: start)
        }
        return text
      case UInt8(ascii: "\\"):
        position += 1
        content.append(contentsOf: try escape())
      case ..<0x20:
        throw error("a control character or line end stands in a text; write it as an escape")
      default:
        content.append(byte)
        position += 1
      }
    }
  }

  /// Reads what follows a backslash and returns it as UTF-8.
  private mutating func escape() throws(JSONReadingError) -> [UInt8] {
    let start = position
    guard let byte = peek() else { throw error("the text ends in an escape") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var code = try hexadecimal()
      if (0xD800...0xDBFF).contains(code) {
        guard take("\\"), take("u") else { throw error("half of a surrogate pair", at: start) }
        let low = try hexadecimal()
        guard (0xDC00...0xDFFF).contains(low) else { throw error("half of a surrogate pair", at: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard code != 0 else {
        throw error("a text cannot hold \\u0000: paths and names would end there", at: start)
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("half of a surrogate pair", at: start) }
      return Array(String(Character(scalar)).utf8)
    default: throw error("there is no such escape", at: start)
    }
  }

  private mutating func hexadecimal() throws(JSONReadingError) -> UInt32 {
    let digits = bytes[position..<min(position + 4, bytes.count)]
    let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard digits.count == 4, isHexadecimal,
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("four hexadecimal digits are needed after \\u") }
    position += 4
    return code
  }
}
