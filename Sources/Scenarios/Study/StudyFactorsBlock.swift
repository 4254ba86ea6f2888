// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Studies

/// `[[factors]]`: what a study varies.
struct StudyFactorsBlock {
  /// Factors that could be read.
  var factors: [StudyFactor] = []
  /// Where each of them stands.
  var places: [StudyPlace] = []
  /// Whether every factor could be read; if not, the design cannot be tried.
  var isComplete = true
  /// Names of all factors, faulty ones included; whoever gives them a value is not to blame.
  var names: Set<String> = []

  init(_ root: ConfigTable) {
    let tables = root.tables("factors")
    isComplete = root.entry("factors") == nil || !tables.isEmpty
    for table in tables {
      let factor = Self.factor(table)
      if let name = table.entry("name")?.text { names.insert(name) }
      guard let factor else {
        isComplete = false
        continue
      }
      factors.append(factor)
      places.append(StudyPlace(origin: table.origin, path: table.path))
    }
    for (factor, place) in zip(factors, places) { Self.checkPath(factor.factor, place, root.log) }
  }

  /// Where a factor stands; the list of factors for a name that is none.
  func place(of name: String?, otherwise: StudyPlace) -> StudyPlace {
    // Of two factors with one name the later one is to blame.
    guard let name, let index = factors.lastIndex(where: { $0.factor.name == name }) else { return otherwise }
    return places[index]
  }

  private static func factor(_ table: ConfigTable) -> StudyFactor? {
    let name = table.text("name", .required, example: "\"energy price\"")
    let path = table.text("path", .required, example: "\"cost.energy_eur_per_mwh\"")
    let hasVerb = table.entry("verb") != nil
    let verb = table.choice("verb", Factor.Verb.self)
    let unit = table.text("unit") ?? ""
    let before = table.log.reports
    let levels = levels(table)
    let distribution = table.entry("distribution") == nil ? nil : StudyDistribution.read(table)
    if levels != nil, let node = table.node("distribution") {
      table.finding(
        "distribution", node, "stands beside levels", hint: "state the levels or the distribution of a factor"
      )
    }
    _ = table.node("distribution")
    guard let name, let path, verb != nil || !hasVerb, table.log.reports == before else { return nil }
    // What was meant to be levels or a distribution is reported elsewhere; without it nothing is known of the
    // values.
    let isOpen = levels == nil && distribution == nil
    if isOpen, table.keys.contains(where: { !["name", "path", "verb", "unit"].contains($0) }) { return nil }
    var domain = Factor.Domain.open
    if let levels { domain = .levels(levels) }
    if let distribution { domain = .distribution(distribution) }
    return StudyFactor(Factor(name, path: path, verb: verb ?? .set, domain: domain), unit: unit)
  }

  private static func levels(_ table: ConfigTable) -> [FactorValue]? {
    guard let node = table.node("levels") else { return nil }
    guard let nodes = table.list("levels", node) else {
      table.finding("levels", node, "must be a list, found \(node.kind)", hint: "write levels = [50, 70, 90]")
      return nil
    }
    return nodes.compactMap { table.factorValue("levels", $0) }
  }

  /// A path must be one that a change may have.
  private static func checkPath(_ factor: Factor, _ place: StudyPlace, _ log: FindingLog) {
    guard let text = OverlayText.text(factor, .number(1)) else {
      place.report(
        "'\(factor.path)' is no key path", hint: "keys are joined by dots, for example \"grid.route_factor\"",
        in: log)
      return
    }
    // Which texts a site takes is seen when its values are checked.
    guard let change = Change(argument: text, log: FindingLog()), change.target == .site else {
      OverlayText.check(text, at: place, log: log)
      return
    }
    for value in factor.stated {
      if let text = OverlayText.text(factor, value) { OverlayText.check(text, at: place, log: log) }
    }
  }
}

extension Factor {
  /// Values that are written out, or the ends of a distribution.
  var stated: [FactorValue] {
    switch domain {
    case .levels(let levels): levels
    case .distribution(let distribution): distribution.ends.map { [$0.low, $0.high] } ?? []
    case .open: []
    }
  }
}

extension ConfigTable {
  /// A number, a text or a yes or no; anything else is a finding.
  func factorValue(_ key: String, _ node: ConfigNode) -> FactorValue? {
    if let shape {
      for form in [KeyShape.number(.any), .text(.any), .boolean()] { shape.add(key, form) }
      return .number(1)
    }
    switch node.content {
    case .integer, .number: return checked(key, node, .any).map { .number($0) }
    case .text(let text): return .text(text)
    case .boolean(let value): return .bool(value)
    case .table, .array, .date:
      finding(
        key, node, "must be a number, a text or true or false, found \(node.kind)",
        hint: "lists and tables are set by the changes of a case: changes = ['hardware.use=[\"dgx-b300\"]']")
      return nil
    }
  }
}
