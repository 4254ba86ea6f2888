// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Planning
import PlanningModel
import Quantities
import Testing
import Wording

@testable import Results
@testable import Views

@Suite("A design is reported once")
struct SpecificationLineTests {
  @Test("Page and terminal say what everybody reads in the same words", arguments: [18_000, 200_000])
  func sameWords(gpus: Int) throws {
    let fixture = try SpecificationFixture(gpus: gpus) { site, conditions in
      site.connectionMW = 1_000
      conditions.connectionMW = 1_000
    }
    let specification = fixture.specification
    let terminal = try fixture.page().split(separator: "\n")
    let sheet = DesignSheet(name: "Site", specification: specification, opensYear: 2030)
    let page = Markup.joined(sheet.content).source()
    let leaves = SpecificationLine.leaves(of: specification.design.lines + specification.lines)
    var count = 0
    for (path, _, line) in leaves where line.level == .summary {
      guard let shown = line.shown?.english else { continue }
      count += 1
      #expect(page.contains("<th scope=\"row\">\(line.label.english)</th>"), "\(path)")
      #expect(page.contains("<td class=\"text\">\(shown)"), "\(path): \(shown)")
      #expect(
        terminal.contains {
          $0.contains("  \(line.label.english) ") && $0.contains(shown.split(separator: ";")[0])
        },
        "\(path): \(line.label) \(shown)")
    }
    #expect(count > 30)
    #expect(page.contains("decision, to run within 2030"))
  }

  @Test("Every label that a page shows, of a design and of a kind of rule, has French words")
  func frenchLabels() throws {
    let specification = try SpecificationFixture(gpus: 18_000).specification
    let leaves = SpecificationLine.leaves(of: specification.design.lines + specification.lines)
    let shown = leaves.filter { $0.2.level == .summary || $0.2.level == .sheet }.map(\.2.label)
    #expect(shown.count > 40)
    #expect(Language.french.untranslated(shown + RuleFamilies.kinds.map(\.label)) == [])
  }

  @Test("What several pods have adds up, and what each of them has stands there once")
  func pods() throws {
    let specification = try SpecificationFixture(gpus: 400_000, skuID: "dgx-b200").specification
    let pods = specification.pods
    try #require(pods.reduce(0) { $0 + $1.count } > 1)
    let leaves = SpecificationLine.leaves(of: specification.lines)
    func shown(_ path: String) -> String? { leaves.first { $0.path == path }?.line.shown?.english }
    #expect(
      shown("/pods/fabric/switches/total") == specification.fabricSwitches.map { NumberText.grouped($0) })
    let storagePB = pods.reduce(0) { $0 + Double($1.count) * $1.networks.storage.capacityPB }
    #expect(shown("/pods/networks/storage/capacity_pb") == NumberText.grouped(storagePB, decimals: 1))
    #expect(shown("/pods/fabric/switch") == pods[0].fabric?.switchModel.rawValue)
    let page = try SpecificationFixture(gpus: 400_000, skuID: "dgx-b200").page()
    for pod in pods { #expect(page.contains("each of \(NumberText.grouped(pod.count))")) }
  }

  @Test("What is not there is null in files and not said to people")
  func missing() {
    let lines: [SpecificationLine] = [
      .number("a", nil, 1, "a"), .count("b", nil, "b"), .group("c", nil), .band("d", nil, 1, "d"),
      .flag("e", nil, "e"), .sentence("", "for people only", "f"),
    ]
    #expect(
      SpecificationLine.json(lines) == ["a": .null, "b": .null, "c": .null, "d": .null, "e": .null])
    #expect(SpecificationText.text(lines) == "  f: for people only\n")
    #expect(SpecificationText.text([.group("c", nil, "C")]) == "C\n  none stated\n")
  }

  @Test("The table of a bill has the keys of its lines")
  func bill() throws {
    let specification = try SpecificationFixture().specification
    let table = BillOfMaterialsTable.table(specification: specification)
    for row in specification.bill.rows { #expect(row.lines.map(\.key) == table.columns.map(\.name)) }
  }
}
