// SPDX-License-Identifier: GPL-3.0-or-later

/// Something a reader of the networks and the storage must know.
package enum NetworkNote: Sendable, Equatable, Codable {
  /// Counts of Ethernet switches, storage and management servers are not published.
  case mostlyAssumed
  /// The Ethernet network needs a third tier.
  case ethernetThirdTier(core: Int)
  /// The product states no compute fabric, so that the compared power lacks it.
  case fabricNotCounted(skuID: String)
  /// What is counted with the fabric exceeds the power that the sizing keeps for it, kW.
  case aboveBudget(countedKW: Double, budgetKW: Double)
  /// What is counted with the fabric stays within the power that the sizing keeps for it, kW.
  case withinBudget(countedKW: Double, budgetKW: Double)

  /// The note in words.
  package var sentence: String {
    switch self {
    case .mostlyAssumed:
      "no maker publishes the number of Ethernet switches, storage appliances and management servers: they follow from assumptions"
    case .ethernetThirdTier(let core):
      "the Ethernet network is too large for two tiers and has \(core) core switches"
    case .fabricNotCounted(let skuID):
      "\(skuID) states no compute fabric, so its power is missing from the count"
    case .aboveBudget(let counted, let budget):
      "fabric, networks and storage come to \(whole(counted)) kW, more than the \(whole(budget)) kW that the sizing keeps for them; "
        + "raise the share of network and storage, or provision less storage"
    case .withinBudget(let counted, let budget):
      "fabric, networks and storage come to \(whole(counted)) kW of the \(whole(budget)) kW that the sizing keeps for them"
    }
  }
}

/// A power in whole kilowatts.
private func whole(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  return "\(Int(value.rounded()))"
}
