// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import Sites
import Testing

@testable import Exports
@testable import Results

@Suite("A spreadsheet runs nothing that a table holds")
struct SpreadsheetCellTests {
  private static let run = [
    "=1+1", "=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=",
    "-", "-inf", "'=1", "''@x",
  ]
  private static let plain = ["", "a=1", "-12.5", "+3", "-1e9", " =1", "'", "''", "'a", "é", "1-2"]

  @Test func textsThatRunGetAnApostropheAndComeBack() {
    for text in Self.run {
      #expect(SpreadsheetCell.neutral(text) == "'" + text, "\(text)")
      #expect(SpreadsheetCell.original(SpreadsheetCell.neutral(text)) == text)
    }
    for text in Self.plain {
      #expect(SpreadsheetCell.neutral(text) == text)
      #expect(SpreadsheetCell.original(text) == text)
    }
    #expect(SpreadsheetCell.neutralInODS("of:=1+1") == "'of:=1+1")
    #expect(SpreadsheetCell.neutralInODS("OF:=1+1") == "'OF:=1+1")
    #expect(SpreadsheetCell.neutralInODS("of 1") == "of 1" && SpreadsheetCell.neutralInODS("=1") == "'=1")
  }

  @Test func tablesAreNeutralAndNumbersStayNumbers() {
    var table = ReportTable(
      name: "t", columns: [ReportTable.Head("n", .text), ReportTable.Head("v", .number)])
    table.add([.text("=1+1"), .number(-1.5)])
    table.add([.text("-2"), .number(-3)])
    table.add([.text("@a,b"), .missing])
    #expect(CSVWriter.text(table) == "n,v\n'=1+1,-1.5\n-2,-3\n\"'@a,b\",\n")
  }

  @Test(arguments: ["CSV", "ODS", "XLSX", "GeoJSON"])
  func exportsKeepTexts(format: String) throws {
    let folder = try TemporaryFolder()
    let texts = ["=1+1", "of:=1+1", "@x", "-5", "plain"]
    func read(raw: Bool) throws -> [String] {
      let path = folder.file("\(raw).\(format.lowercased())")
      let column = ExportLayer.sites.columns[0].name
      let content = LayerContent(
        .sites, outlines: true, cells: texts.map { [.text($0)] },
        places: texts.map { _ in .point(SiteTable.Position(longitude: 2, latitude: 48)) })
      _ = try LayerFile(
        format: ExportFormat(format, output: ""), options: ExportOptions([]), rawCells: raw,
        contents: [content]
      ).write(to: path)
      // A row of nothing but texts is not distinguished from headings otherwise.
      return try withThreadOptions(["OGR_XLSX_HEADERS": "FORCE", "OGR_ODS_HEADERS": "FORCE"]) {
        let dataset = try Dataset.open(path, contents: .vector, drivers: [format])
        let layer = try #require(dataset.layers().first)
        return try layer.features().map { feature in
          if case .text(let text)? = feature[column] { text } else { "" }
        }
      }
    }
    let wanted =
      switch format {
      case "CSV": ["'=1+1", "of:=1+1", "'@x", "-5", "plain"]
      case "ODS": ["'=1+1", "'of:=1+1", "'@x", "-5", "plain"]
      default: texts
      }
    let found = try read(raw: false)
    #expect(found == wanted, "\(found)")
  }
}
