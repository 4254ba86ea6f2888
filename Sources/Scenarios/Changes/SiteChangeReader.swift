// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// Reads changes of sites as far as they can be checked without the sites.
struct SiteChangeReader {
  var log: FindingLog

  /// The change; nil when it is wrong, with the reason in the log.
  func read(_ change: Change) -> SiteChange? {
    guard change.path.count == 3 else {
      change.finding(
        "is no attribute of a site", hint: "write sites.<id>.<attribute>, for example sites.*.power_mw_max",
        in: log)
      return nil
    }
    guard let verb = verb(change) else { return nil }
    return SiteChange(sites: change.path[1], attributes: change.path[2], verb: verb)
  }

  private func verb(_ change: Change) -> SiteChange.Verb? {
    switch change.verb {
    case .set: return content(change).map { .set($0) }
    case .delete: return .delete
    case .multiply, .add, .remove:
      guard let number = change.value.number, number.isFinite else {
        change.finding("needs a finite number, found \(change.value.kind)", in: log)
        return nil
      }
      if change.verb == .multiply { return .multiply(number) }
      return .add(change.verb == .add ? number : -number)
    }
  }

  /// The value of a change that sets one attribute, with the checks that its meaning asks for.
  private func content(_ change: Change) -> SiteValue.Content? {
    let name = change.path[2].text
    let node = ConfigNode(.table([name: change.value]), origin: change.origin)
    let table = ConfigTable(
      node, path: ["sites", change.path[1].text], in: change.origin, log: log, reportsMissing: false)
    guard change.path[2].isLiteral, let attribute = SiteAttribute(rawValue: name) else {
      for attribute in SiteAttribute.allCases { _ = table.node(attribute.rawValue) }
      table.reportUnknownAndMissing()
      return nil
    }
    let content = SiteAttributeReader(table: table).content(of: attribute)
    table.reportUnknownAndMissing()
    return content
  }
}

/// Where a change of sites was written.
package struct ChangePlace: Sendable, Equatable {
  /// The change as it is reported, without what it matched.
  package var report: ChangeReport
  /// Its keys, patterns among them.
  package var keyPath: String
  /// File in which it stands, or the overlay.
  package var file: String
  /// Line in the file, from 1; nil for an overlay.
  package var line: Int?
  /// Column in the line, from 1; nil for an overlay.
  package var column: Int?

  init(_ change: Change) {
    report = change.report([])
    keyPath = change.pathText
    file = change.origin.file
    line = change.origin.position?.line
    column = change.origin.position?.column
  }
}
