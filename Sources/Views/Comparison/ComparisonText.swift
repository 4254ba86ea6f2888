// SPDX-License-Identifier: GPL-3.0-or-later

package import Results

/// What `arpent compare` prints: inputs, figures, decisions and money of two plans. Plain text to paste in a
/// mail.
package struct ComparisonText {
  var comparison: PlanComparison

  /// A comparison in words.
  package init(comparison: PlanComparison) {
    self.comparison = comparison
  }

  /// Longest text of one value of the inputs.
  private static let longestValue = 56

  /// The text, ending with a line end.
  package var text: String {
    var parts = [heading, inputs, figures]
    if comparison.isEqual {
      parts.append(comparison.a.record.plan.hasPlan ? "Decisions and money: equal\n" : "")
    } else {
      parts += [decisions, moneyByKind, moneyBySite]
    }
    parts.append(remarks)
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var heading: String {
    let (a, b) = (comparison.a, comparison.b)
    return """
      A  \(Self.name(a))
      B  \(Self.name(b))

      \(TextWidth.safe(comparison.verdict))

      """
  }

  private static func name(_ side: ComparedPlan) -> String {
    let title = side.record.plan.name.isEmpty ? side.path : "\(side.record.plan.name) (\(side.path))"
    return TextWidth.safe(title)
  }

  // MARK: Inputs

  private var inputs: String {
    guard let inputs = comparison.inputs else { return "Inputs: not compared, see below\n" }
    if inputs.isEmpty {
      let isWhole = comparison.a.inputs?.values != nil && comparison.b.inputs?.values != nil
      return isWhole ? "Inputs: equal\n" : "Inputs: files and versions are equal, values are not compared\n"
    }
    var table = TextTable(columns: [.init("input"), .init("A"), .init("B")])
    for value in inputs.values {
      let isLong = max(value.a?.shown.count ?? 0, value.b?.shown.count ?? 0) > Self.longestValue
      if isLong, !value.onlyInA.isEmpty || !value.onlyInB.isEmpty {
        table.rows.append([
          value.path, Self.entries(value.onlyInA), Self.entries(value.onlyInB),
        ])
      } else {
        table.rows.append([value.path, Self.shown(value.a?.shown), Self.shown(value.b?.shown)])
      }
      for (first, second) in Self.grounds(value) { table.rows.append(["", first, second]) }
    }
    for file in inputs.files {
      table.rows.append(["\(file.role) \(file.path)", Self.digest(file.a), Self.digest(file.b)])
    }
    for version in inputs.versions {
      table.rows.append(["version of \(version.name)", version.a ?? "-", version.b ?? "-"])
    }
    return "Inputs that differ: \(inputs.count)\n" + table.text(indent: 2)
  }

  private static func shown(_ value: String?) -> String {
    guard let value else { return "not set" }
    return value.count > longestValue ? String(value.prefix(longestValue - 3)) + "..." : value
  }

  private static func entries(_ entries: [String]) -> String {
    entries.isEmpty ? "no other" : shown("also " + entries.joined(separator: ", "))
  }

  /// What the two values rest on, as far as it differs: basis, band and source, a row each.
  private static func grounds(_ value: InputsComparison.Value) -> [(String, String)] {
    let pairs = [
      (value.a?.basis ?? "", value.b?.basis ?? ""),
      (band(value.a), band(value.b)),
      (value.a?.source ?? "", value.b?.source ?? ""),
    ]
    var rows: [(String, String)] = []
    for (first, second) in pairs where first != second {
      let shared = zip(first, second).prefix { $0 == $1 }.count
      let isLong = max(first.count, second.count) > longestValue - 2
      let skipped = isLong && shared > 12 ? shared - 8 : 0
      rows.append((ground(first, skipped), ground(second, skipped)))
    }
    return rows
  }

  private static func band(_ value: RecordedValue?) -> String {
    guard let value, !value.band.isEmpty else { return "" }
    return "band \(value.band)"
  }

  /// A ground in brackets; the beginning that both share may be skipped, so that the difference is in sight.
  private static func ground(_ ground: String, _ skipped: Int) -> String {
    guard !ground.isEmpty else { return "" }
    let text = skipped > 0 ? "..." + ground.dropFirst(skipped) : ground
    return text.count > longestValue - 2 ? "(\(text.prefix(longestValue - 5))...)" : "(\(text))"
  }

  private static func digest(_ digest: String?) -> String {
    guard let digest else { return "not read" }
    return digest.isEmpty ? "no digest" : "SHA-256 \(digest.prefix(12))..."
  }

  // MARK: Figures

  private var figures: String {
    var table = TextTable(columns: [
      .init(""), .init("A", .right), .init("B", .right), .init("B - A", .right),
    ])
    for row in comparison.figureRows { table.rows.append([row.label, row.a, row.b, row.change]) }
    return "Figures\n" + table.text(indent: 2)
  }

  // MARK: Decisions

  private var decisions: String {
    guard !comparison.sites.isEmpty else { return "" }
    let moved = comparison.sites.filter { $0.kind != .kept }
    guard !moved.isEmpty else {
      return "Sites: \(comparison.siteCounts); every site has the same decisions in both\n"
    }
    var table = TextTable(columns: [
      .init(""), .init("site"), .init("what"), .init("A"), .init("B"),
    ])
    for kind in SiteDifference.Kind.allCases where kind != .kept {
      for site in comparison.sites(kind) {
        for (index, row) in site.rows.enumerated() {
          let isFirst = index == 0
          table.rows.append([
            isFirst ? kind.rawValue : "", isFirst ? site.name : "", row.what, row.a, row.b,
          ])
        }
      }
    }
    return "Sites: \(comparison.siteCounts)\n" + table.text(indent: 2)
  }

  // MARK: Money

  private var moneyByKind: String {
    guard let bridge = comparison.bridge else { return "" }
    var table = TextTable(columns: [
      .init("EUR, not discounted"), .init("A", .right), .init("B", .right), .init("B - A", .right),
    ])
    for row in bridge.kindRows { table.rows.append([row.label] + row.texts) }
    return "Money by kind\n" + table.text(indent: 2)
  }

  private var moneyBySite: String {
    guard let bridge = comparison.bridge else { return "" }
    var table = TextTable(columns: [
      .init(""), .init("EUR"), .init("discounted", .right), .init("not discounted", .right),
    ])
    for step in comparison.bridgeSteps {
      table.rows.append([
        step.change, step.label, MoneyBridge.text(step.amounts.discountedCents, signed: !step.isEnd),
        MoneyBridge.text(step.amounts.undiscountedCents, signed: !step.isEnd),
      ])
    }
    let kept = bridge.lines.filter { $0.change == .kept && $0.amounts.isNone }.count
    let note = kept > 0 ? "  (\(kept) kept sites cost the same to the cent)\n" : ""
    return "From A to B by site\n" + table.text(indent: 2) + note
  }

  private var remarks: String {
    guard !comparison.remarks.isEmpty else { return "" }
    return "Remarks\n" + comparison.remarks.map { "  - \(TextWidth.safe($0))\n" }.joined()
  }
}
