// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
package import Results
import Wording

/// `compare.html`: one page that works offline, on paper and with a screen reader. It runs no script and
/// loads nothing.
package struct ComparisonPage {
  var comparison: PlanComparison
  var basemap: Basemap
  var toolVersion: String

  /// The page of a comparison.
  package init(comparison: PlanComparison, basemap: Basemap, toolVersion: String) {
    self.comparison = comparison
    self.basemap = basemap
    self.toolVersion = toolVersion
  }

  /// Steps of a waterfall beyond which the smallest are drawn as one; the table beside it has them all.
  private static let stepsShown = 24

  /// The text of the file.
  package var text: String {
    PageShell(title: "A compared with B - Arpent", subject: "comparison", toolVersion: toolVersion)
      .text(header: header, sections: sections)
  }

  private var header: [Markup] {
    func side(_ letter: String, _ side: ComparedPlan) -> Markup {
      .element(
        "p", [:],
        [
          .element("strong", [:], [.verbatim(letter)]), .text(" "), .data(side.record.plan.name), .text(" ("),
          .element("code", [:], [.verbatim(side.path)]), .text(")"),
        ])
    }
    return [
      .element("h1", [:], [.text("A compared with B")]), side("A", comparison.a), side("B", comparison.b),
      .element("p", ["class": "status"], [.verbatim(comparison.verdict)]),
    ]
  }

  private var sections: [Markup] {
    var all: [(id: String, title: String, content: [Markup])] = []
    if !comparison.remarks.isEmpty {
      all.append(
        (
          "remarks", "Remarks",
          [.element("div", ["class": "notice"], [.list(comparison.remarks.map { .data($0) })])]
        ))
    }
    all.append(("inputs", "Inputs that differ", inputs))
    all.append(("figures", "Figures", [figures]))
    if comparison.bridge != nil { all.append(("money", "Money, from A to B", money)) }
    all.append(("map", "Map", [ComparisonMap(comparison: comparison, basemap: basemap).markup]))
    if !comparison.sites.isEmpty { all.append(("sites", "Sites", [sites])) }
    return all.map { section in
      .element(
        "section", ["id": section.id, "aria-labelledby": "\(section.id)-title"],
        [.element("h2", ["id": "\(section.id)-title"], [.verbatim(section.title)])] + section.content)
    }
  }

  private var inputs: [Markup] {
    guard let inputs = comparison.inputs else {
      return [.paragraph("The inputs of at least one of the two are not recorded, so they are not compared.")]
    }
    guard !inputs.isEmpty else { return [.paragraph("None among those that both record.")] }
    var table = PageTable(
      caption: "Values as the scenarios have them, with what they rest on; files by their digests",
      columns: [.init(title: "Input"), .init(title: "A"), .init(title: "B")])
    func cell(_ value: RecordedValue?) -> Markup {
      guard let value else { return .text("-") }
      let ground = value.ground.isEmpty ? "" : " (\(value.ground))"
      return .data(value.shown + ground)
    }
    for value in inputs.values { table.rows.append([.data(value.path), cell(value.a), cell(value.b)]) }
    func digest(_ digest: String?) -> Markup {
      guard let digest else { return .text("not read") }
      return .element("code", [:], [.verbatim(digest.isEmpty ? "no digest" : digest)])
    }
    for file in inputs.files {
      table.rows.append([.data("\(file.role) \(file.path)"), digest(file.a), digest(file.b)])
    }
    for version in inputs.versions {
      table.rows.append([
        .data("version of \(version.name)"), .data(version.a ?? "-"), .data(version.b ?? "-"),
      ])
    }
    return [table.markup]
  }

  private var figures: Markup {
    var table = PageTable(
      caption: "The plans as wholes",
      columns: [
        .init(title: "Figure"), .init(title: "A", isNumber: true), .init(title: "B", isNumber: true),
        .init(title: "B less A", isNumber: true),
      ])
    for row in comparison.figureRows {
      table.rows.append([.data(row.label), .verbatim(row.a), .verbatim(row.b), .verbatim(row.change)])
    }
    return table.markup
  }

  private var money: [Markup] {
    guard let bridge = comparison.bridge else { return [] }
    return [
      WaterfallChart(
        id: "by-site", title: "Discounted money from A to B by site",
        caption:
          "Discounted money in MEUR, from A to B by what became of the sites. Orange and +: costs more in B. Blue and -: "
          + "costs less. Grey: the plans as wholes.", steps: siteSteps
      ).markup,
      bridgeTable(bridge),
      WaterfallChart(
        id: "by-kind", title: "Undiscounted money from A to B by kind",
        caption: "Money that is not discounted, in MEUR, from A to B by kind.", steps: kindSteps(bridge)
      ).markup,
      kindTable(bridge),
    ]
  }

  /// Steps of the first picture, the smallest drawn as one where there are many.
  private var siteSteps: [WaterfallChart.Step] {
    let all = comparison.bridgeSteps.map { step in
      WaterfallChart.Step(
        label: step.change.isEmpty ? step.label : "\(step.label) (\(step.change))",
        cents: step.amounts.discountedCents, isEnd: step.isEnd)
    }
    guard all.count > Self.stepsShown + 2, let first = all.first, let last = all.last else { return all }
    let between = all.dropFirst().dropLast()
    let sizes = between.map { abs($0.cents) }.sorted(by: >)
    let least = sizes[Self.stepsShown - 1]
    var shown: [WaterfallChart.Step] = []
    var rest = WaterfallChart.Step(label: "", cents: 0)
    var count = 0
    for step in between {
      if abs(step.cents) >= least, shown.count < Self.stepsShown - 1 {
        shown.append(step)
      } else {
        rest.cents += step.cents
        count += 1
      }
    }
    rest.label = "\(count) smaller steps"
    return [first] + shown + [rest, last]
  }

  private func kindSteps(_ bridge: MoneyBridge) -> [WaterfallChart.Step] {
    var steps = [WaterfallChart.Step(label: "A", cents: bridge.a.undiscountedCents, isEnd: true)]
    for (index, kind) in MoneyBridge.kinds.enumerated() where bridge.difference.cents[index] != 0 {
      steps.append(WaterfallChart.Step(label: kind.label, cents: bridge.difference.cents[index]))
    }
    steps.append(WaterfallChart.Step(label: "B", cents: bridge.b.undiscountedCents, isEnd: true))
    return steps
  }

  private func bridgeTable(_ bridge: MoneyBridge) -> Markup {
    var table = PageTable(
      caption: "EUR, exact to the cent: each column adds up from A to B",
      columns: [
        .init(title: "Step"), .init(title: "Change"), .init(title: "All, discounted", isNumber: true),
      ]
        + MoneyBridge.kinds.map { .init(title: Phrase(verbatim: $0.label), isNumber: true) }
        + [.init(title: "All, not discounted", isNumber: true)])
    for step in comparison.bridgeSteps {
      let cents = [step.amounts.discountedCents] + step.amounts.cents + [step.amounts.undiscountedCents]
      table.rows.append(
        [.data(step.label), .verbatim(step.change)]
          + cents.map { .verbatim(MoneyBridge.text($0, signed: !step.isEnd)) })
    }
    table.totalRow = table.rows.count - 1
    return table.markup
  }

  private func kindTable(_ bridge: MoneyBridge) -> Markup {
    var table = PageTable(
      caption: "EUR, exact to the cent, by kind",
      columns: [
        .init(title: "Kind"), .init(title: "A", isNumber: true), .init(title: "B", isNumber: true),
        .init(title: "B less A", isNumber: true),
      ])
    for row in bridge.kindRows { table.rows.append([.verbatim(row.label)] + row.texts.map { .verbatim($0) }) }
    return table.markup
  }

  private var sites: Markup {
    var table = PageTable(
      caption: "Sites that either plan chose, and what moved",
      columns: [
        .init(title: "Site"), .init(title: "Change"), .init(title: "What"), .init(title: "A"),
        .init(title: "B"), .init(title: "GPUs, B less A", isNumber: true),
      ])
    for kind in SiteDifference.Kind.allCases {
      for site in comparison.sites(kind) {
        if kind == .kept {
          table.rows.append([
            .data(site.name), .verbatim(kind.rawValue), .text("nothing moved"), .text(""), .text(""),
            .text("0"),
          ])
        } else {
          for row in site.rows {
            table.rows.append([
              .data(site.name), .verbatim(kind.rawValue), .verbatim(row.what), .data(row.a), .data(row.b),
              .verbatim(PlanComparison.signed(site.gpusChange)),
            ])
          }
        }
      }
    }
    return table.markup
  }
}
