// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities
package import Sites

/// Sites with everything that a scenario says of them.
package struct StatedSites: Sendable, Equatable {
  /// The sites with the scenario's attributes in place.
  package var table: SiteTable
  /// What each change of sites matched, in order.
  package var changes: [ChangeReport]
  /// Changes that match nothing or cannot be made.
  package var findings: [Finding]
}

extension Scenario {
  /// Puts the scenario's attributes in place of those of the site source: first `[sites.<id>]`, then the
  /// changes of sites in order. Whether the new values can be is for `SiteTable.valueFaults()`.
  ///
  /// - Parameter table: The sites as read, before anything missing is filled.
  /// - Throws: `SiteTable.Fault`, never for a consistent table.
  package func stating(_ table: SiteTable) throws(SiteTable.Fault) -> StatedSites {
    let (changed, outcomes) = try table.applying(siteOverrides).applying(siteChanges)
    var stated = StatedSites(table: changed, changes: [], findings: [])
    for (outcome, place) in zip(outcomes, siteChangePlaces) {
      for fault in outcome.faults {
        stated.findings.append(
          Finding(
            file: place.file, line: place.line, column: place.column, keyPath: place.keyPath,
            message: fault.message, hint: fault.hint))
      }
      guard !outcome.matches.isEmpty else { continue }
      var report = place.report
      report.matches = outcome.matches.map { match in
        ChangeReport.Match(
          path: ConfigPath.text(["sites", match.siteID, match.attribute]), old: Self.text(match.old),
          new: Self.text(match.new))
      }
      stated.changes.append(report)
    }
    return stated
  }

  private static func text(_ content: SiteValue.Content) -> String? {
    switch content {
    case .number(let value): NumberText.plain(value)
    case .text(let text): CanonicalTOML.quoted(text)
    case .missing: nil
    }
  }
}

extension SiteChange {
  /// The change as `[[changes]]` of a file writes it.
  var node: ConfigNode {
    let origin = ConfigOrigin(file: "", position: nil)
    func node(_ content: ConfigNode.Content) -> ConfigNode { ConfigNode(content, origin: origin) }
    let path = ChangePath.text([NamePattern(literal: "sites"), sites, attributes])
    var entries = ["path": node(.text(path))]
    switch verb {
    case .set(.number(let value)): entries["set"] = node(.number(value))
    case .set(.text(let text)): entries["set"] = node(.text(text))
    case .set(.missing), .delete: entries["delete"] = node(.boolean(true))
    case .multiply(let factor): entries["multiply"] = node(.number(factor))
    case .add(let amount): entries["add"] = node(.number(amount))
    }
    return node(.table(entries))
  }
}
