// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// A planner's change of attributes of sites that is made when the sites are known, for example from
/// `--set 'sites.cambrai-*.power_mw_max*=1.2'`.
package struct SiteChange: Sendable, Equatable, Codable {
  /// What is done with the values.
  package enum Verb: Sendable, Equatable, Codable {
    /// A value takes their place.
    case set(SiteValue.Content)
    /// Numbers are multiplied; missing ones and texts stay.
    case multiply(Double)
    /// Something is added to numbers, in the unit of the attribute; missing ones and texts stay.
    case add(Double)
    /// They count as missing, so that estimates fill them.
    case delete
  }

  /// Identifiers of the sites.
  package var sites: NamePattern
  /// Names of the attributes.
  package var attributes: NamePattern
  /// What is done with the values.
  package var verb: Verb

  /// A planner's change of attributes of sites.
  package init(sites: NamePattern, attributes: NamePattern, verb: Verb) {
    self.sites = sites
    self.attributes = attributes
    self.verb = verb
  }
}

/// What a change of sites matched, and what is wrong with it.
package struct SiteChangeOutcome: Sendable, Equatable {
  /// One value that was changed.
  package struct Match: Sendable, Equatable {
    /// Site whose value it is.
    package var siteID: String
    /// Attribute that was changed.
    package var attribute: String
    /// The value before.
    package var old: SiteValue.Content
    /// The value after.
    package var new: SiteValue.Content
  }

  /// Why a change cannot be made.
  package struct Fault: Sendable, Equatable {
    /// What is wrong.
    package var message: String
    /// What to do; empty where the message says it all.
    package var hint: String
  }

  /// Values that were changed, by site and then by attribute.
  package var matches: [Match] = []
  /// Why the change, or a part of it, cannot be made.
  package var faults: [Fault] = []

  mutating func fail(_ message: String, hint: String = "") {
    faults.append(Fault(message: message, hint: hint))
  }
}
