// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Something that goes wrong in the world. What it changes in a scenario depends on the sites; `Workflows`
/// says it.
package enum Stress: Sendable, Equatable {
  /// A substation cannot be used.
  case loseSubstation(String)
  /// Power comes this many years later to every site of a demand zone.
  case delayZone(String, years: Int)
  /// Power comes this many years later everywhere.
  case delayAll(years: Int)
  /// Electricity costs so many times as much, without the excise.
  case energyPrice(factor: Double)
  /// No site may have an owner or operator from outside the EU.
  case excludeNonEUOwners
  /// A site cannot be used.
  case loseSite(String)

  /// Kinds as a study file writes them.
  enum Kind: String, CaseIterable {
    case loseSubstation = "lose-substation"
    case delayZone = "delay-zone"
    case delayAll = "delay-all"
    case energyPrice = "energy-price"
    case excludeNonEUOwners = "exclude-non-eu-owners"
    case loseSite = "lose-site"
  }

  /// Reads one table of `[[stress]]`; nil where it is wrong.
  init?(_ table: ConfigTable) {
    func years() -> Int? { table.integer("years", .from(1, to: 30), .required) }
    guard let kind = table.choice("kind", Kind.self, .required) else {
      // Without the kind nobody can say which of these belong there.
      for key in ["substation", "zone", "years", "factor", "site"] { _ = table.node(key) }
      return nil
    }
    switch kind {
    case .loseSubstation:
      guard let name = table.text("substation", .required) else { return nil }
      self = .loseSubstation(name)
    case .delayZone:
      let zone = table.text("zone", .required)
      guard let years = years(), let zone else { return nil }
      self = .delayZone(zone, years: years)
    case .delayAll:
      guard let years = years() else { return nil }
      self = .delayAll(years: years)
    case .energyPrice:
      guard let factor = table.number("factor", .positive(upTo: 100), .required) else { return nil }
      self = .energyPrice(factor: factor)
    case .excludeNonEUOwners:
      self = .excludeNonEUOwners
    case .loseSite:
      guard let site = table.text("site", .required) else { return nil }
      self = .loseSite(site)
    }
  }

  /// What happens, in a few words.
  var words: String {
    switch self {
    case .loseSubstation(let name): "without substation \(name)"
    case .delayZone(let zone, let years): "\(zone) \(years == 1 ? "a year" : "\(years) years") later"
    case .delayAll(let years): "all power \(years == 1 ? "a year" : "\(years) years") later"
    case .energyPrice(let factor): "electricity at \(NumberText.plain(factor)) times its price"
    case .excludeNonEUOwners: "no owner from outside the EU"
    case .loseSite(let site): "without site \(site)"
    }
  }
}

/// A stress test that speaks of something that is not there.
package struct StressFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong.
  package var message: String
  /// What to do; empty where the message says it all.
  package var hint: String

  /// A stress test that speaks of something that is not there.
  package init(_ message: String, hint: String = "") {
    self.message = message
    self.hint = hint
  }

  /// What is wrong and what to do.
  package var description: String { hint.isEmpty ? message : "\(message) (\(hint))" }
}
