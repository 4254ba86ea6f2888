// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import Quantities

/// Keys of `[demand]` beside `gpus` and `training_campus`.
struct DemandRulesBlock {
  /// What is stated; nil for nothing.
  var rules: DemandRules?

  init(_ table: ConfigTable) {
    var rules = DemandRules()
    rules.exaflops = Self.exaflops(table)
    rules.itMW = table.limit("it_mw", .upTo(1_000_000), penaltyUnit: "mw")
    rules.inference = Self.inference(table)
    self.rules = rules == DemandRules() ? nil : rules
  }

  private static func exaflops(_ demand: ConfigTable) -> DemandRules.Exaflops? {
    let example = "{ precision = \"fp8\", 2028 = 50 }"
    guard let node = demand.node("exaflops") else { return nil }
    guard node.entries != nil else {
      demand.finding(
        "exaflops", node, "must be a table with a precision and years, found \(node.kind)",
        hint: "write exaflops = \(example)")
      return nil
    }
    let before = demand.log.reports
    let table = demand.subtable("exaflops", node)
    let precision = table.choice("precision", ComputePrecision.self, .required)
    let limit = table.limit(.upTo(10_000_000), penaltyUnit: "exaflops")
    if limit.value == nil, limit.byYear.isEmpty, demand.log.reports == before {
      demand.finding("exaflops", node, "states no limit", hint: "write exaflops = \(example)")
    }
    guard let precision, demand.log.reports == before else { return nil }
    return DemandRules.Exaflops(precision: precision, limit: limit)
  }

  private static func inference(_ demand: ConfigTable) -> [InferenceDemand] {
    guard let node = demand.node("inference") else { return [] }
    guard let nodes = demand.list("inference", node) else {
      demand.finding(
        "inference", node, "must be a list of tables, found \(node.kind)",
        hint: "write inference = [ { hub = \"Paris\", gpus = 2_000, latency_ms = 2.0 } ]")
      return []
    }
    var demands: [InferenceDemand] = []
    for (index, element) in nodes.enumerated() {
      guard element.entries != nil else {
        demand.finding(
          "inference", element, "must hold tables, found \(element.kind)",
          hint: "write { hub = \"Paris\", gpus = 2_000, latency_ms = 2.0 }")
        continue
      }
      let table = demand.subtable("inference", element, number: index + 1)
      let hub = table.text("hub", .required, example: "\"Paris\"")
      let latency = table.number("latency_ms", .positive(upTo: 1_000), .required)
      _ = table.node("gpus", .required, example: "2_000")
      let gpus = table.limit("gpus", .upTo(100_000_000), penaltyUnit: "gpu")
      guard let hub, let latency, let gpus else { continue }
      demands.append(InferenceDemand(hub: hub, latencyMs: latency, gpus: gpus))
    }
    return demands
  }
}
