// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

/// Numbers as people and spreadsheets write them.
@Suite struct NumberSpellingTests {
  static let spellings: [(written: String, hint: String)] = [
    ("0,7", "write 0.7"), ("-0,75", "write -0.75"), ("12,5", "write 12.5"), ("1234,567", "write 1234.567"),
    ("0,125", "write 0.125"), ("1,500", "write 1_500 for thousands or 1.500 for decimals"),
    ("6 000 000 000", "write 6_000_000_000"), ("6\u{202F}000\u{A0}000", "write 6_000_000"),
    ("6'000'000", "write 6_000_000"), ("6’000", "write 6_000"), ("6.000.000", "write 6_000_000"),
    ("6,000,000", "write 6_000_000"), ("1.234,56", "write 1_234.56"), ("1,234.56", "write 1_234.56"),
    ("1 234,5", "write 1_234.5"), ("1.234.567,8", "write 1_234_567.8"), ("5.", "write 5.0"),
    (".5", "write 0.5"),
    (",5", "write 0.5"), ("+.5", "write +0.5"), ("\u{2212}3", "write -3"),
    ("007", "write 7, or \"007\" for a code"),
    ("7%", "for a ratio write 0.07"), ("7,5 %", "for a ratio write 0.075"),
    ("100 MW", "write 100 alone; the unit is part of the key"),
    ("1,5 M€", "write 1.5 alone; the unit is part of the key"), ("1,5e3", "write 1.5e3"),
    ("6 000 000 000 €", "write 6_000_000_000 alone; the unit is part of the key"),
  ]

  @Test("has the words for a spelling", arguments: spellings.indices)
  func spelling(_ index: Int) {
    let (written, hint) = Self.spellings[index]
    #expect(NumberSpelling(written)?.hint == hint)
  }

  @Test("in a file, beside others, each at its place", arguments: spellings.indices)
  func inFile(_ index: Int) {
    let (written, hint) = Self.spellings[index]
    let said = TOMLFaultTests.said("a = \(written) # why\n[t]\nb = \(written)\n")
    #expect(said.map { String($0.prefix(4)) } == ["1:5 ", "3:5 "])
    #expect(said.allSatisfy { $0.hasSuffix("(\(hint))") }, "\(said)")
  }

  @Test(arguments: [
    ("x = { a = 0,7 }", ["0.7"]), ("x = { a = 0,7, b = 1,25 }", ["0.7", "1.25"]),
    ("x = { 2027 = 6 000, 2028 = 7 000 }", ["6_000", "7_000"]), ("x = { 2027 = 6,000,000 }", ["6_000_000"]),
    ("x = [1 000, 2 000]", ["1_000", "2_000"]), ("x = [7%, 8%]", ["0.07", "0.08"]),
  ]) func `in lists and tables in braces`(_ text: String, _ forms: [String]) {
    let said = TOMLFaultTests.said(text)
    #expect(said.count == forms.count, "\(said)")
    for (line, form) in zip(said, forms) { #expect(line.contains("write \(form)"), "\(line)") }
  }

  @Test("what is advised is TOML", arguments: spellings.indices)
  func advice(_ index: Int) throws {
    let hint = try #require(NumberSpelling(Self.spellings[index].written)?.hint)
    let words = hint.split(separator: " ").map { $0.filter { $0 != "," } }
    for (word, form) in zip(words, words.dropFirst()) where word == "write" || word == "or" {
      #expect(throws: Never.self) { try TOMLValue(value: form) }
    }
  }

  @Test(arguments: [
    "", "7", "-7", "0.7", "1e5", "1_000", "Fouju", "1,2,3", "12 34", "1 b = 2", "2027-01-01", "12:30:00",
    "1]", "a1",
    "10.0.0.1", "1..2", "--1", "1 2 3", "0x10", "77300 Fontainebleau-la-Grande", "1.234", "'", ".", ",",
  ]) func `what is no number, or fine as it is, gets no advice`(_ text: String) {
    #expect(NumberSpelling(text) == nil)
  }

  @Test func `commas in lists stay commas`() throws {
    #expect(try TOMLValue(value: "[0,7]").elements?.count == 2)
    #expect(try TOMLValue(value: "{ 2026 = 1,2027 = 2 }").members?.map(\.key) == ["2026", "2027"])
  }
}
