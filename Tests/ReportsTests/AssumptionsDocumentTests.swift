// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import FoundationEssentials
import Quantities
import TestSupport
import Testing

@testable import Views

@Suite("docs/sizing.md")
struct AssumptionsDocumentTests {
  private static let begin = "<!-- assumptions: begin -->\n"
  private static let end = "<!-- assumptions: end -->"

  /// A text that stands in one cell.
  private func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }

  private func number(_ value: Double) -> String { NumberText.rounded(value, digits: 6) }

  private func table(_ title: String, _ figures: [NamedQuantity], without prefix: String = "") -> String {
    var out =
      "\n### \(title)\n\n| key | default | unit | band | rests on | source or reason |\n|---|---|---|---|---|---|\n"
    for named in figures {
      let figure = named.figure
      var band = "-"
      if figure.low != nil || figure.high != nil {
        band = "\(number(figure.low ?? figure.value)) to \(number(figure.high ?? figure.value))"
      }
      let unit = figure.unit.isEmpty ? "-" : figure.unit
      out +=
        "| `\(named.name.dropFirst(prefix.count))` | \(number(figure.value)) | \(unit) | \(band) | \(figure.basis.designWord) "
        + "| \(cell(figure.source)) |\n"
    }
    return out
  }

  /// Every default as the file lists it.
  private func tables() -> String {
    var out = table("Sizing", SizingAssumptions.defaults.named())
    let named = DesignAssumptions().named
    var sets: [String] = []
    for figure in named {
      let name = String(figure.name.prefix { $0 != "." })
      if !sets.contains(name) { sets.append(name) }
    }
    for name in sets {
      out += table("[design.\(name)]", named.filter { $0.name.hasPrefix(name + ".") }, without: name + ".")
    }
    return out + "\n"
  }

  @Test("Lists every assumption with default, unit, band, basis and source, as the program has them")
  func assumptions() throws {
    let path = ArpentBinary.root + "/docs/sizing.md"
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    let parts = text.split(separator: Self.begin, maxSplits: 1)
    try #require(parts.count == 2)
    let rest = parts[1].split(separator: Self.end, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(rest.count == 2)
    let wanted = "\(parts[0])\(Self.begin)\(tables())\(Self.end)\(rest[1])"
    let difference = Snapshot.difference(wanted, golden: "../docs/sizing.md")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("No default is without a source or a reason")
  func sources() {
    for named in SizingAssumptions.defaults.named() + DesignAssumptions().named {
      #expect(!named.figure.source.isEmpty, "\(named.name)")
    }
  }
}
