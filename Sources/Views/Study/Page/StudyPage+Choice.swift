// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Studies
import Wording

extension StudyPage {
  /// Map and table of how often each site is chosen.
  var sites: [Markup] {
    let sites = reading.sites
    let plans = NumberText.grouped(sites.first?.frequency.cases ?? 0)
    var table = PageTable(
      caption: "Sites that at least one of \(plans) plans has, the most frequent first",
      columns: [
        .init(title: "Site"), .init(title: "No.", isNumber: true), .init(title: "Region"),
        .init(title: "Plans", isNumber: true), .init(title: "Share", isNumber: true),
        .init(title: "95 % interval", isNumber: true), .init(title: "Stability"),
        .init(title: "GPUs, mean", isNumber: true), .init(title: "Least to most", isNumber: true),
        .init(title: "Opens", isNumber: true),
      ])
    for (index, entry) in sites.prefix(Self.rowsShown).enumerated() {
      let frequency = entry.frequency
      let (low, high) = (frequency.interval.lowerBound, frequency.interval.upperBound)
      table.rows.append([
        .data(entry.site.name), .verbatim(String(index + 1)), .data(entry.site.region),
        .verbatim(NumberText.grouped(frequency.selected)), .verbatim(NumberText.percent(frequency.share)),
        .text("\(NumberText.grouped(low * 100)) to \(NumberText.percent(high))"),
        .verbatim(StudySite.text(frequency.stability)), .verbatim(NumberText.grouped(entry.gpus.mean)),
        .text("\(NumberText.grouped(entry.gpus.least)) to \(NumberText.grouped(entry.gpus.most))"),
        .verbatim(entry.opens.map(years) ?? "-"),
      ])
    }
    return [StudyMap(sites: sites, basemap: report.context.basemap).markup, table.markup]
      + Self.rest(sites.count, of: "sites.csv") + [
        .paragraph(
          "Most: at least two plans of three. Candidates that no plan has are not listed. GPUs are those where the site is chosen, at the "
            + "end of the horizon. The interval (Wilson, 95 %) says something where cases are random draws; for grids and lists the share "
            + "is simply what it is.")
      ]
  }

  private func years(_ range: ClosedRange<Int>) -> String {
    range.lowerBound == range.upperBound
      ? String(range.lowerBound) : "\(range.lowerBound) to \(range.upperBound)"
  }

  /// The different sitings, what each would be regretted, and what knowing more would save.
  var choice: [Markup] {
    var table = PageTable(
      caption: "Different sitings (sites, connections, opening years), the one of most cases first",
      columns: [
        .init(title: "Siting"), .init(title: "Cases", isNumber: true), .init(title: "Sites"),
        .init(title: "For example"),
      ])
    for portfolio in reading.portfolios.prefix(Self.rowsShown) {
      let sites = portfolio.sites.map { site in site.id + (site.opensYear.map { " (\($0))" } ?? "") }
      table.rows.append([
        .verbatim(portfolio.name), .verbatim(NumberText.grouped(portfolio.cases.count)),
        .data(sites.joined(separator: ", ")), .data(portfolio.cases[0]),
      ])
    }
    let content = [table.markup] + Self.rest(reading.portfolios.count, of: "summary.json")
    guard let choice = report.choice else {
      if reading.portfolios.count == 1 {
        return content + [.paragraph("Every plan has the same siting, so there is nothing to regret.")]
      }
      return content + [
        .paragraph(
          "What a siting costs is known here only in the cases whose best plan it is. To learn what each would be regretted in the other "
            + "cases, and what knowing a factor beforehand would save, run the study with --regret: every siting is then costed in every case."
        )
      ]
    }
    return content + regret(choice) + information(choice)
  }

  private func regret(_ choice: StudyRegret) -> [Markup] {
    let names = choice.table.portfolios
    var table = PageTable(
      caption: "Regret: discounted cost above that of the best siting of each case, MEUR",
      columns: [
        .init(title: "Siting"), .init(title: "Greatest", isNumber: true),
        .init(title: "Mean", isNumber: true),
        .init(title: "Cases it cannot serve", isNumber: true), .init(title: "Remark"),
      ])
    for (index, row) in choice.regret.rows.enumerated().prefix(Self.rowsShown) {
      var remarks: [String] = []
      if choice.regret.minimax == index { remarks.append("least greatest regret") }
      if choice.average?.leastMean == index { remarks.append("least mean regret") }
      table.rows.append([
        .data(row.portfolio), .verbatim(row.maximum.map { NumberText.millionEUR($0, decimals: 2) } ?? "-"),
        .verbatim((choice.average?.rows[index].mean).map { NumberText.millionEUR($0, decimals: 2) } ?? "-"),
        .verbatim(NumberText.grouped(row.failures)), .verbatim(remarks.joined(separator: "; ")),
      ])
    }
    var words = "Every siting fails in some case that another one serves, so none is safe in all of them."
    if let safest = choice.regret.minimax, let most = choice.regret.rows[safest].maximum {
      words =
        "\(names[safest]) is the safest choice: in no case of this study that one of these sitings serves does it cost more than "
        + "\(NumberText.millionEUR(most, decimals: 2)) MEUR above the best of them."
    }
    let unserved = choice.regret.unservedCases.count
    if names.count < reading.portfolios.count {
      words +=
        " Only these \(NumberText.grouped(names.count)) sitings were costed in every case: regret is among them."
    }
    if choice.averaged < choice.table.cases.count {
      words +=
        " Means are over the \(NumberText.grouped(choice.averaged)) cases of the design: the base and cases written by hand have no "
        + "probability."
    }
    if let none = reading.planProbability?.without, none > 0 {
      words +=
        " Cases without a plan, \(NumberText.grouped(none)) of them, are regretted by nobody and are left out."
    }
    if unserved > 0 { words += " \(NumberText.grouped(unserved)) cases that no siting serves are left out." }
    return [.element("h3", [:], [.text("Regret")]), table.markup, .element("p", [:], [.data(words)])]
  }

  private func information(_ choice: StudyRegret) -> [Markup] {
    let title = Markup.element("h3", [:], [.text("What knowing beforehand would save")])
    guard let worth = choice.worth else {
      return [title, .paragraph("There is no value of perfect information (EVPI): \(choice.reason).")]
    }
    var content: [Markup] = [
      title,
      .element(
        "p", [:],
        [
          .data(
            "Choosing now, \(choice.table.portfolios[worth.choice]) costs least on average, "
              + "\(NumberText.millionEUR(worth.expectedCost)) MEUR. Knowing the case before choosing would save "
              + "\(NumberText.millionEUR(worth.evpi, decimals: 2)) MEUR on average: no study of the future is worth more. Averages are "
              + "over the \(NumberText.grouped(worth.countedCases.count)) cases that have a plan\(choice.averaged < choice.table.cases.count ? " and that the design made" : "")."
          )
        ]),
    ]
    guard !choice.factors.isEmpty else { return content }
    var table = PageTable(
      caption: "What knowing one factor alone would save on average, MEUR",
      columns: [
        .init(title: "Factor"), .init(title: "Saves", isNumber: true), .init(title: "Bins", isNumber: true),
        .init(title: "Cases in the smallest", isNumber: true), .init(title: "Remark"),
      ])
    for item in choice.factors {
      guard let evppi = item.evppi else {
        table.rows.append([
          .data(item.factor), .text("-"), .text("-"), .text("-"), .text("each case has a value of its own"),
        ])
        continue
      }
      table.rows.append([
        .data(item.factor), .verbatim(NumberText.millionEUR(evppi.value, decimals: 2)),
        .verbatim(String(evppi.bins)), .verbatim(NumberText.grouped(evppi.smallestBin)),
        .verbatim(evppi.isUncertain ? "few cases: likely too high" : ""),
      ])
    }
    content.append(table.markup)
    if choice.isUncertain {
      content.append(
        .element(
          "p", ["class": "notice"],
          [
            .verbatim(
              "Some bins have fewer than \(PerfectInformation.fewCases) cases. What knowing the factor would save is then likely too high, "
                + "unless these cases are all that can be; a study with more draws says more.")
          ]))
    }
    return content
  }
}
