// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

/// What texts mean, in a set of cases that always runs; `PublicTOMLCases` has many more.
@Suite struct TOMLReadingTests {
  /// A value as text, tables with their keys in order.
  private static func shown(_ value: TOMLValue) -> String {
    switch value.content {
    case .table(let members):
      "{" + members.map { "\($0.key): \(shown($0.value))" }.joined(separator: ", ") + "}"
    case .array(let elements): "[" + elements.map(shown).joined(separator: ", ") + "]"
    case .text(let text): "'\(text)'"
    case .integer(let value): "\(value)"
    case .number(let value): "~\(value)"
    case .boolean(let value): "\(value)"
    case .moment(let moment): "\(moment.kind) \(moment.text)"
    }
  }

  static let readings: [(text: String, shown: String)] = [
    ("", "{}"), ("# a\n\n", "{}"), ("\u{FEFF}a = 1", "{a: 1}"), ("a = 1 # b\r\nc = 2\r\n", "{a: 1, c: 2}"),
    (
      "a = +1_000\nb = -0\nc = 0xDEAD_beef\nd = 0o17\ne = 0b101",
      "{a: 1000, b: 0, c: 3735928559, d: 15, e: 5}"
    ),
    (
      "a = 1.5\nb = -1e3\nc = 6.26E-3_4\nd = inf\ne = -inf\nf = +nan",
      "{a: ~1.5, b: ~-1000.0, c: ~6.26e-34, d: ~inf, e: ~-inf, f: ~nan}"
    ),
    (
      "a = -9223372036854775808\nb = 9223372036854775807", "{a: -9223372036854775808, b: 9223372036854775807}"
    ),
    ("a = 0e-999\nb = 0.0", "{a: ~0.0, b: ~0.0}"),
    ("a = true\nb = false", "{a: true, b: false}"),
    ("a = \"b\\t\\\"\\\\\\u00E9\\U0001F5FA\"\nc = 'd\\e'", "{a: 'b\t\"\\é🗺', c: 'd\\e'}"),
    ("a = \"\"\"\nb\r\n\"\"c\\\n   d\"\"\"\"\"\n", "{a: 'b\n\"\"cd\"\"'}"),
    ("a = '''\nb'c''''", "{a: 'b'c''}"),
    ("a = []\nb = [1, [\"x\", # y\n], { c = 1 },\n]", "{a: [], b: [1, ['x'], {c: 1}]}"),
    ("a = {}\nb = { c.d = 1, \"e f\" = 2 }", "{a: {}, b: {c: {d: 1}, e f: 2}}"),
    ("a.b.c = 1\na.\"d.e\" = 2\n3.14 = 3", "{a: {b: {c: 1}, d.e: 2}, 3: {14: 3}}"),
    ("[a.b]\nc = 1\n[a]\nd = 2\n[ x . \"y z\" ]", "{a: {b: {c: 1}, d: 2}, x: {y z: {}}}"),
    (
      "[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\n[[a.e]]\n[[a.e]]\nf = 3",
      "{a: [{b: 1, c: {d: 2}}, {e: [{}, {f: 3}]}]}"
    ),
    (
      "[fruit]\napple.colour = 1\n[fruit.apple.texture]\nsmooth = true",
      "{fruit: {apple: {colour: 1, texture: {smooth: true}}}}"
    ),
    (
      "a = 1979-05-27T07:32:00Z\nb = 1979-05-27 00:32:00.5-07:00\nc = 1979-05-27t07:32:00\nd = 1979-05-27\ne = 07:32:00",
      "{a: offsetDateTime 1979-05-27T07:32:00Z, b: offsetDateTime 1979-05-27T00:32:00.5-07:00, "
        + "c: localDateTime 1979-05-27T07:32:00, d: localDate 1979-05-27, e: localTime 07:32:00}"
    ),
  ]

  @Test("reads", arguments: readings.indices)
  func reading(_ index: Int) throws {
    let (text, shown) = Self.readings[index]
    #expect(try Self.shown(TOMLValue(document: Array(text.utf8))) == shown)
  }

  @Test func `a value knows its place and its own text`() throws {
    let text = "a = [ 1,\n 'é', { b = 2.50 } ]"
    let bytes = Array(text.utf8)
    let member = try #require(try TOMLValue(document: bytes).members?.first)
    #expect(member.place == TextPlace(line: 1, column: 1))
    #expect(member.value.place == TextPlace(line: 1, column: 5))
    let elements = try #require(member.value.elements)
    #expect(elements.map(\.place.line) == [1, 2, 2])
    #expect(elements.map(\.place.column) == [7, 2, 7])
    #expect(
      elements.map { String(decoding: bytes[$0.source], as: UTF8.self) } == ["1", "'é'", "{ b = 2.50 }"])
  }

  @Test(arguments: ["[2026, 2027]", " 3 ", "{ a = 1 } # b", "'x'", "[\n1\n]\n"])
  func `a value alone`(_ text: String) throws { _ = try TOMLValue(value: text) }

  @Test(arguments: ["", "1 2", "a", "1\nb = 2", "[", "\"", "x = 1", "0,7"])
  func `what is no value alone`(_ text: String) {
    #expect(throws: TOMLFailure.self) { try TOMLValue(value: text) }
  }

  @Test(arguments: [
    "", "\"", "\\", "\\n", "\n\r\t", "\u{1}\u{1F}\u{7F}\u{80}\u{9B}", "é 東 🗺", "'''", "# x", "a b", "1",
  ])
  func `what is written is read`(_ text: String) throws {
    #expect(try TOMLValue(value: TOMLText.quoted(text)).text == text)
    let table = try TOMLValue(document: Array("\(TOMLText.key(text)) = 1".utf8))
    #expect(table.members?.map(\.key) == [text])
  }
}
