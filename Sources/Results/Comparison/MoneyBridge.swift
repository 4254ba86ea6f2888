// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Quantities

/// From the money of one plan to that of another, by kind of money and by site, in whole cents, so that every
/// sum holds to the cent.
package struct MoneyBridge: Sendable, Equatable {
  /// Money by kind.
  package struct Amounts: Sendable, Equatable {
    /// Undiscounted money in the order of `MoneyBridge.kinds`, cents.
    package var cents: [Int]
    /// All of it, discounted to the base year, cents.
    package var discountedCents: Int

    /// No money.
    package static let none = Amounts(cents: MoneyBridge.kinds.map { _ in 0 }, discountedCents: 0)

    /// All kinds together, undiscounted, cents.
    package var undiscountedCents: Int { cents.reduce(0, +) }
    /// Whether it is nothing.
    package var isNone: Bool { discountedCents == 0 && cents.allSatisfy { $0 == 0 } }

    package static func + (a: Amounts, b: Amounts) -> Amounts {
      var sum = a
      for index in sum.cents.indices { sum.cents[index] += b.cents[index] }
      sum.discountedCents += b.discountedCents
      return sum
    }

    package static func - (a: Amounts, b: Amounts) -> Amounts {
      var difference = a
      for index in difference.cents.indices { difference.cents[index] -= b.cents[index] }
      difference.discountedCents -= b.discountedCents
      return difference
    }
  }

  /// What one site adds to the difference.
  package struct Line: Sendable, Equatable {
    /// What became of the site.
    package var change: SiteDifference.Kind
    /// Its identifier.
    package var siteID: String
    /// Its name.
    package var name: String
    /// Its money in B less its money in A.
    package var amounts: Amounts
  }

  /// Kinds of undiscounted money, by their names in plan.json; no money is of two kinds.
  package static let kinds = CostsTable.kinds.filter {
    $0.name != "capex_eur" && $0.name != "discounted_eur"
  }

  /// Money of A.
  package var a: Amounts
  /// Money of B.
  package var b: Amounts
  /// One line for each site that either plan chose, in order of the identifiers.
  package var lines: [Line]
  /// Money that belongs to no site: penalties of soft constraints, and whatever else the totals hold and no
  /// site does.
  package var ofNoSite: Amounts
  /// What is left because every figure of the files is rounded to the cent before it is added.
  package var rounding: Amounts

  /// The whole difference, B less A.
  package var difference: Amounts { b - a }

  /// Everything from A to B by what became of the sites.
  package func sum(of change: SiteDifference.Kind) -> Amounts {
    var sum = Amounts.none
    for line in lines where line.change == change { sum = sum + line.amounts }
    return sum
  }

  /// The bridge between two plans.
  ///
  /// - Parameter changes: What became of every site that either plan chose.
  init(from first: PlanFile, to second: PlanFile, changes: [SiteDifference]) {
    a = Self.amounts(first.totals.costs)
    b = Self.amounts(second.totals.costs)
    lines = []
    var siteSumA = Amounts.none
    var siteSumB = Amounts.none
    for change in changes {
      var before = Amounts.none
      var after = Amounts.none
      if let costs = change.a?.costs { before = Self.amounts(costs) }
      if let costs = change.b?.costs { after = Self.amounts(costs) }
      siteSumA = siteSumA + before
      siteSumB = siteSumB + after
      lines.append(
        Line(change: change.kind, siteID: change.id, name: change.name, amounts: after - before))
    }
    let restA = a - siteSumA
    let restB = b - siteSumB
    let rest = restB - restA
    // Each of n figures and their sum is off by half a cent at most.
    let roundA = first.chosen.count + 1
    let roundB = second.chosen.count + 1
    ofNoSite = .none
    rounding = .none
    let penalties = Self.kinds.firstIndex { $0.name == "penalties_eur" }
    for index in rest.cents.indices {
      let isRounding =
        restA.cents[index].magnitude <= roundA && restB.cents[index].magnitude <= roundB
      if isRounding, index != penalties {
        rounding.cents[index] = rest.cents[index]
      } else {
        ofNoSite.cents[index] = rest.cents[index]
      }
    }
    if restA.discountedCents.magnitude <= roundA, restB.discountedCents.magnitude <= roundB {
      rounding.discountedCents = rest.discountedCents
    } else {
      ofNoSite.discountedCents = rest.discountedCents
    }
  }

  /// Money of a file in cents.
  private static func amounts(_ costs: PlanCosts) -> Amounts {
    Amounts(cents: kinds.map { cents($0.value(costs)) }, discountedCents: cents(costs.discountedEUR))
  }

  /// EUR as whole cents, halves away from zero. What no plan can hold counts as nothing; the reader of a file
  /// refuses it before.
  private static func cents(_ eur: Double) -> Int {
    eur.magnitude <= FileLimits.largest ? Int((eur * 100).rounded()) : 0
  }

  /// Cents as EUR for people, for example `-1,234.50`: exact, unlike a number that was divided.
  package static func text(_ cents: Int, signed: Bool = false) -> String {
    let whole = NumberText.grouped(Int(cents.magnitude / 100))
    let rest = cents.magnitude % 100
    let sign = cents < 0 ? "-" : signed && cents > 0 ? "+" : ""
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
