// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
import Quantities
package import Results

/// One cluster as a page of text for a data-centre engineer.
package enum SizingPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - sizing: The answer of the sizer.
  ///   - specification: Everything that gets built for it.
  ///   - answers: What was asked about its work.
  ///   - ruleOfThumb: What planners reckon for as many GPUs; nil where no design power of a GPU is published.
  ///   - pue: Power usage effectiveness it was computed with.
  package static func text(
    _ sizing: ClusterSizing, specification: ClusterSpecification,
    answers: WorkloadAnswers = WorkloadAnswers(), ruleOfThumb: RuleOfThumb? = nil, pue: Double
  ) -> String {
    let design = sizing.design
    var out = heading(sizing)
    out += section("Compute", computeRows(design, complete: sizing.completeScalableUnits))
    out += LimitsText(sizing: sizing).text
    out += FabricText(specification: specification).text
    out += NetworksText(specification: specification).text
    out += PowerText(specification: specification, pue: pue).text
    out += CoolingText(specification: specification).text
    out += SpaceText(specification: specification).text
    out += MoneyText(ledger: specification.ledger).text
    out += CarbonText(carbon: specification.carbon).text
    out += PerformanceText(performance: design.performance, bandwidth: specification.bandwidth).text
    out += WorkloadText(answers: answers).text
    out += CrossCheckText(design: design, specification: specification, rule: ruleOfThumb).text
    out += notes(specification)
    out += assumptions(sizing, specification)
    return out
  }

  private static func heading(_ sizing: ClusterSizing) -> String {
    let design = sizing.design
    let skus = design.shares.map(\.skuID).joined(separator: ", ")
    let title: String
    switch sizing.request {
    case .gpus(let gpus): title = "\(NumberText.grouped(gpus)) GPUs of \(skus)"
    case .gridMW(let power):
      title = "\(NumberText.grouped(power, decimals: 1)) MW at the meter, filled with \(skus)"
    }
    let sum =
      "\(NumberText.grouped(design.gpus)) GPUs in \(NumberText.grouped(design.systems)) systems, "
      + "\(NumberText.grouped(design.itMW, decimals: 2)) MW of IT, "
      + "\(NumberText.grouped(design.gridMW, decimals: 2)) MW at the meter, "
      + "\(NumberText.grouped(design.gridKWPerGPU, decimals: 2)) kW per GPU; bound by "
      + "\(limitName(sizing.bindingLimit))."
    return title + "\n" + String(repeating: "=", count: title.count) + "\n"
      + TextParagraph.text(sum, first: "", rest: "") + "\n"
  }

  /// A section with a table without a head; empty without rows.
  static func section(_ title: String, _ rows: [[String]]) -> String {
    rows.isEmpty ? "" : "\(title)\n" + lines(rows) + "\n"
  }

  /// Rows of name, value and unit. The values keep to the right.
  static func lines(_ rows: [[String]]) -> String {
    TextTable(
      columns: [TextTable.Column(""), TextTable.Column("", .right), TextTable.Column("")], rows: rows
    ).text(indent: 2)
  }

  /// A table with a head.
  static func table(_ headers: [String], _ rows: [[String]]) -> String {
    TextTable(headers: headers, rows: rows).text(indent: 2)
  }

  /// Name, value and unit.
  static func row(_ name: String, _ value: Double, _ decimals: Int = 0, _ unit: String = "") -> [String] {
    [name, NumberText.grouped(value, decimals: decimals), unit]
  }

  /// Name, count and what is counted.
  static func row(_ name: String, _ count: Int, _ unit: String = "") -> [String] {
    [name, NumberText.grouped(count), unit]
  }

  /// What a number rests on, for people.
  static func label(_ basis: Basis) -> String { basis == .estimated ? "assumption" : basis.rawValue }

  /// How well founded the figures of a set are, as a sentence.
  static func foundation<Assumptions: AssumptionSet>(_ figures: Assumptions) -> String {
    let named = figures.named()
    func count(_ basis: Basis) -> Int { named.count { $0.figure.basis == basis } }
    return TextParagraph.text(
      "Behind these numbers stand \(count(.estimated)) assumptions, \(count(.derived)) derived and "
        + "\(count(.published)) published figures of [design.\(Assumptions.name)], listed at the end.")
  }

  private static func computeRows(_ design: ClusterDesign, complete: Int) -> [[String]] {
    [
      row("GPUs", design.gpus), row("CPUs", design.cpus), row("systems", design.systems),
      row("racks of systems", design.racks),
      row("racks for network and storage", design.supportRacks, "at the assumed power of such a rack"),
      row("scalable units", design.scalableUnits, "\(complete) complete"),
    ]
  }

  private static func notes(_ specification: ClusterSpecification) -> String {
    let notes = SpecificationNotes.all(specification)
    if notes.isEmpty { return "" }
    var out = "Notes\n"
    for note in notes {
      out += TextParagraph.text("\(note.part): \(note.sentence)", first: "  - ", rest: "    ")
    }
    return out + "\n"
  }

  private static func assumptions(_ sizing: ClusterSizing, _ specification: ClusterSpecification) -> String {
    var out = "Assumptions used\n"
    out += TextParagraph.text(
      "An assumption is a choice without a published source. Where each figure comes from stands in the JSON answer "
        + "(--format json) and in docs/sizing.md.")
    let figures = sizing.design.assumptions + specification.assumptions.named
    let rows = figures.map { named -> [String] in
      let figure = named.figure
      return [
        named.name, NumberText.rounded(figure.value, digits: 5), figure.unit, label(figure.basis),
      ]
    }
    return out
      + TextTable(
        columns: [
          TextTable.Column("key"), TextTable.Column("value", .right), TextTable.Column("unit"),
          TextTable.Column("rests on"),
        ], rows: rows
      ).text(indent: 2)
  }

  /// What stops a cluster from being larger, in words.
  static func limitName(_ limit: SizingLimit) -> String {
    switch limit {
    case .requestedGPUs: "the GPUs asked for"
    case .requestedPower: "the power asked for"
    case .connection: "the grid connection"
    case .liquidCooling: "the liquid cooling of the site"
    case .land: "the land"
    case .whiteSpace: "the white space"
    case .floorLoad: "the load that the floor bears"
    case .networkTier: "the tiers of the compute fabric"
    case .scalableUnit: "whole scalable units: the next one does not fit"
    }
  }
}
