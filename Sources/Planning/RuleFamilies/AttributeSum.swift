// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import PlanningModel
import Sites

/// A sum over sites of an attribute times GPUs, MW or the site itself.
package struct AttributeSum: Sendable, Equatable, Codable {
  /// What the attribute is multiplied with.
  package enum Per: String, Sendable, Codable, CaseIterable {
    /// GPUs in service.
    case gpu
    /// Provisioned IT power, in MW.
    case itMW = "it_mw"
    /// Grid power, in MW: IT power times power usage effectiveness.
    case gridMW = "grid_mw"
    /// 1 for an open site.
    case site

    /// Unit of what is multiplied; empty for a site.
    var unit: String {
      switch self {
      case .gpu: "GPU"
      case .itMW, .gridMW: "MW"
      case .site: ""
      }
    }
  }

  /// Site attribute that holds numbers.
  package var attribute: String
  /// What it is multiplied with.
  package var per: Per
  /// Unit of the sum, as the planner states it; empty where none is stated, which only an attribute without
  /// unit allows.
  package var unit: String

  /// A sum over sites of an attribute.
  package init(attribute: String, per: Per, unit: String) {
    self.attribute = attribute
    self.per = per
    self.unit = unit
  }

  /// Unit of an attribute times what it is counted by: `m3/MW` by MW is `m3`, `km` by GPU is `km*GPU`, no
  /// unit by MW is `MW`.
  static func unit(of attribute: String, times per: Per) -> String {
    var parts = attribute.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let own = per == .site ? "site" : per.unit
    if let place = parts.dropFirst().firstIndex(of: own) {
      parts.remove(at: place)
      return parts.joined(separator: "/")
    }
    if per.unit.isEmpty { return attribute }
    return attribute.isEmpty ? per.unit : "\(attribute)*\(per.unit)"
  }

  /// The attribute of each site; nil, with a finding, where it is not known, holds texts, is missing on a
  /// site or has another unit than stated.
  func values(
    ofSites sites: [Int], rule: PlannerRules.Rule, in context: inout RuleContext
  ) -> [Double]? {
    let key = "\(rule.key): sum"
    let table = context.table
    if let fault = SiteCondition.unknownAttribute(attribute, in: table) {
      context.finding("\(key): \(fault)")
      return nil
    }
    guard let column = table.column(attribute) else {
      context.finding(
        "\(key): no site has the attribute '\(attribute)'; derive it from a layer or give it in the source")
      return nil
    }
    if let row = column.values.firstIndex(where: { $0.text != nil }) {
      context.finding(
        "\(key): '\(attribute)' is a text at site '\(table.ids[row])'; name an attribute of numbers")
      return nil
    }
    let real = Self.unit(of: column.unit, times: per)
    if real != unit, !unit.isEmpty || !column.unit.isEmpty {
      let own = column.unit.isEmpty ? "has no unit" : "is in \(column.unit)"
      let stated = unit.isEmpty ? "no unit is stated" : "unit is '\(unit)'"
      context.finding(
        "\(key): \(stated), but '\(attribute)' \(own), which by \(per.rawValue) gives '\(real)'; write "
          + "unit = \"\(real)\" and the limit in it")
      return nil
    }
    var values: [Double] = []
    var lacking: [String] = []
    for site in sites {
      if let value = table.number(attribute, row: context.row(ofSite: site)) {
        values.append(value)
      } else {
        lacking.append(context.problem.sites[site].id)
      }
    }
    guard let first = lacking.first else { return values }
    context.finding(
      "\(key): '\(attribute)' is not known for \(lacking.count) of \(sites.count) sites, '\(first)' among them; a sum must not "
        + "leave them out in silence: give it, or add a comparison with it to where")
    return nil
  }

  /// The sum by the end of a year, as terms.
  func terms(
    ofSites sites: [Int], _ values: [Double], year: Int, in context: RuleContext
  ) -> [LinearRule.Term] {
    var terms: [LinearRule.Term] = []
    for (place, site) in sites.enumerated() where values[place] != 0 {
      if per == .site {
        terms.append(LinearRule.Term(.open(site: site), year: year, values[place]))
        continue
      }
      for (sku, block) in context.problem.blocks.enumerated() {
        var amount = block.itMW
        if per == .gpu { amount = Double(block.gpus) }
        if per == .gridMW { amount = block.itMW * context.problem.sites[site].pue }
        terms.append(LinearRule.Term(.blocks(site: site, sku: sku), year: year, values[place] * amount))
      }
    }
    return terms
  }
}
