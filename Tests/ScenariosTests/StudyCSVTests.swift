// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Studies
import Testing

@testable import Scenarios

/// Cases from a CSV file.
@Suite struct StudyCSVTests {
  private let text = StudyFixture.head + "cases_csv = \"cases.csv\"\n"

  private func made(_ csv: String, with more: String = "") throws -> StudyCases {
    try StudyFixture.cases(text + more, csv: csv)
  }

  @Test func `empty cells take the default row`() throws {
    let made = try made(
      """
      name,label,cost.energy_eur_per_mwh,demand.gpus.2027*,grid.route_factor+
      default,,70,1.0,
      dear,"Dear, very",140,,0.1
      plain,,,,
      """)
    #expect(made.cases.map(\.id) == ["base", "dear", "plain"])
    #expect(made.cases.map(\.label) == ["base", "Dear, very", "plain"])
    #expect(
      made.cases.dropFirst().map(\.overlays) == [
        ["cost.energy_eur_per_mwh=140", "demand.gpus.2027*=1", "grid.route_factor+=0.1"],
        ["cost.energy_eur_per_mwh=70", "demand.gpus.2027*=1"],
      ])
    #expect(made.cases.map(\.values) == [["", "", ""], ["140", "1", "0.1"], ["70", "1", ""]])
    #expect(
      made.factors.map(\.factor) == [
        Factor("cost.energy_eur_per_mwh", path: "cost.energy_eur_per_mwh", domain: .open),
        Factor("demand.gpus.2027*", path: "demand.gpus.2027", verb: .multiply, domain: .open),
        Factor("grid.route_factor+", path: "grid.route_factor", verb: .add, domain: .open),
      ])
    #expect(made.cases[2].assignments.map(\.factor) == [0, 1])
  }

  @Test func `a heading may be the name of a factor`() throws {
    let made = try made("name,ask\na,1.3\n", with: StudyFixture.factors)
    #expect(made.cases.last?.overlays == ["demand.gpus.* *=1.3"])
    #expect(made.cases.last?.values == ["", "1.3"] && made.factors.count == 2)
  }

  @Test func `cells are values as TOML writes them, texts without quotes too`() throws {
    let made = try made(
      #"""
      name,sites.a.status,hardware.use,sites.b.pue,hardware.use+,demand.gpus.2027-,limits.x
      one,secured,"[""rack-72"", 'node-8']",null,node-8,1_000,true
      two,"""secured""",,1.20,"[""node-8""]",,
      """#)
    #expect(
      made.cases.dropFirst().map(\.overlays) == [
        [
          "sites.a.status=secured", "hardware.use=[\"rack-72\", 'node-8']", "sites.b.pue=null",
          "hardware.use+=node-8", "demand.gpus.2027+=-1000", "limits.x=true",
        ],
        ["sites.a.status=\"secured\"", "sites.b.pue=1.2", "hardware.use+=[\"node-8\"]"],
      ])
    for overlay in made.cases.flatMap(\.overlays) {
      #expect(Change(argument: overlay, log: FindingLog()) != nil, "\(overlay)")
    }
  }

  @Test func `a byte order mark, CRLF, empty lines and quoted line ends are read`() throws {
    let made = try made(
      "\u{FEFF}name,label,grid.route_factor\r\n\r\na,\"two\nlines, \"\"quoted\"\"\",1.3\r\n  \r\nb,,1.4")
    #expect(made.cases.map(\.label) == ["base", "two\nlines, \"quoted\"", "b"])
    #expect(made.cases.map(\.overlays) == [[], ["grid.route_factor=1.3"], ["grid.route_factor=1.4"]])
  }

  @Test(arguments: [";", "\t", "|"])
  func `columns may be divided as in any other table`(_ separator: String) throws {
    let made = try made(
      ["name", "label", "grid.route_factor"].joined(separator: separator) + "\n"
        + ["a", "x, y", "1.3"].joined(separator: separator) + "\n")
    #expect(made.cases.map(\.label) == ["base", "x, y"])
    #expect(made.cases.last?.overlays == ["grid.route_factor=1.3"])
  }

  @Test func `the file comes after the written cases and before the stress tests`() throws {
    let more = "[[stress]]\nkind = \"delay-all\"\nyears = 1\nname = \"s\"\n[[cases]]\nname = \"c\"\n"
    #expect(try made("name,grid.route_factor\na,1\n", with: more).cases.map(\.id) == ["base", "c", "a", "s"])
    #expect(try StudyFixture.study(text, csv: "name,grid.route_factor\na,1\n").files.count == 2)
  }

  /// A file and what must be said of it.
  static let faults: [(csv: String, said: [String])] = [
    ("", ["cases.csv: error: the file is empty (begin with"]),
    ("\n \n", ["the file is empty"]),
    ("name,a.b\n", ["cases.csv:1:1: error: the file holds no case"]),
    ("name,a.b\ndefault,1\n", ["the file holds no case"]),
    ("nmae,a.b\na,1\n", ["1:1: error: the first heading must be 'name', found 'nmae'"]),
    ("name;a.b\na;0,7\n", ["2:3: error: '0,7' has a decimal comma", "write 0.7"]),
    (
      "name,label,lable,a.b\na,b,c,1\n",
      ["1:12: error: the heading 'lable' is neither a factor", "did you mean 'label'"]
    ),
    ("name,\na,1\n", ["1:6: error: the heading is empty"]),
    ("name,a..b\na,1\n", ["the heading 'a..b' is no key path"]),
    ("name,a.b=1\na,1\n", ["the heading 'a.b=1' is no key path"]),
    ("name,schema.x\na,1\n", ["1:6: error: schema.x cannot be replaced"]),
    ("name,a.b,a.b\na,1,2\n", ["1:10: error: two columns change the same in the same way"]),
    ("name,a.b\na,1\nb\n", ["3:1: error: the row has 1 cell and the headings 2"]),
    ("name,a.b\na,1,2\n", ["2:1: error: the row has 3 cells and the headings 2"]),
    ("name,a.b\ndefault,1\ndefault,2\na,\n", ["3:1: error: there are two rows named 'default'"]),
    ("name,a.b\na,1\na,2\n", ["3:1: error: another case is called 'a' already"]),
    ("name,a.b\nbase,1\n", ["'base' is the name of the unchanged base"]),
    ("name,a.b\n,1\n", ["2:1: error: '' cannot name a case"]),
    ("name,a.b\na/b,1\n", ["2:1: error: 'a/b' cannot name a case"]),
    ("name,a.b*\na,x\n", ["2:3: error: a.b must be multiplied by a finite number, found the text \"x\""]),
    ("name,a.b*\na,nan\n", ["2:3: error: 'nan' is no finite number"]),
    ("name,a.b\na,[1\n", ["2:3: error: a.b the value is not TOML: the list that begins here has no"]),
    ("name,a.b*\ndefault,x\na,1\n", ["2:9: error: a.b must be multiplied"]),
    ("name,sites.*.connection_year\na,soon\n", ["must be a number, found the text \"soon\""]),
    ("name,sites.*.connection_yaer\na,2030\n", ["connection_yaer unknown key (did you mean"]),
    ("name,a.b\na,\"1\n", ["2:3: error: the quote that opens this cell is never closed"]),
    ("name,a.b\na,\"1\"2\n", ["2:6: error: something follows the closing quote"]),
    ("name,a.b\na,x\"y\n", ["2:4: error: a quote stands inside a cell"]),
    ("name,a.b\ra,1\n", ["1:9: error: a carriage return stands alone"]),
    ("name,a.b\na,1\u{0}\n", ["the file holds a NUL byte"]),
  ]

  @Test("says what is wrong", arguments: faults.indices)
  func fault(_ index: Int) {
    let (csv, said) = Self.faults[index]
    let found = StudyFixture.findings(text, csv: csv)
    for part in said {
      #expect(found.contains { $0.contains(part) }, "\(csv)\n\(found.joined(separator: "\n"))")
    }
  }

  @Test func `all faults of a file are reported at once`() {
    let found = StudyFixture.findings(
      text, csv: "name,a..b,grid.route_factor*\na,1,x\nb,2\na,3,y\n")
    #expect(
      found.map { $0.split(separator: " ").first.map(String.init) ?? "" } == [
        "cases.csv:1:6:", "cases.csv:2:5:", "cases.csv:3:1:", "cases.csv:4:1:", "cases.csv:4:5:",
      ], "\(found.joined(separator: "\n"))")
  }

  @Test func `a file that is no UTF-8 is reported`() throws {
    let files = ScenarioFixture.files.merging([StudyFixture.path: text]) { $1 }
    let reader = FileReader { (path: String) throws(FileReader.Failure) -> [UInt8] in
      if path == StudyFixture.csvPath { return [0xFF, 0xFE, 0x6E] }
      guard let text = files[path] else { throw .notFound }
      return Array(text.utf8)
    }
    let failure = #expect(throws: InputFailure.self) {
      try StudyReader(files: reader).study(StudyFixture.path)
    }
    #expect(failure?.findings.map(\.message).contains("the file is not UTF-8 text") == true)
  }
}
