// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A merged scenario while changes are made in it.
struct ChangedTree {
  var tree: ConfigNode
  /// Changes of sites and products, in order: which there are is known only when the layers and the hardware
  /// are read.
  var late: [Change] = []
  /// What was changed so far.
  var reports: [ChangeReport] = []

  /// Makes changes in order.
  mutating func apply(_ changes: [Change], log: FindingLog) {
    for change in changes { apply(change, log: log) }
  }

  private mutating func apply(_ change: Change, log: FindingLog) {
    switch change.target {
    case .scenario: edit(change, log: log)
    case .product: late.append(change)
    case .site:
      for single in change.singleAttributes {
        let isPlain = single.verb == .set && single.literalPath != nil
        if isPlain, !late.contains(where: { $0.target == .site }) {
          edit(single, log: log)
        } else {
          late.append(single)
        }
      }
    }
  }

  private mutating func edit(_ change: Change, log: FindingLog) {
    let before = log.reports
    let matches = TreeEdit(change, log: log).apply(to: &tree)
    if matches.isEmpty, log.reports == before {
      let renamed = log.currentName?(change.path.prefix { $0.isLiteral }.map(\.text)).map { names in
        let (message, hint) = ConfigTable.renamed(names.now)
        return (message: "matches nothing: '\(names.former)' \(message)", hint: hint)
      }
      let (message, hint) = renamed ?? tree.missing(change.path) ?? ("matches nothing", "")
      change.finding(message, hint: hint, in: log)
    }
    if !matches.isEmpty { reports.append(change.report(matches)) }
  }

  /// This tree with a file laid over it. Where the base changes sites or products, what the file says of them
  /// comes after.
  func overlaid(by file: ConfigNode) -> ChangedTree {
    var result = self
    var upper = file
    for family in ["sites", "skus"] where late.contains(where: { $0.path.first?.text == family }) {
      for path in file.leaves(below: [family]) where path.count > 2 {
        guard let value = file.node(at: path), value.entries?.isEmpty != true else { continue }
        result.late.append(Change(path: path.map(NamePattern.init(literal:)), verb: .set, value: value))
        upper = upper.removing(path)
      }
    }
    result.tree = tree.overlaid(by: upper)
    return result
  }
}

extension ConfigNode {
  /// Paths to all values below a path that are no further tables, in order; a number with its basis is one
  /// value.
  func leaves(below path: [String] = []) -> [[String]] {
    guard let node = node(at: path) else { return [] }
    guard let entries = node.entries, !entries.isEmpty, !node.isFigure else { return [path] }
    return entries.keys.sorted().flatMap { leaves(below: path + [$0]) }
  }
}
