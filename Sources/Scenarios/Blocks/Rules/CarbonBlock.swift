// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// `[carbon]`: greenhouse gases of the electricity and their limits.
struct CarbonBlock {
  /// What is stated; nil where there is no such block.
  var rules: CarbonRules?

  init(_ table: ConfigTable) {
    var rules = CarbonRules()
    Self.readIntensity(table, &rules)
    rules.capTPerYear = table.limit("cap_t_per_year", .upTo(1e12), penaltyUnit: "t")
    rules.capT = table.limit("cap_t", .upTo(1e13), penaltyUnit: "t")
    self.rules = table.isPresent ? rules : nil
  }

  /// `grid_g_per_kwh`: a figure, or years with, if wanted, `value` for those before and `source`.
  private static func readIntensity(_ carbon: ConfigTable, _ rules: inout CarbonRules) {
    let key = "grid_g_per_kwh"
    let range = NumberRange.upTo(2_000)
    guard let node = carbon.node(key) else { return }
    let years = (node.entries ?? [:]).keys.filter { Int($0) != nil }
    if years.isEmpty {
      if let figure = carbon.figure(key, node, unit: "g/kWh", range) { rules.gridGPerKWh = figure }
      if !carbon.isProbe { return }
    }
    let table = carbon.subtable(key, node)
    let source = table.text("source") ?? ConfigTable.plannersSource
    table.shape?.add(TableShape.anyYear, .number(range))
    for name in years.sorted() {
      guard let entry = table.node(name), let year = Int(name) else { continue }
      guard NumberRange.year.contains(Double(year)), String(year) == name else {
        table.finding(name, entry, "is no year", hint: "years are \(NumberRange.year.words)")
        continue
      }
      rules.gridGPerKWhByYear[year] = table.checked(name, entry, range)
    }
    // Before the first year stated, its figure holds too, unless another one is stated.
    let first = rules.gridGPerKWhByYear.keys.min().flatMap { rules.gridGPerKWhByYear[$0] }
    if let before = table.number("value", range) ?? first {
      rules.gridGPerKWh.value = before
      rules.gridGPerKWh.basis = .estimated
      rules.gridGPerKWh.source = source
    }
  }
}
