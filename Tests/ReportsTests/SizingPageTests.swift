// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import TestSupport
import Testing

@testable import Results
@testable import Views

@Suite("The page of a cluster")
struct SizingPageTests {
  @Test("18,000 GB300 as a page")
  func golden() throws {
    let difference = Snapshot.difference(
      try SpecificationFixture().page(), golden: "ReportsTests/Golden/size-18000-gb300.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("The same with a site, limits and work")
  func goldenWithSite() throws {
    let fixture = try SpecificationFixture { site, conditions in
      site.connectionMW = 60
      site.landHa = 4
      site.wholeUnits = true
      site.networkTiers = 2
      conditions.connectionMW = 60
      conditions.allowsEvaporation = false
    }
    let difference = Snapshot.difference(
      try fixture.page(try fixture.answers()), golden: "ReportsTests/Golden/size-18000-gb300-site.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    "Every product has every section, in lines that a page holds",
    arguments: SpecificationFixture.skuIDs, [72, 18_000, 200_000])
  func sections(skuID: String, gpus: Int) throws {
    let page = try SpecificationFixture(gpus: gpus, skuID: skuID).page()
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for title in [
      "Limits", "Compute", "Performance", "Compute fabric", "Storage and other networks", "Power", "Cooling",
      "Space", "Time from the decision", "Money", "GPU-hour", "Carbon", "Bandwidth", "Cross-checks", "Notes",
      "Assumptions used",
    ] {
      #expect(lines.contains { $0.hasPrefix(title) }, "\(title)")
    }
    for line in lines { #expect(TextWidth.columns(line) <= 112, "\(line)") }
    for word in ["nan", "inf ", "Optional(", "e+", "n/a"] { #expect(!page.contains(word), "\(word)") }
    #expect(!page.contains("\n\n\n") && page.hasSuffix("\n") && !page.hasSuffix("\n\n"))
  }

  @Test("The binding limit is marked, and the GPUs of a limit are whole systems of it")
  func limits() throws {
    let fixture = try SpecificationFixture { site, _ in
      site.connectionMW = 1_000
      site.landHa = 500
      site.floorLoadKgPerM2 = 5_000
    }
    let lines = SpecificationText.text(fixture.sizing.lines(pue: SpecificationFixture.pue))
      .split(separator: "\n").prefix { !$0.hasPrefix("Compute") }.map(String.init)
    let binding = lines.filter { $0.hasSuffix(" yes") }
    #expect(binding.count == 1)
    #expect(binding[0].contains("the GPUs asked for"))
    #expect(binding[0].contains("250") && binding[0].contains("18,000"))
    #expect(lines.filter { $0.hasSuffix(" no") }.count == fixture.sizing.allowances.count - 1)
    #expect(
      lines.contains { $0.contains("the grid connection") } && lines.contains { $0.contains("the land") })
    let open = lines.drop { !$0.contains("not stated") }.joined(separator: " ")
    #expect(open.contains("the liquid cooling of the site") && !open.contains("the land"))
  }

  @Test("What is estimated reads as an assumption, never as an estimate")
  func assumptions() throws {
    let fixture = try SpecificationFixture()
    let page = try fixture.page()
    #expect(page.contains("assumption") && !page.contains("estimated"))
    let named = DesignAssumptions().named + fixture.sizing.design.assumptions
    for figure in named { #expect(page.contains("  \(figure.name) "), "\(figure.name)") }
    #expect(page.contains("docs/sizing.md"))
  }

  @Test("Numbers for people keep their digits")
  func numbers() {
    #expect(NumberText.rounded(12_000_000) == "12,000,000")
    #expect(NumberText.rounded(0.011416666) == "0.01142")
    #expect(NumberText.rounded(1.6666667) == "1.667")
    #expect(NumberText.rounded(-9_999.6) == "-10,000")
    #expect(NumberText.rounded(0) == "0" && NumberText.rounded(.nan) == "n/a")
    #expect(NumberText.rounded(415) == "415" && NumberText.rounded(0.5) == "0.5")
  }
}
