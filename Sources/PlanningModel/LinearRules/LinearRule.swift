// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A rule that is linear in what is decided: a sum over blocks, open sites and connections, held above or
/// below a limit or a share of another sum. Families of rules compile to values of this type before the model
/// is built, so the model, the audit, the explanation of an infeasible scenario and the reports need not know
/// them.
package struct LinearRule: Sendable, Equatable {
  /// What a term counts, by the end of a year.
  package enum Quantity: Sendable, Equatable, Hashable, Codable {
    /// Blocks of a sku installed at a site.
    case blocks(site: Int, sku: Int)
    /// Blocks of a sku installed at a site whose connection is one of these; none where it has another one or
    /// none. Connections ascend.
    case connectedBlocks(site: Int, sku: Int, connections: [Int])
    /// MW that a site has contracted beyond the least of its connection while that is one of these, by what
    /// its blocks draw; none where it has another one or none. Connections ascend and have one least.
    case contracted(site: Int, connections: [Int])
    /// 1 when a site is open.
    case open(site: Int)
    /// 1 when a connection of a site is energised.
    case energised(site: Int, connection: Int)
    /// Blocks of a sku in the whole country.
    case national(sku: Int)

    /// The site it speaks of; nil for the country.
    package var site: Int? {
      switch self {
      case .blocks(let site, _), .connectedBlocks(let site, _, _), .contracted(let site, _), .open(let site),
        .energised(let site, _):
        site
      case .national: nil
      }
    }

    /// Whether it speaks of connections and not of blocks: an empty site counts.
    var isConnection: Bool {
      switch self {
      case .open, .energised: true
      case .blocks, .connectedBlocks, .contracted, .national: false
      }
    }
  }

  /// A coefficient times a quantity by the end of a year.
  package struct Term: Sendable, Equatable, Codable {
    /// What is counted.
    package var quantity: Quantity
    /// Index of the year.
    package var year: Int
    /// What one of it adds, in the rule's unit.
    package var coefficient: Double

    /// A coefficient times a quantity by the end of a year.
    package init(_ quantity: Quantity, year: Int, _ coefficient: Double) {
      self.quantity = quantity
      self.year = year
      self.coefficient = coefficient
    }
  }

  /// What kind of rule it is, with all that is known of the kind.
  package var kind: RuleKind
  /// The planner's name for it, or the key that states it; empty where the kind says enough.
  package var name: String
  /// Site, substation, basin, hub or tier it speaks of; empty for the country.
  package var scope: String
  /// Calendar year it speaks of; nil for the whole horizon.
  package var year: Int?
  /// Unit of the sum and of absolute limits.
  package var unit: String
  /// Terms of the sum.
  package var terms: [Term]
  /// Terms of the sum of which the limits are shares; empty where they are absolute.
  package var reference: [Term]
  /// Added to the sum of the terms.
  package var constant: Double
  /// Smallest value, or smallest share of the reference; nil for none.
  package var atLeast: Double?
  /// Largest value, or largest share of the reference; nil for none.
  package var atMost: Double?
  /// Price of each unit by which the limit is violated, in EUR of that year; nil makes the rule a hard one.
  package var penaltyEURPerUnit: Double?
  /// Where the limit comes from, in words.
  package var source: String
  /// Numbers and entries of the scenario that the limit rests on; empty where a planner can relax none.
  package var settings: [LimitSetting]
  /// What the limit changes by where such a number changes by 1, for limits that are no shares.
  package var limitPerSetting = 1.0
  /// Size against which a relaxation is measured; nil for the size of the number that is written, or for a
  /// share that of the largest thing that the sum counts.
  package var relaxationScale: Double?
  /// The smallest value that whole blocks can have, for the row of the model; nil for the one that is stated.
  package var tightenedAtLeast: Double?
  /// The amount in one unit of its row of the model.
  package var amountPerRowUnit = 1.0

  /// A rule that is linear in what is decided.
  package init(
    _ kind: RuleKind, name: String = "", scope: String = "", year: Int? = nil, unit: String, terms: [Term],
    reference: [Term] = [], constant: Double = 0, atLeast: Double? = nil, atMost: Double? = nil,
    penaltyEURPerUnit: Double? = nil, source: String = "", settings: [LimitSetting] = [],
    relaxationScale: Double? = nil
  ) {
    self.kind = kind
    self.name = name
    self.scope = scope
    self.year = year
    self.unit = unit
    self.terms = terms
    self.reference = reference
    self.constant = constant
    self.atLeast = atLeast
    self.atMost = atMost
    self.penaltyEURPerUnit = penaltyEURPerUnit
    self.source = source
    self.settings = settings
    self.relaxationScale = relaxationScale
  }

  /// Whether the limits are shares of another sum.
  package var isShare: Bool { !reference.isEmpty }

  /// What the limits rest on.
  package var basis: LimitBasis {
    // One part is as much as the largest thing that the sum counts.
    let largest = isShare ? max(1, 10 * (terms.map(\.coefficient.magnitude).max() ?? 1)) : nil
    return LimitBasis(
      settings: settings, limitPerSetting: limitPerSetting, scale: relaxationScale ?? largest,
      isShare: isShare)
  }

  /// Index of the last year that any term speaks of: the year whose discount factor prices a violation.
  var lastYear: Int { (terms + reference).map(\.year).max() ?? 0 }
}
