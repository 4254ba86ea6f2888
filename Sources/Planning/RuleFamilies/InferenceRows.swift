// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities
import Sites

/// Rows that hold exactly when the GPUs can be shared out among hubs, each GPU to one hub within its reach
/// (the theorem of Hall): for every set of hubs, the GPUs within reach of any of them are at least what they
/// want together.
///
/// Of the sets only those are stated that say something: all hubs whose candidates lie within those of the
/// set belong to it, and its hubs hang together by shared candidates. Hubs that lie apart, or within one
/// another, so make few rows.
///
/// P. Hall, On Representatives of Subsets, Journal of the London Mathematical Society s1-10 (1935) 26-30.
struct InferenceRows {
  /// Most rows a year. Beyond it the demands are refused, not approximated: hubs that overlap in ever new
  /// ways can double the rows with each.
  static let mostRows = 1_000

  /// One demand with the candidates within reach.
  private struct Reach {
    var demand: InferenceDemand
    var sites: [Int]
    /// Place in the list of the scenario; elements have no names and are counted from 1.
    var number: Int
  }

  /// A row: the hubs of a set that want something in a year.
  private struct Row {
    var hubs: [Int]
    var sites: Set<Int>
    var gpus: Double
  }

  private var reaches: [Reach] = []

  /// Finds who is within reach; faults go to the findings of the context.
  init(_ demands: [InferenceDemand], _ context: inout RuleContext) {
    let key = "demand.inference"
    let hubs = Self.hubs(in: context.table)
    let names = hubs.map(\.name)
    for (index, demand) in demands.enumerated() {
      let place = "\(key) \(index + 1)"
      context.checkWithinHorizon(demand.gpus, key: "\(place).gpus")
      let slug = Self.slug(demand.hub)
      guard context.isKnown(slug, among: names, key: "\(place).hub", what: "hub") else { continue }
      guard let hub = hubs.first(where: { $0.name == slug }) else { continue }
      var times: [Double] = []
      var sites: [Int] = []
      for site in context.problem.sites.indices {
        guard let time = context.table.number(hub.column, row: context.row(ofSite: site)) else { continue }
        times.append(time)
        if time <= demand.latencyMs { sites.append(site) }
      }
      if sites.isEmpty, demand.gpus.penaltyEURPerUnit == nil {
        let nearest = times.min().map { "; the nearest is at \($0) ms" } ?? "; \(hub.column) is known of none"
        context.finding(
          "\(place): no candidate lies within \(demand.latencyMs) ms of \(demand.hub)\(nearest)")
      }
      reaches.append(Reach(demand: demand, sites: sites, number: index + 1))
    }
    for year in context.problem.years.indices {
      guard let rows = rows(year, context) else {
        context.finding(
          "\(key): the candidates of \(demands.count) demands overlap in more than \(Self.mostRows) ways in "
            + "\(context.problem.years[year]), too many to plan together; join hubs that lie near each other, or "
            + "give them the same latency_ms")
        reaches = []
        return
      }
      if Self.hasOnePrice(rows, reaches) { continue }
      context.finding(
        "\(key): hubs that share candidates leave missing GPUs without a single price; leave "
          + "penalty_eur_per_gpu out, or state one hub")
      reaches = []
      return
    }
  }

  /// Names and columns of the hubs that the table knows times to, ascending.
  static func hubs(in table: SiteTable) -> [(name: String, column: String)] {
    var hubs: [(name: String, column: String)] = []
    for column in table.columns where column.name.hasPrefix("latency_") && column.name.hasSuffix("_rtt_ms") {
      hubs.append((slug(String(column.name.dropFirst(8).dropLast(7))), column.name))
    }
    return hubs.sorted { $0.name < $1.name }
  }

  /// A name in lower case with underscores, as in the names of columns.
  static func slug(_ name: String) -> String {
    String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
  }

  /// The rules, one a year and a set of hubs that says more than the others.
  func rules(_ context: RuleContext) -> [LinearRule] {
    var rules: [LinearRule] = []
    for year in context.problem.years.indices {
      for row in rows(year, context) ?? [] {
        let demands = row.hubs.map { reaches[$0].demand }
        let scope = demands.map { "\($0.hub) within \($0.latencyMs) ms" }.joined(separator: " and ")
        var sources: [String] = []
        for demand in demands where !sources.contains(demand.gpus.source) {
          sources.append(demand.gpus.source)
        }
        let calendar = context.problem.years[year]
        rules.append(
          LinearRule(
            .demandInference, name: "demand.inference", scope: scope, year: calendar, unit: "GPU",
            terms: context.problem.gpus(on: row.sites.sorted(), year: year), atLeast: row.gpus,
            penaltyEURPerUnit: demands[0].gpus.penaltyEURPerUnit, source: sources.joined(separator: "; "),
            settings: row.hubs.flatMap { hub in
              reaches[hub].demand.gpus.settings(
                ["demand", "inference", String(reaches[hub].number), "gpus"], year: calendar, form: .whole,
                highest: 100_000_000)
            }))
      }
    }
    return rules
  }

  /// The rows of a year that say something; nil where there are too many.
  private func rows(_ year: Int, _ context: RuleContext) -> [Row]? {
    var wanted: [(hub: Int, gpus: Double)] = []
    var kept: [Row] = []
    for (hub, reach) in reaches.enumerated() {
      for limit in context.limits(reach.demand.gpus) where limit.year == year && limit.limit > 0 {
        if reach.sites.isEmpty {
          // Out of everybody's reach: violated as a whole, whatever the other hubs get.
          kept.append(Row(hubs: [hub], sites: [], gpus: limit.limit))
        } else {
          wanted.append((hub, limit.limit))
        }
      }
    }
    // The candidates of every set of hubs that hangs together, each once: hub by hub the sets grow by those
    // that share a candidate.
    var unions: [Set<Int>] = []
    var known: Set<Set<Int>> = []
    let circles = wanted.map { Set(reaches[$0.hub].sites) }
    for circle in circles where known.insert(circle).inserted { unions.append(circle) }
    var next = 0
    while next < unions.count {
      if unions.count > Self.mostRows { return nil }
      let union = unions[next]
      next += 1
      for circle in circles where !union.isDisjoint(with: circle) {
        let grown = union.union(circle)
        if known.insert(grown).inserted { unions.append(grown) }
      }
    }
    for sites in unions {
      var row = Row(hubs: [], sites: sites, gpus: 0)
      for want in wanted where sites.isSuperset(of: reaches[want.hub].sites) {
        row.hubs.append(want.hub)
        row.gpus += want.gpus
      }
      if hangsTogether(row.hubs) { kept.append(row) }
    }
    return kept
  }

  /// Whether no part of some hubs shares no candidate with the rest: else the row of the parts says as much.
  private func hangsTogether(_ hubs: [Int]) -> Bool {
    guard let first = hubs.first else { return false }
    var sites = Set(reaches[first].sites)
    var rest = Array(hubs.dropFirst())
    while let next = rest.firstIndex(where: { !sites.isDisjoint(with: reaches[$0].sites) }) {
      sites.formUnion(reaches[rest.remove(at: next)].sites)
    }
    return rest.isEmpty
  }

  /// Whether each missing GPU is missed in one row only, at one price.
  private static func hasOnePrice(_ rows: [Row], _ reaches: [Reach]) -> Bool {
    for (index, row) in rows.enumerated() {
      let prices = row.hubs.map { reaches[$0].demand.gpus.penaltyEURPerUnit }
      for price in prices where price != prices[0] { return false }
      guard prices[0] != nil else { continue }
      for other in rows[(index + 1)...] where !other.sites.isDisjoint(with: row.sites) { return false }
    }
    return true
  }
}
