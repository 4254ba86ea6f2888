// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Reports
import Studies
import Testing

@testable import Results
@testable import Views

@Suite struct StudyPageTests {
  private func page(_ result: StudyResult) throws -> String {
    try #require(StudyFixture.report(result).text(of: "report.html"))
  }

  @Test func everyPageIsWellFormedLoadsNothingAndNamesEachIdOnce() throws {
    for result in try StudyFixture.all() {
      let elements = try XMLCheck.wellFormed(page(result))
      let ids = elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(result.name)")
      #expect(!elements.contains { ["script", "img", "link", "iframe", "b"].contains($0.name) })
      for element in elements {
        for (name, value) in element.attributes {
          #expect(name != "src" && !name.hasPrefix("on"))
          if name == "href" { #expect(value.hasPrefix("#") && ids.contains(String(value.dropFirst()))) }
          if name == "aria-labelledby" {
            for id in value.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
          }
        }
      }
    }
  }

  @Test func namesFromDataAreNeverMarkup() throws {
    let page = try page(StudyFixture.tornado())
    #expect(!page.contains("<img") && !page.contains("</script") && !page.contains("<energy>"))
    #expect(page.contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&amp;&quot;&#39;"))
  }

  @Test func everyChartHasATableBesideIt() throws {
    let elements = try XMLCheck.wellFormed(page(StudyFixture.tornado()))
    let charts = elements.filter { $0.name == "svg" && $0.attributes["role"] == "img" }
    let names = charts.compactMap { $0.attributes["aria-labelledby"]?.split(separator: " ").first }
    #expect(
      names == [
        "tornado-chart-name", "gpus-chart-name", "power-chart-name", "parallel-chart-name", "map-name",
      ])
    let page = try page(StudyFixture.tornado())
    for caption in [
      "Discounted cost, MEUR, one factor at a time; base 1,000.0", "GPUs in service by year",
      "Grid power by year",
      "Cases in the order of the study", "Sites that at least one of 5 plans has",
    ] {
      #expect(page.contains("<caption>\(caption)"), "\(caption)")
    }
    #expect(page.contains("run the study with --regret"))
  }

  @Test func aCaseWithoutARelaxationSaysWhatIsKnownOfIt() throws {
    for (depth, words) in [
      (StudyDepth.full, "no change of the rules was found with which there is a plan"),
      (.relaxation, "not worked out at this depth"),
    ] {
      var result = try StudyFixture.tornado()
      result.depth = depth
      result.rows[4].record = try StudyFixture.record(
        StudyFixture.document(status: "infeasible", depth: depth, costMEUR: nil))
      result.rows[4].record?.plan.explanation?.relaxations = []
      #expect(try page(result).contains(words), "\(depth)")
    }
  }

  @Test func aLineACaseIsDrawnThroughFactorsAndResults() throws {
    let result = try StudyFixture.tornado()
    let lines = try XMLCheck.wellFormed(page(result)).filter {
      $0.name == "path" && $0.attributes["class"]?.hasPrefix("case ") == true
    }
    #expect(lines.count == result.rows.count)
    #expect(lines.filter { $0.attributes["class"] == "case case-none" }.count == 1)
    // Best third of 900, 950, 1,000, 1,040, 1,200 ends at 966.67, the worst begins at 1,026.67.
    #expect(lines.filter { $0.attributes["class"] == "case case-good" }.count == 2)
    #expect(lines.filter { $0.attributes["class"] == "case case-bad" }.count == 2)
  }

  @Test func theCurveRisesWithTheShareAndEndsWhereNoPlanIs() throws {
    let curve = try #require(CurveChart(StudyReading(try StudyFixture.curve())))
    #expect(curve.points.map(\.x) == [0, 25, 50, 100])
    #expect(curve.points.map(\.y) == [1_000e6, 1_010e6, 1_100e6, nil])
    let page = try page(StudyFixture.curve())
    #expect(page.contains("Discounted cost against eu_share, %"))
    #expect(page.contains("Every plan has the same siting"))
    #expect(page.contains("<td class=\"number\">+90.0</td>"))
    let elements = try XMLCheck.wellFormed(page)
    #expect(elements.filter { $0.attributes["class"] == "no-plan" }.count == 1)
    #expect(elements.filter { $0.attributes["class"] == "whisker" }.count == 3)
    #expect(page.contains("raise &lt;b&gt;the&lt;/b&gt; budget"))
  }

  @Test func anEndWithoutAPlanIsShownOnTheTornado() throws {
    var result = try StudyFixture.tornado()
    result.rows[4].record = try StudyFixture.record(
      StudyFixture.document(status: "infeasible", costMEUR: nil))
    let page = try page(result)
    #expect(page.contains("an end has no plan") && page.contains(">no plan</text>"))
  }

  @Test func aStudyOfBoundsHasACurveAndNoSites() throws {
    let page = try page(StudyFixture.bounds())
    #expect(!page.contains("--regret"))
    #expect(page.contains("id=\"curve\"") && page.contains("3 with a bound"))
    #expect(!page.contains("id=\"sites\"") && !page.contains("id=\"regret\""))
    #expect(!page.contains("id=\"failures\""))
  }

  @Test func aStudyWithoutAnswersSaysSo() throws {
    #expect(try page(StudyFixture.empty).contains("The study has no cases."))
    let failed = try page(StudyFixture.failed())
    #expect(failed.contains("No case has an answer") && failed.contains("boom"))
    #expect(!failed.contains("id=\"parallel\""))
  }

  @Test func theSameStudyGivesTheSameBytes() throws {
    for (first, again) in zip(try StudyFixture.all(), try StudyFixture.all()) {
      for (a, b) in zip(StudyFixture.report(first).files(), StudyFixture.report(again).files()) {
        guard case .bytes(let left) = a.content, case .bytes(let right) = b.content else { continue }
        #expect(left == right, "\(a.name)")
      }
    }
  }

  @Test func aThousandCasesStayDrawable() throws {
    var result = try StudyFixture.curve()
    let row = result.rows[0]
    result.rows = (0..<3_000).map { index in
      var copy = row
      copy.id = "\(index)"
      copy.values = [.number(Double(index % 100))]
      copy.record?.plan.objectives[0].value = 1e9 + Double(index) * 1e5
      return copy
    }
    let page = try page(result)
    #expect(
      page.contains("Only the first 2,000 cases") && page.contains("2,500 more rows are in summary.csv"))
    #expect(page.utf8.count < 3_000_000)
  }
}
