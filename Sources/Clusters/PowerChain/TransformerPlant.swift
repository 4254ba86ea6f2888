// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// The transformers of a site, from the connection to low voltage.
///
/// One substation is fitted to its load; where the site needs more than one, all are alike and built for the
/// largest power of a substation, as at Lisses (240 MW: two substations, each with three 225/33 kV
/// transformers for 120 MW).
package struct TransformerPlant: Sendable, Equatable, Codable {
  /// Voltage of the connection, kV: 225 or 400.
  package var connectionKV: Double
  /// Whether the caller chose the voltage.
  package var voltageIsForced: Bool
  /// Medium voltage on site, kV.
  package var mediumKV: Double
  /// Power at the meter, MVA.
  package var gridMVA: Double
  /// Substations from 225 kV to medium voltage.
  package var substations: Int
  /// Transformers in each, one of them spare.
  package var transformersPerSubstation: Int
  /// Rating of each, MVA.
  package var transformerMVA: Double
  /// Transformers from 400 kV to 225 kV, one of them spare; zero at 225 kV.
  package var mainTransformers: Int
  /// Rating of each, MVA.
  package var mainTransformerMVA: Double
  /// Transformers from medium to low voltage.
  package var distributionTransformers: Int
  /// Rating of each, MVA.
  package var distributionMVA: Double

  /// Transformers from 225 kV to medium voltage.
  package var transformers: Int { substations * transformersPerSubstation }
  /// Their rating in all, MVA.
  package var installedMVA: Double { Double(transformers) * transformerMVA }

  /// Voltages that a connection may have, kV.
  package static let connectionVoltagesKV = [225.0, 400.0]

  /// The transformers of a site.
  init(
    gridMW: Double, powerFactor: Double, lowVoltageMW: Double, connectionKV: Double, forced: Bool,
    redundancy: RedundancyScheme, _ assumptions: borrowing PowerAssumptions
  ) {
    self.connectionKV = connectionKV
    voltageIsForced = forced
    mediumKV = assumptions.mediumVoltageKV.value
    gridMVA = gridMW / powerFactor
    transformerMVA = assumptions.hvTransformerMVA.value
    mainTransformerMVA = assumptions.mainTransformerMVA.value
    distributionMVA = assumptions.transformerMVA.value

    let substationMW = assumptions.substationMW.value
    substations = PlantArithmetic.units(for: gridMW, of: substationMW)
    let servedMW = substations == 1 ? gridMW : substationMW
    transformersPerSubstation = PlantArithmetic.units(for: servedMW / powerFactor, of: transformerMVA) + 1
    mainTransformers =
      connectionKV > 225 ? PlantArithmetic.units(for: gridMVA, of: mainTransformerMVA) + 1 : 0
    let needed = PlantArithmetic.units(for: lowVoltageMW / powerFactor, of: distributionMVA)
    distributionTransformers = redundancy.installed(
      needed: needed, group: PlantArithmetic.count(assumptions.spareGroup.value))
  }
}
