// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import FoundationEssentials
import Reports
import Testing

@Suite struct JSONTests {
  static let sample: JSONValue = .object([
    .init("z", 1), .init("a", -0.5), .init("list", [1, 2.5, "x", .null, true]), .init("empty", .array([])),
    .init("none", .object([])),
    .init("text", "quote \" back \\ tab \t line \n bell \u{07} \u{2028} \u{1F5FA} \u{202E}\u{E9}"),
    .init("nested", [["k": ["deep"]]]),
  ])

  @Test(arguments: [JSONWriter.Layout.pretty, .compact])
  func roundTripKeepsOrderAndValues(layout: JSONWriter.Layout) throws {
    let text = JSONWriter.text(Self.sample, layout: layout)
    let back = try JSONReader.value(text)
    #expect(back == Self.sample)
    #expect(back.members?.map(\.name) == ["z", "a", "list", "empty", "none", "text", "nested"])
    #expect(JSONWriter.text(back, layout: layout) == text)
  }

  @Test(arguments: ["\"a\\u0000b\"", "{\"a\\u0000\": 1}", "[\"\\u0000\"]"])
  func aTextCannotHoldNUL(text: String) {
    let error = #expect(throws: JSONReadingError.self) { try JSONReader.value(text) }
    #expect(error?.message.contains("u0000") == true)
  }

  @Test func twoHundredLevelsAreReadAndNoMore() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(try JSONReader.value(nested(200)).array?.count == 1)
    let error = #expect(throws: JSONReadingError.self) { try JSONReader.value(nested(201)) }
    #expect(error?.message.contains("nested deeper than 200 levels") == true)
  }

  @Test func twoSpellingsOfOneNameAreOneName() throws {
    for (first, second) in [("\u{E9}", "e\u{301}"), ("\u{212B}", "\u{C5}"), ("\\u00e9", "e\\u0301")] {
      let error = #expect(throws: JSONReadingError.self) {
        try JSONReader.value("{\"\(first)\": 1, \"\(second)\": 2}")
      }
      #expect(error?.message.contains("twice") == true)
    }
    #expect(try JSONReader.value("{\"e\u{301}\": 1}")["\u{E9}"] == 1)
  }

  @Test func anotherReaderAgrees() throws {
    struct Sample: Decodable, Equatable {
      var z: Int
      var a: Double
      var text: String
      var nested: [[String: [String]]]
    }
    let text = JSONWriter.text(Self.sample)
    let decoded = try JSONDecoder().decode(Sample.self, from: Data(text.utf8))
    #expect(decoded.z == 1 && decoded.a == -0.5 && decoded.nested == [["k": ["deep"]]])
    #expect(decoded.text == Self.sample["text"]?.string)
  }

  @Test(arguments: [
    (2.0, "2"), (-0.0, "0"), (0.1, "0.1"), (1e15, "1000000000000000"), (1.5e300, "1.5e+300"),
    (0.000_031_25, "0.00003125"), (-1e-7, "-0.0000001"), (1e-8, "1e-08"), (1e22, "1e+22"),
    (1.0 / 3, "0.3333333333333333"),
    (9_007_199_254_740_992, "9007199254740992.0"),
  ])
  func numbersAreShortAndReadBackTheSame(value: Double, text: String) throws {
    let written = JSONWriter.text(.number(value), layout: .compact)
    #expect(written == text)
    #expect(try JSONReader.value(written).double == value)
    #expect(Double(written) == value)
  }

  @Test func thousandsOfNumbersReadBackTheSame() throws {
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite else { continue }
      #expect(try JSONReader.value(JSONWriter.text(.number(value), layout: .compact)).double == value)
      let small = Double(state >> 11) * 1e-22
      #expect(try JSONReader.value(JSONWriter.text(.number(small), layout: .compact)).double == small)
    }
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoNumberIsNull(value: Double) {
    #expect(JSONWriter.text(["v": .number(value)], layout: .compact) == "{\"v\":null}")
  }

  @Test(arguments: [
    ("", 1, 1), ("{", 1, 2), ("{\"a\":1,}", 1, 8), ("[1,]", 1, 4), ("[1 2]", 1, 4),
    ("{\"a\":1,\n \"a\":2}", 2, 2),
    ("01", 1, 1), ("1.", 1, 3), ("1e999", 1, 1), ("-", 1, 2), ("nul", 1, 1), ("\"a\nb\"", 1, 3),
    ("\"\\x\"", 1, 3),
    ("\"\\ud800\"", 1, 3), ("\"\\ud800\\u0041\"", 1, 3), ("\"abc", 1, 1), ("true false", 1, 6), ("NaN", 1, 1),
    ("[\n  1,\n  tru\n]", 3, 3), ("\u{FEFF}{}", 1, 1), ("'a'", 1, 1), ("{a:1}", 1, 2), ("\"\\u12", 1, 4),
    ("// x", 1, 1),
  ])
  func faultsNameTheirPlace(text: String, line: Int, column: Int) {
    let error = #expect(throws: JSONReadingError.self) { try JSONReader.value(text) }
    #expect(error?.line == line, "\(text)")
    #expect(error?.column == column, "\(text)")
  }

  @Test func invalidUTF8AndBottomlessNestingAreRefused() {
    #expect(throws: JSONReadingError.self) { try JSONReader.value([0x22, 0xFF, 0x22]) }
    #expect(throws: JSONReadingError.self) {
      try JSONReader.value(String(repeating: "[", count: 100_000))
    }
  }

  @Test func escapesAreRead() throws {
    #expect(try JSONReader.value("\"\\u00e9\\ud83d\\uddfa\\/\\b\"").string == "\u{E9}\u{1F5FA}/\u{08}")
  }

  @Test func equalityIsOfMeaning() {
    #expect(JSONValue.integer(2) == .number(2))
    #expect(JSONValue.integer(2) != .number(2.5))
    #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    #expect(JSONValue.null != .bool(false))
  }
}
