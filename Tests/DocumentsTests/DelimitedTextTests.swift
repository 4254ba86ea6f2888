// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Documents

@Suite("CSV and its kin")
struct DelimitedTextTests {
  private func read(
    _ text: String, _ separator: Separator = .comma, keeping: DelimitedText.Keeping = .everything,
    piece: Int = 7
  ) -> DelimitedText {
    var table = DelimitedText(separator: separator, keeping: keeping)
    let bytes = Array(text.utf8)
    // In pieces of every size, since a file comes in pieces.
    for start in stride(from: 0, to: bytes.count, by: piece) {
      table.take(Array(bytes[start..<min(start + piece, bytes.count)]))
    }
    table.finish()
    return table
  }

  @Test("Cells come out whole whatever the pieces", arguments: [1, 2, 3, 5, 1_000])
  func cells(piece: Int) {
    let table = read(
      "\u{FEFF}a,\"b\nc\",\"d \"\"e\"\"\"\r\n\r\n,é,\n  \n1,2,3", piece: piece)
    #expect(
      table.rows.map { $0.map(\.text) } == [["a", "b\nc", "d \"e\""], ["", "é", ""], ["1", "2", "3"]])
    #expect(table.rows[1][2].place == DelimitedText.Place(line: 4, column: 4))
    #expect(table.faults.isEmpty)
  }

  @Test("A row with more or fewer fields than the header is a fault with its line, also the one that is cut")
  func ragged() {
    let table = read("a;b;c\n1;2;3\n1;2; x;3\n\n1;2\n", .semicolon, keeping: .header)
    #expect(
      table.faults.map(\.place.line) == [3, 5]
        && table.faults.map(\.message) == [
          "4 fields where the header has 3", "2 fields where the header has 3",
        ])
    #expect(read("a,b\n1,2\n3", keeping: .header).faults.first?.message == "1 field where the header has 2")
    #expect(read("a,b\n1,2\n  \n", keeping: .header).faults.count == 1)
    let many = read("a,b\n" + String(repeating: "1\n", count: 25), keeping: .header)
    #expect(many.faults.count == 10 && many.furtherFaults == 15)
  }

  @Test("A quote that never closes is a fault on the line on which it opens")
  func open() {
    let table = read("a,b\n1,2\n3,\"x\n4,y\n", keeping: .header)
    #expect(table.faults.first?.place == DelimitedText.Place(line: 3, column: 3))
    #expect(table.faults.first?.message.contains("never closed") == true)
  }

  @Test(
    "What cannot be read for sure is a fault",
    arguments: ["a,b\n1, \"x\"\n", "a,b\n1,5\"\n", "a,b\n1,\"x\" \n", "a,b\r1,2\n", "a,b\n1,\0\n", "\r"])
  func faults(text: String) {
    #expect(!read(text, keeping: .header).faults.isEmpty)
  }

  @Test("Lines of rows are known where cells span lines and lines are empty")
  func lines() {
    let table = read("a,b\n1,2\n\n\"x\ny\",3\n4,5\n", keeping: .header)
    #expect((0..<3).map { table.line(ofRow: $0) } == [2, 4, 6])
    let plain = read("a,b\n1,2\n3,4\n", keeping: .header)
    #expect((0..<2).map { plain.line(ofRow: $0) } == [2, 3] && plain.lines.isEmpty)
    #expect(read("a,b\n\n1,2\n3,4\n", keeping: .header).line(ofRow: 1) == 4)
  }

  @Test(
    "The separator is the one that divides all rows alike",
    arguments: [
      ("a,b\n1,2\n", Separator.comma), ("a;b\n1,5;2,5\n", .semicolon), ("a\tb\n1\t2\n", .tab),
      ("a|b\n1|2\n", .bar), ("a;b;v, u\n1;2;3\n", .semicolon), ("\"a;b\",c\n1,2\n", .comma),
      ("a b\n1 2\n", .space), ("a name\nx\n", .comma), ("a\n1\n", .comma), ("", .comma),
      ("a;b;c\n1;2;3\n1;2;x;3\n", .semicolon), ("a,b,c\n1,2;3,4\n", .comma),
    ])
  func separator(text: String, separator: Separator) {
    #expect(Separator.found(in: Array(text.utf8), isWhole: true) == separator)
  }

  @Test("A row that is cut by the end of the sample says nothing of the separator")
  func sample() {
    #expect(Separator.found(in: Array("a;b,c\n1;2\n3;4\n5".utf8), isWhole: false) == .semicolon)
  }
}
