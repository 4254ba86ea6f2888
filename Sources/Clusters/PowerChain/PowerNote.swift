// SPDX-License-Identifier: GPL-3.0-or-later

/// Something a reader of a power chain must know.
package enum PowerNote: Sendable, Equatable, Codable {
  /// The assumed losses alone need more than the PUE of the design leaves; they are scaled down to it.
  case lossesExceedPUE(designPUE: Double, neededPUE: Double)
  /// No peak is published for this product; an assumed factor stands in.
  case peakAssumed(skuID: String, factor: Double)
  /// No backup generation at all.
  case noBackup
  /// Generators stand for part of the site only.
  case partialBackup(share: Double)
  /// The site needs more than this voltage usually gives, MW.
  case voltageTooLow(voltageKV: Double, siteMW: Double, usualMW: Double)
  /// One rack needs several feeds side by side on each path.
  case parallelFeeds(skuID: String, feeds: Int)
  /// The step from 400 kV is an assumption.
  case assumed400KVLayout

  /// The note in plain words.
  package var sentence: String {
    let text = PlantArithmetic.text
    switch self {
    case .lossesExceedPUE(let design, let needed):
      return "The losses of the chain alone need a PUE of \(text(needed)), the design has "
        + "\(text(design)); they are scaled down to it and nothing is left for cooling."
    case .peakAssumed(let skuID, let factor):
      return "No peak is published for \(skuID); \(text(factor)) times the provisioned power is assumed."
    case .noBackup: return "The site has no backup generation: it stands still when the grid fails."
    case .partialBackup(let share):
      return "Generators stand for \(text(share * 100)) % of the power at the meter."
    case .voltageTooLow(let voltage, let site, let usual):
      return
        "\(text(site)) MW is more than the \(text(usual)) MW that \(text(voltage)) kV usually gives one site."
    case .parallelFeeds(let skuID, let feeds):
      return
        "A rack of \(skuID) needs \(feeds) feeds side by side on each path; no standard breaker is large enough."
    case .assumed400KVLayout:
      return "The step from 400 kV to 225 kV and its transformers are assumed; no French site publishes them."
    }
  }
}
