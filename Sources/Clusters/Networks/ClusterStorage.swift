// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Storage of one cluster, sized per GPU: capacity, reading and writing, whichever asks for most appliances.
package struct ClusterStorage: Sendable, Equatable, Codable {
  /// What sets the number of appliances.
  package enum Limit: String, Sendable, Codable, CaseIterable {
    /// Usable capacity.
    case capacity
    /// Reading.
    case reading
    /// Writing.
    case writing
  }

  /// Usable capacity wanted, PB (1e15 bytes).
  package var capacityPB: Double
  /// Reading wanted, GB/s.
  package var readGBPerS: Double
  /// Writing wanted, GB/s.
  package var writeGBPerS: Double
  /// Appliances.
  package var appliances: Int
  /// What sets their number.
  package var limit: Limit
  /// All appliances, kW.
  package var powerKW: Double

  init(gpus: Int, assumptions: borrowing NetworkAssumptions) {
    let count = Double(gpus)
    let capacityTB = count * assumptions.storageTBPerGPU.value
    capacityPB = capacityTB / 1_000
    readGBPerS = count * assumptions.storageReadGBPerSPerGPU.value
    writeGBPerS = count * assumptions.storageWriteGBPerSPerGPU.value
    let byCapacity = capacityTB / assumptions.applianceTB.value
    let byReading = readGBPerS / assumptions.applianceReadGBPerS.value
    let byWriting = writeGBPerS / assumptions.applianceWriteGBPerS.value
    let most = max(byCapacity, byReading, byWriting)
    // The tolerance keeps rounding of a product from adding an appliance.
    appliances = wholeNumber((most * (1 - 1e-12)).rounded(.up))
    if most == byCapacity {
      limit = .capacity
    } else {
      limit = most == byReading ? .reading : .writing
    }
    powerKW = Double(appliances) * assumptions.applianceKW.value
  }
}
