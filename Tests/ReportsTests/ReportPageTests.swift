// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import Quantities
import Sites
import Testing
import Views

@testable import Reports
@testable import Results
@testable import Wording

@Suite struct ReportPageTests {
  let fixture: PlanFixture

  init() throws { fixture = try PlanFixture() }

  private func page(_ report: PlanReport) throws -> String {
    let file = try #require(report.files().first { $0.name == "report.html" })
    guard case .bytes(let bytes) = file.content else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("The page is well-formed, loads nothing and runs no script but those whose digest its policy names")
  func isWellFormedAndLoadsNothing() throws {
    let text = try page(fixture.report())
    let elements = try XMLCheck.wellFormed(text)
    let names = Set(elements.map(\.name))
    #expect(XMLCheck.scripts(text) == [PageAsset.kit.text, PageAsset.tables.text])
    let sources = [PageAsset.kit, .tables].map { $0.policySource.replacing("'", with: "&#39;") }
    #expect(text.contains("script-src \(sources.joined(separator: " "));"))
    for name in ["img", "iframe", "link", "object", "embed", "form"] {
      #expect(!names.contains(name), "no <\(name)>")
    }
    for (name, attributes) in elements {
      for (key, value) in attributes {
        #expect(!key.hasPrefix("on"), "no handler \(key) on <\(name)>")
        if key == "href" || key == "src" { #expect(value.hasPrefix("#"), "\(key)=\(value)") }
      }
    }
    #expect(!text.contains("url(") && !text.contains("@import"))
    #expect(text.utf8.count < 3_000_000)
  }

  @Test func linksAndLabelsLeadSomewhere() throws {
    let elements = try XMLCheck.wellFormed(page(fixture.report()))
    let ids = elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count, "ids are unique")
    for (_, attributes) in elements {
      if let target = attributes["href"] { #expect(ids.contains(String(target.dropFirst()))) }
      for id in (attributes["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(ids.contains(String(id)))
      }
    }
  }

  @Test func isReadableByAScreenReader() throws {
    let elements = try XMLCheck.wellFormed(page(fixture.report()))
    func count(_ name: String) -> Int { elements.count { $0.name == name } }
    #expect(elements.first { $0.name == "html" }?.attributes["lang"] == "en")
    #expect(count("h1") == 1 && count("main") == 1 && count("header") == 1)
    #expect(count("table") > 4 && count("caption") == count("table"))
    #expect(elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
    for svg in elements where svg.name == "svg" {
      #expect(svg.attributes["role"] == "img" && svg.attributes["aria-labelledby"] != nil)
    }
  }

  @Test func textFromDataIsEscapedEverywhere() throws {
    let text = try page(fixture.report())
    #expect(!text.contains("<img") && XMLCheck.scripts(text) == [PageAsset.kit.text, PageAsset.tables.text])
    #expect(text.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;"))
    #expect(!text.contains("</code><b>") && text.contains("&lt;/code&gt;&lt;b&gt;"))
    #expect(text.contains("careful with &lt;tags&gt;") && text.contains("by hand &lt;"))
    #expect(text.contains("<bdi>\u{202E}\u{05E9}"), "right-to-left text is kept apart")
  }

  @Test func showsEverySiteAndTheSums() throws {
    let text = try page(fixture.report())
    #expect(text.contains(NumberText.grouped(fixture.plan.totals.gpusByYear[1])))
    #expect(text.contains("left out by the planner"))
    #expect(text.contains("not the State"))
    #expect(text.contains("(c) Nobody &amp; sons"))
    let elements = try XMLCheck.wellFormed(text)
    func shapes(_ style: String) -> Int { elements.count { $0.attributes["class"] == style } }
    #expect(shapes("chosen") == 2 && shapes("not-chosen") == 2 && shapes("excluded") == 2)
    #expect(shapes("route") == 1 && shapes("land") == 1 && shapes("departement") == 1)
  }

  @Test func showsWhatGetsBuiltOnEachChosenSite() throws {
    let text = try page(fixture.report())
    let elements = try XMLCheck.wellFormed(text)
    #expect(text.contains("What gets built") && text.contains("href=\"#designs\""))
    #expect(elements.count { $0.name == "details" } == elements.count { $0.name == "summary" })
    for part in [
      "Power by stage", "PUE and water by month, at average load",
      "Money by line, EUR M; energy, fixed O&amp;M and refresh are a year",
      "Bill of materials; money is a part of the budget of its line, not a quote, except for the systems",
      "Notes on the design",
    ] {
      #expect(
        text.split(separator: "<summary>\(part) \u{2013} <bdi>").count == fixture.plan.chosen.count + 1,
        "\(part)")
    }
    for site in fixture.plan.chosen {
      let specification = try #require(site.specification)
      #expect(text.contains("\(NumberText.millionEUR(specification.ledger.capitalEUR.mid)) ("))
      #expect(text.contains("\(NumberText.grouped(specification.cooling.months[6].pue, decimals: 3))"))
    }
    #expect(!text.contains(">estimated</td><td class=\"text\">price"))
    #expect(text.contains(">assumption</td>"))
  }

  @Test func sourcesOfAssumptionsAreEscapedInTheDesigns() throws {
    var report = fixture.report()
    let sizer = try ClusterSizer(catalogue: HardwareCatalogue([PlanFixture.rack, PlanFixture.node]))
    var assumptions = DesignAssumptions()
    assumptions.power.upsModuleMW.source = "</td><script>1</script>&"
    for (index, site) in report.plan.sites.enumerated() {
      guard let design = site.design else { continue }
      report.plan.sites[index].specification = try sizer.specification(of: design, assumptions: assumptions)
    }
    let text = try page(report)
    #expect(
      XMLCheck.scripts(text) == [PageAsset.kit.text, PageAsset.tables.text]
        && text.contains("&lt;/td&gt;&lt;script&gt;1&lt;/script&gt;&amp;"))
    try XMLCheck.wellFormed(text)
  }

  @Test func discsGrowWithTheRootOfTheGPUs() throws {
    let elements = try XMLCheck.wellFormed(page(fixture.report()))
    let radii = elements.filter { $0.attributes["class"] == "chosen" }.compactMap {
      $0.attributes["r"].flatMap(Double.init)
    }
    let gpus = fixture.plan.chosen.map { Double($0.gpus) }.sorted(by: >)
    #expect(abs(radii[1] / radii[0] - (gpus[1] / gpus[0]).squareRoot()) < 0.01)
  }

  @Test func anInfeasiblePlanShowsItsExplanation() throws {
    var report = fixture.report()
    report.plan = try fixture.infeasible(Fixtures.explanation())
    let text = try page(report)
    try XMLCheck.wellFormed(text)
    #expect(text.contains("Why there is no plan"))
    #expect(text.contains("at most 8,000 of &lt;b&gt;10,000&lt;/b&gt; GPUs"))
    #expect(!text.contains("id=\"costs\""))
    report.plan = try fixture.infeasible(nil)
    #expect(try page(report).contains("Even with every limit of the scenario given up"))
  }

  @Test func withoutABasemapOrSitesThereIsStillAPage() throws {
    try XMLCheck.wellFormed(page(fixture.report(ReportContext(toolVersion: "0"))))
    var report = fixture.report(ReportContext(toolVersion: "0"))
    report.plan.sites = []
    #expect(try page(report).contains("there is no map"))
  }

  @Test func controlCharactersBecomeReplacements() {
    #expect(Markup.text("a\u{0}b\u{1B}[31m\u{FFFE}\tc").source() == "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}\tc")
  }
}
