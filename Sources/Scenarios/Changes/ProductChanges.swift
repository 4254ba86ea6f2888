// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Makes the changes of products in the trees of their files, before those are read and checked.
struct ProductChanges {
  /// Changes of products, in order.
  var changes: [Change]
  var log: FindingLog

  /// A product with the tree of its file.
  struct Product {
    var id: String
    var tree: ConfigNode
  }

  /// What the tables `[skus.<id>]` of a scenario say, as changes that set one value each.
  static func declared(in scenario: ConfigNode, log: FindingLog) -> [Change] {
    guard let skus = scenario.entries?["skus"] else { return [] }
    return scenario.leaves(below: ["skus"]).compactMap { path in
      guard let value = scenario.node(at: path) else { return nil }
      // A table in which nothing is said is no fault.
      if value.entries?.isEmpty == true { return nil }
      guard path.count > 2 else {
        log.add(
          at: path.count == 1 ? skus.origin : value.origin, path: path,
          "must be a table of keys of the product, found \(value.kind)",
          hint: "for example [skus.gb300-nvl72.price_usd], and below it mid = 4_000_000")
        return nil
      }
      return Change(path: path.map(NamePattern.init(literal:)), verb: .set, value: value)
    }
  }

  /// Changes the products.
  ///
  /// - Parameter isComplete: Whether every product is there; if not, nobody can say that a change matches
  ///   none.
  /// - Returns: What each change matched.
  func apply(to products: inout [Product], isComplete: Bool) -> [ChangeReport] {
    changes.compactMap { change in
      if change.path.dropFirst(2).map(\.text) == ["sku", "id"] {
        change.finding("is what the product is known by, and cannot be changed", in: log)
        return nil
      }
      let before = log.reports
      var matches: [ChangeReport.Match] = []
      var reason: (message: String, hint: String)?
      var isKnown = false
      for index in products.indices where change.path[1].matches(products[index].id) {
        isKnown = true
        matches += edit(&products[index], change, &reason)
      }
      if !isKnown, !isComplete { return nil }
      if matches.isEmpty, log.reports == before {
        let (message, hint) = reason ?? noProduct(change, products.map(\.id))
        change.finding(message, hint: hint, in: log)
      }
      return matches.isEmpty ? nil : change.report(matches)
    }
  }

  private func edit(
    _ product: inout Product, _ change: Change, _ reason: inout (message: String, hint: String)?
  ) -> [ChangeReport.Match] {
    var single = change
    var keys = Array(change.path.dropFirst(2))
    // The value of a number is the number: its band, basis and source are not left as they were.
    if keys.count > 1, keys.last?.text == "value" { keys.removeLast() }
    let prefix = [NamePattern(literal: "skus"), NamePattern(literal: product.id)]
    single.path = prefix + keys
    var matches: [ChangeReport.Match] = []
    for path in targets(single, keys, in: product.tree) {
      var one = single
      one.path = prefix + path.map(NamePattern.init(literal:))
      if one.verb == .set, let old = product.tree.node(at: path) { one.value = one.value.inPlace(of: old) }
      var edit = TreeEdit(one, log: log)
      edit.path = Array(one.path.dropFirst(2))
      edit.prefix = ["skus", product.id]
      matches += edit.apply(to: &product.tree)
    }
    if matches.isEmpty { reason = product.tree.missing(keys, below: [product.id]) }
    return matches
  }

  /// Keys that a change speaks of. One key alone may be new to the product.
  private func targets(_ change: Change, _ keys: [NamePattern], in tree: ConfigNode) -> [[String]] {
    let found = tree.paths(matching: keys)
    guard found.isEmpty, change.verb == .set || change.verb == .add, change.literalPath != nil else {
      return found
    }
    return [keys.map(\.text)]
  }

  private func noProduct(_ change: Change, _ ids: [String]) -> (message: String, hint: String) {
    let near = change.path[1].nearest(among: ids).map { "did you mean '\($0)'? " } ?? ""
    return (
      "matches nothing: the catalogue holds no product '\(change.path[1].text)'",
      near + "it holds \(ids.sorted().joined(separator: ", "))"
    )
  }
}

extension ConfigNode {
  /// This value where another one stood: a plain number in place of one with its basis becomes the planner's,
  /// in the same unit.
  func inPlace(of old: ConfigNode) -> ConfigNode {
    if old.text != nil, let bareText { return ConfigNode(.text(bareText), origin: origin) }
    guard let before = old.entries else { return self }
    if old.isFigure {
      guard number != nil || isFigure else { return self }
      var entries = self.entries ?? ["value": ConfigNode(content, origin: origin)]
      if entries["unit"] == nil { entries["unit"] = before["unit"] }
      for (key, text) in [("basis", "estimated"), ("source", ConfigTable.plannersSource)]
      where entries[key] == nil {
        entries[key] = ConfigNode(.text(text), origin: origin)
      }
      return ConfigNode(.table(entries), origin: origin)
    }
    guard let after = entries else { return self }
    var entries = after
    for (key, node) in after {
      if let old = before[key] { entries[key] = node.inPlace(of: old) }
    }
    return ConfigNode(.table(entries), origin: origin)
  }
}
