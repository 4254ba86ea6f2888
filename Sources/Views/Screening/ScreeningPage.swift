// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
package import Results
package import Sites
import Wording

/// `report.html` of a screening: one page that works offline, on paper and with a screen reader. It loads
/// nothing.
package struct ScreeningPage {
  var report: ScreeningReport
  var layers: [LayerReport]
  var context: ReportContext

  /// The page of a screening.
  package init(report: ScreeningReport, layers: [LayerReport], context: ReportContext) {
    self.report = report
    self.layers = layers
    self.context = context
  }

  /// Rows of a table beyond which the page points to the CSV file instead.
  private static let rowsShown = 500

  /// The text of the file.
  package var text: String {
    PageShell(
      title: "\(report.name) - Arpent screening", subject: "screening", toolVersion: context.toolVersion,
      styles: [context.leaflet?.style, .liveStyle].compactMap { $0 },
      scripts: PageShell.scripts(context.leaflet)
    ).text(header: header, sections: sections)
  }

  private var header: [Markup] {
    let screening = report.screening
    return [
      .element("h1", [:], [.data(report.name)]),
      .element(
        "p", ["class": "status"],
        [
          .verbatim(
            "\(NumberText.grouped(report.table.count)) sites: \(NumberText.grouped(screening.keptRows.count)) kept, "
              + "\(NumberText.grouped(screening.excludedRows.count)) excluded by "
              + "\(screening.parameters.rules.count) rules.")
        ]),
    ]
  }

  private var sections: [Markup] {
    var all: [(id: String, title: String, content: [Markup])] = [
      ("map", "Map", map)
    ]
    if !report.screening.parameters.rules.isEmpty { all.append(("rules", "Rules", [rules])) }
    if report.screening.ranking != nil {
      all.append(("ranking", "Kept sites by score", ranking))
      all.append(("stability", "How firmly the shortlist stands", stability))
    }
    if !report.screening.excludedRows.isEmpty { all.append(("excluded", "Excluded sites", excluded)) }
    if !report.screening.notes.isEmpty {
      all.append(
        (
          "notes", "Notes",
          [.list(report.screening.notes.map { .data("\($0.severity.rawValue): \($0.message)") })]
        ))
    }
    all.append(("sources", "Sources and versions", SourcesSection(layers: layers, context: context).content))
    return all.map { section in
      .element(
        "section", ["id": section.id, "aria-labelledby": "\(section.id)-title"],
        [.element("h2", ["id": "\(section.id)-title"], [.verbatim(section.title)])] + section.content)
    }
  }

  /// The map that moves, and the still one for paper and for where no script runs.
  private var map: [Markup] {
    let still = Markup.element(
      "div", ["id": "map-still"], [ScreeningMap(report: report, basemap: context.basemap).markup])
    guard context.leaflet != nil,
      let live = ScreeningLiveMap(report: report, basemap: context.basemap).map
    else { return [still, LiveMap.words(in: .english)] }
    return live.markup(in: .english) + [still]
  }

  private var rules: Markup {
    let screening = report.screening
    var table = PageTable(
      caption: "Rules; a site that breaks any of them is excluded",
      columns: [
        .init(title: "Rule"), .init(title: "Attribute"), .init(title: "Limit"),
        .init(title: "Without a value"),
        .init(title: "Excludes", isNumber: true), .init(title: "Source of the limit"),
      ])
    for (index, rule) in screening.parameters.rules.enumerated() {
      table.rows.append([
        .data(rule.name), .data(rule.attribute), .data(rule.limit.words(unit: screening.ruleUnits[index])),
        .verbatim(screening.parameters.missingPolicy(of: rule) == .exclude ? "excludes" : "passes"),
        .text("\(screening.excludedByRule[index])"), .data(rule.source.isEmpty ? "planner" : rule.source),
      ])
    }
    return table.markup
  }

  private var ranking: [Markup] {
    guard let ranking = report.screening.ranking, let intervals = report.intervals else { return [] }
    let top = report.screening.parameters.top
    var table = PageTable(
      caption: "Kept sites by score, from 0 to 1; ranks under random weights",
      columns: [
        .init(title: "Site"), .init(title: "Rank", isNumber: true), .init(title: "Score", isNumber: true),
      ] + ranking.units.map { .init(title: Phrase(verbatim: $0.name), isNumber: true) } + [
        .init(title: "Rank, 5 to 95 %", isNumber: true), .init(title: "Median", isNumber: true),
        .init(title: "In the top \(top)", isNumber: true),
      ])
    let kept = report.keptInOrder
    for (row, place) in kept.prefix(Self.rowsShown) {
      guard let place else { continue }
      let interval = intervals.sites[place]
      table.rows.append(
        [
          .data(report.table.names[row]), .text("\(ranking.ranks[place])"),
          .verbatim(NumberText.grouped(ranking.totals[place], decimals: 3)),
        ] + ranking.unitScores.map { .verbatim(NumberText.grouped($0[place], decimals: 2)) } + [
          .text("\(interval.low5) to \(interval.high95)"), .text("\(interval.median)"),
          .verbatim(NumberText.percent(interval.topShare)),
        ])
    }
    let weights =
      "Ranks under \(NumberText.grouped(intervals.samples)) random weightings, all equally likely (seed \(intervals.seed)): "
      + "groups are weighted at random and, within each, its scores."
    return [table.markup, .paragraph(Phrase(verbatim: weights))] + rest(kept.count, of: "ranking.csv")
  }

  private var stability: [Markup] {
    guard let stability = report.stability else { return [] }
    var table = PageTable(
      caption:
        "Weights between which the top \(stability.members.count) stay the same, all other weights as they are",
      columns: [
        .init(title: "Weight of"), .init(title: "Now", isNumber: true), .init(title: "From", isNumber: true),
        .init(title: "To", isNumber: true), .init(title: "Below that"), .init(title: "Above that"),
      ])
    for range in stability.weights {
      table.rows.append([
        .data((range.subject == .group ? "group " : "") + range.name),
        .verbatim(ScreeningReport.short(range.weight)),
        .verbatim(range.isAny ? "any" : ScreeningReport.short(range.low)),
        .verbatim(range.isAny ? "" : range.high.map(ScreeningReport.short) ?? "no end"),
        .data(ScreeningReport.change(range.below)), .data(ScreeningReport.change(range.above)),
      ])
    }
    return [table.markup]
  }

  private var excluded: [Markup] {
    var table = PageTable(
      caption: "Excluded sites and every rule that excluded them",
      columns: [
        .init(title: "Site"), .init(title: "Rule"), .init(title: "Attribute"), .init(title: "Value"),
        .init(title: "Limit"), .init(title: "Rests on"), .init(title: "Source"),
      ])
    let exclusions = report.screening.excludedRows.flatMap { row in
      report.screening.exclusionsBySite[row].map { (row, $0) }
    }
    for (row, exclusion) in exclusions.prefix(Self.rowsShown) {
      table.rows.append([
        .data(report.table.names[row]), .data(exclusion.rule), .data(exclusion.attribute),
        .data(exclusion.valueText),
        .data(exclusion.limit), .verbatim(exclusion.value.basis?.rawValue ?? "-"),
        .data(exclusion.value.source),
      ])
    }
    return [table.markup] + rest(exclusions.count, of: "excluded.csv")
  }

  /// Where the rows are that the page leaves out.
  private func rest(_ count: Int, of file: String) -> [Markup] {
    guard count > Self.rowsShown else { return [] }
    return [.paragraph("\(NumberText.grouped(count - Self.rowsShown)) more rows are in \(file).")]
  }
}
