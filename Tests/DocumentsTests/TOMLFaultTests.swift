// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Glibc
import Testing

/// What is said of texts that are no TOML, and where.
@Suite struct TOMLFaultTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    /// Place, what is said and the cure, of every fault in order.
    var said: [String]
    var testDescription: String { text }
  }

  /// Faults that end the reading, and faults after which it goes on.
  static let faults: [Fault] = [
    // Headers and keys.
    Fault(
      text: "[énergie]",
      said: [
        "1:2 the key 'énergie' must stand in quotes (write \"énergie\"; without quotes a key has only "
          + "letters a to z, digits, _ and -)"
      ]),
    Fault(
      text: "[=]",
      said: ["1:2 a key is missing before '=]' (a setting is written key = value, a header [name])"]),
    Fault(
      text: "[.a]",
      said: ["1:2 a key is missing before '.a]' (a setting is written key = value, a header [name])"]),
    Fault(
      text: "[a..b]",
      said: ["1:4 a key is missing behind the dot (a setting is written key = value, a header [name])"]),
    Fault(
      text: "[a\nb = 1",
      said: ["1:1 the header that begins here has no closing ] (write [a] on a line of its own)"]),
    Fault(text: "[[a]\n", said: ["1:1 the header that begins here has no closing ]] (write [[a]])"]),
    Fault(
      text: "a",
      said: ["1:1 there is no '=' and no value behind 'a' (a setting is written a = ..., a header [a])"]),
    Fault(text: "\n a: 3", said: ["2:3 there is no '=' behind 'a' (write '=' in place of ':')"]),
    Fault(text: "a b = 3", said: ["1:1 the key 'a b' is not in quotes (write \"a b\" = ...)"]),
    Fault(text: "a =", said: ["1:4 'a' has no value behind '=' (write one, or take the key out)"]),
    Fault(text: "// a\n", said: ["1:1 this is no setting (a comment begins with #)"]),
    Fault(
      text: "a = 1 // b",
      said: [
        "1:7 something stands behind the value: '// b' (a comment begins with #; nothing else ends a line)"
      ]),
    Fault(text: "“a” = 1", said: ["1:1 the quotes of the key “a” are curly (use straight quotes: \"a\")"]),
    // Lists and tables in braces.
    Fault(text: "x = [}", said: ["1:6 a value is missing before '}'"]),
    Fault(text: "x = [1,\n2\n", said: ["1:5 the list that begins here has no closing ']'"]),
    Fault(
      text: "x = [1 2]",
      said: [
        "1:8 a list goes on with a comma or ends with ']', found '2]' (the list begins in line 1; is a comma, a "
          + "quote or the ']' missing?)"
      ]),
    Fault(text: "x = { a = 1, }", said: ["1:14 a table in braces has no comma before '}' (take it out)"]),
    Fault(
      text: "x = { a = 1,\n b = 2 }",
      said: [
        "1:5 the table that begins here has no closing '}' on its line (a table in braces stands on one line; for "
          + "more give it a header in square brackets)"
      ]),
    // Texts.
    Fault(
      text: "a = \"b\nc = 1",
      said: ["1:5 the text that begins here has no closing \" (close it with \" on the same line)"]),
    Fault(
      text: "a = \"b”\n",
      said: [
        "1:5 the text that begins here has no closing \" (the closing quote is curly: use straight quotes)"
      ]),
    Fault(
      text: "a = “b” # c\nd = ‘e’\nf = « g »",
      said: [
        "1:5 the quotes of the text are curly (use straight quotes: \"b\")",
        "2:5 the quotes of the text are curly (use straight quotes: \"e\")",
        "3:5 the quotes of the text are curly (use straight quotes: \"g\")",
      ]),
    Fault(
      text: "l = [“a, b”, “l’été”]",
      said: [
        "1:6 the quotes of the text are curly (use straight quotes: \"a, b\")",
        "1:14 the quotes of the text are curly (use straight quotes: \"l’été\")",
      ]),
    Fault(text: "a = Fouju\nb = 2", said: ["1:5 'Fouju' is no value (a text stands in quotes: \"Fouju\")"]),
    Fault(
      text: "p = \"C:\\données\"",
      said: [
        "1:8 \\d means nothing in double quotes (write \\\\ for a backslash, or put the text in single quotes)"
      ]),
    Fault(
      text: "p = \"C:\\users\"",
      said: [
        "1:8 \\u needs 4 hexadecimal digits (write \\\\ for a backslash, or put the text in single quotes)"
      ]),
    Fault(
      text: "a = \"b\\u0000c\"",
      said: [
        "1:7 a text cannot hold the character \\u0000 (take it out: paths and names would end there)"
      ]),
    Fault(text: "a = \"\\ud800\"", said: ["1:6 there is no character d800"]),
    Fault(
      text: "a = '\u{1B}[0m'",
      said: [
        "1:6 there is a control character here, U+001B (take it out, or write it as an escape in double quotes)"
      ]),
    Fault(text: "a = 1\u{0}", said: ["1:5 '1\u{0}' is no value (a text stands in quotes: \"1\\u0000\")"]),
    // Values.
    Fault(text: "a = True", said: ["1:5 'True' is no value (write true in small letters)"]),
    Fault(text: "a = null", said: ["1:5 'null' is no value (there is no empty value: leave the key out)"]),
    Fault(text: "a = oui", said: ["1:5 'oui' is no value (write true, or \"oui\" for a text)"]),
    Fault(text: "a == 1", said: ["1:4 there is a second '=' (write one)"]),
    Fault(
      text: "x = 2027-01-01Tx:",
      said: [
        "1:5 '2027-01-01Tx:' is no date or time (a date is written 2027-01-31, a time 12:30:00)"
      ]),
    Fault(
      text: "x = 2027-02-29",
      said: [
        "1:5 '2027-02-29' is no date or time (a date is written 2027-01-31, a time 12:30:00)"
      ]),
    Fault(
      text: "a = 1e400",
      said: [
        "1:5 the number 1e400 is beyond what a number can hold (whole numbers go to 9223372036854775807, others from "
          + "about 1e-308 to 1e308; is the unit right?)"
      ]),
    // The same key twice.
    Fault(text: "a = 1\na = 2\n", said: ["2:1 the key 'a' stands twice, first in line 1 (keep one of them)"]),
    Fault(
      text: "\u{E9}",
      said: [
        "1:1 the key '\u{E9}' must stand in quotes (write \"\u{E9}\"; without quotes a key has only letters a to z, "
          + "digits, _ and -)",
        "1:1 there is no '=' and no value behind '\"\u{E9}\"' (a setting is written \"\u{E9}\" = ..., a header "
          + "[\"\u{E9}\"])",
      ]),
    Fault(
      text: "\"\u{E9}\" = 1\n\"e\u{301}\" = 2\n",
      said: [
        "2:1 the key 'e\u{301}' stands twice, first in line 1, there with other code points for the same letters "
          + "(accents apart or within) (keep one of them)"
      ]),
    Fault(
      text: "[a]\nx = 1\n[a]\ny = 2\n",
      said: [
        "3:1 the table 'a' stands twice, first in line 1 (put their keys under one header)"
      ]),
    Fault(
      text: "[a]\n[[a]]\n",
      said: [
        "2:1 'a' is a table with a header of its own in line 1 and cannot be added to here (put all its keys there)"
      ]),
    Fault(
      text: "a = { b = 1 }\n[a.c]\n",
      said: [
        "2:2 'a' is a table in braces in line 1 and cannot be added to here (put all its keys there)"
      ]),
    Fault(
      text: "a = 1\na.b = 2\n",
      said: [
        "2:1 'a' is a value in line 1 and cannot be added to here (take another name for one of them)"
      ]),
  ]

  /// Faults as one line each.
  static func said(_ text: String, limits: TOMLLimits = .standard) -> [String] {
    do throws(TOMLFailure) {
      _ = try TOMLValue(document: Array(text.utf8), limits: limits)
      return []
    } catch {
      return error.faults.map { fault in
        let hint = fault.hint.isEmpty ? "" : " (\(fault.hint))"
        return "\(fault.place.line):\(fault.place.column) \(fault.message)\(hint)"
      }
    }
  }

  @Test("says what is wrong, where, and what to write", arguments: faults)
  func fault(_ fault: Fault) { #expect(Self.said(fault.text) == fault.said) }

  @Test(arguments: [
    ("\u{FEFF}a = 1\r\nb = ,\r\n", "2:5"), ("\u{FEFF}a = ,", "1:5"), ("\"é\" = [\n'''a\n\n''', !]", "4:6"),
  ]) func `lines and columns count characters`(_ text: String, _ place: String) {
    #expect(Self.said(text).first?.hasPrefix(place + " ") == true, "\(Self.said(text))")
  }

  @Test func `a file in another encoding is reported with the line`() {
    let bytes: [UInt8] = Array("a = 1\nb = \"".utf8) + [0xE9] + Array("\"\n".utf8)
    #expect(throws: TOMLFailure.self) { try TOMLValue(document: bytes) }
    do throws(TOMLFailure) { _ = try TOMLValue(document: bytes) } catch {
      #expect(error.faults.map(\.place.line) == [2])
      #expect(error.faults.first?.message == "the file is not UTF-8 text")
    }
    do throws(TOMLFailure) { _ = try TOMLValue(document: [0xFF, 0xFE, 0x61, 0]) } catch {
      #expect(error.faults.first?.message == "the file is not UTF-8 text but UTF-16")
    }
  }

  // MARK: Limits

  @Test func `depth is limited in every way that nests`() {
    let deep = 100_000
    let keys = Array(repeating: "a", count: deep).joined(separator: ".")
    for text in [
      "\(keys) = 1", "[\(keys)]", "[[\(keys)]]", "x = { \(keys) = 1 }",
      "x = " + String(repeating: "[", count: deep), "x = " + String(repeating: "{a=", count: deep),
      "x = " + String(repeating: "[{a=", count: deep),
    ] {
      let said = Self.said(text)
      #expect(said.count == 1)
      #expect(said.first?.contains("nested more than 64 deep") == true, "\(said)")
    }
    func nested(_ depth: Int) -> String {
      "x = " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(Self.said(nested(63)) == [])
    #expect(Self.said(nested(64)) != [])
  }

  @Test func `size is limited`() {
    let limits = TOMLLimits(bytes: 1_000_000, values: 100, depth: 64)
    let few = "x = [" + String(repeating: "1,", count: 97) + "]"
    #expect(Self.said(few, limits: limits) == [])
    #expect(
      Self.said("y = 1\n" + few, limits: limits).first?.contains("more than 100 keys and values") == true)
    let long = "# " + String(repeating: "x", count: 1_000_000)
    #expect(Self.said(long, limits: limits).first?.contains("larger than 1 MB") == true)
  }

  @Test func `no more than a hundred faults are reported`() {
    #expect(Self.said(String(repeating: "a = 0,7\n", count: 1_000)).count == 100)
  }

  @Test func `time grows with the length of the text alone`() throws {
    let count = 100_000
    let texts = [
      "x = [" + String(repeating: "1, ", count: count) + "]",
      "x = { " + (0..<count).map { "k\($0) = 1" }.joined(separator: ", ") + " }",
      String(repeating: "[[x]]\n", count: count),
      "x = [" + String(repeating: "[],", count: count) + "]",
      "x = [" + String(repeating: "“a”,", count: count) + "]",
      "x = [" + String(repeating: "6 000,", count: count) + "]",
    ]
    for text in texts {
      let start = Self.processorSeconds()
      _ = Self.said(text)
      #expect(Self.processorSeconds() - start < 10, "\(text.prefix(20))")
    }
  }

  /// Time of the processor: on a busy machine that of the wall says nothing.
  private static func processorSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
