// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Tiers of sovereignty, from the strongest to the weakest, as a file defines them by conditions on site
/// attributes. A site is in the first tier whose condition holds; a site for which none holds is in the tier
/// that the file names for it, since what is not known proves nothing.
package struct SovereigntyTiers: Sendable, Equatable, Codable {
  /// One tier.
  package struct Tier: Sendable, Equatable, Codable {
    /// Name in rules and results.
    package var name: String
    /// What it means, in words.
    package var meaning: String
    /// Condition on the site's attributes and on `SovereigntyFact`s; nil for a tier that is only fallen into.
    package var condition: SiteCondition?
    /// What the condition rests on, in words.
    package var source: String

    /// One tier.
    package init(name: String, meaning: String = "", condition: SiteCondition?, source: String = "") {
      self.name = name
      self.meaning = meaning
      self.condition = condition
      self.source = source
    }
  }

  /// File that defines them.
  package var file: String
  /// The tiers, the strongest first.
  package var tiers: [Tier]
  /// Name of the tier of a site for which no condition holds.
  package var unknownTier: String
  /// Largest share of capital and votes that one holder from outside the EU may have in the operator of a
  /// SecNumCloud-class service, a ratio; nil where the file states none.
  package var nonEUShareEachMax: Quantity?
  /// The same for all holders from outside the EU together.
  package var nonEUShareTotalMax: Quantity?

  /// Tiers of sovereignty.
  package init(
    file: String = "", tiers: [Tier], unknownTier: String, nonEUShareEachMax: Quantity? = nil,
    nonEUShareTotalMax: Quantity? = nil
  ) {
    self.file = file
    self.tiers = tiers
    self.unknownTier = unknownTier
    self.nonEUShareEachMax = nonEUShareEachMax
    self.nonEUShareTotalMax = nonEUShareTotalMax
  }

  /// Place of a tier, 0 for the strongest; nil for an unknown name.
  package func rank(of name: String) -> Int? { tiers.firstIndex { $0.name == name } }

  /// The status on every site of a table that has the facts of sovereignty, in the order of the table.
  package func statuses(in table: SiteTable) -> [SovereigntyStatus] {
    (0..<table.count).map { status(row: $0, in: table) }
  }

  private func status(row: Int, in table: SiteTable) -> SovereigntyStatus {
    var asked: [String] = []
    for (rank, tier) in tiers.enumerated() {
      guard let condition = tier.condition else { continue }
      for attribute in condition.attributes where !asked.contains(attribute) { asked.append(attribute) }
      guard condition.holds(row: row, in: table) else { continue }
      return SovereigntyStatus(
        siteID: table.ids[row], tier: tier.name, rank: rank, isUnknown: false, reason: condition.text,
        evidence: Self.evidence(condition.attributes, row: row, in: table))
    }
    return SovereigntyStatus(
      siteID: table.ids[row], tier: unknownTier, rank: rank(of: unknownTier) ?? max(0, tiers.count - 1),
      isUnknown: true, reason: "no condition of a tier holds",
      evidence: Self.evidence(asked, row: row, in: table))
  }

  private static func evidence(
    _ attributes: [String], row: Int, in table: SiteTable
  ) -> [SovereigntyStatus.Evidence] {
    attributes.map { attribute in
      let value = SiteCondition.value(attribute, row: row, in: table)
      let unit = table.column(attribute)?.unit ?? ""
      return SovereigntyStatus.Evidence(
        attribute: attribute, value: value.isMissing ? nil : ScreeningText.value(value, unit: unit),
        basis: value.basis, source: value.source)
    }
  }
}
