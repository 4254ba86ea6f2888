// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// Figures behind the rules that fill missing site attributes. Every filled value carries basis `estimated`.
package struct EstimateParameters: Sendable, Equatable, Codable {
  /// Grid power a hectare of site can carry, in MW/ha, with the range of real sites as its band.
  package var powerMWPerHa: Quantity
  /// Power of a site without area beside a 225 kV substation, in MW.
  package var power225MW: Quantity
  /// Power of a site without area beside a 400 kV substation, in MW.
  package var power400MW: Quantity
  /// Power of a site without area far from both, in MW.
  package var powerDistributionMW: Quantity
  /// Distance up to which a substation counts as beside the site, in km.
  package var besideKm: Quantity
  /// First year of the RTE fast track for sites the ministry named.
  package var fastTrackYear: Quantity
  /// Power usage effectiveness at the reference temperature, a ratio.
  package var pueReference: Quantity
  /// Annual mean temperature at which `pueReference` holds, in degC.
  package var pueReferenceTemperatureC: Quantity
  /// Increase of power usage effectiveness per degC of annual mean temperature.
  package var puePerDegC: Quantity
  /// Figures behind the inputs that are computed from what layers give.
  package var derivedInputs: DerivedInputParameters

  /// Figures behind the rules that fill missing site attributes.
  package init(
    powerMWPerHa: Quantity, power225MW: Quantity, power400MW: Quantity, powerDistributionMW: Quantity,
    besideKm: Quantity, fastTrackYear: Quantity, pueReference: Quantity,
    pueReferenceTemperatureC: Quantity, puePerDegC: Quantity,
    derivedInputs: DerivedInputParameters = .defaults
  ) {
    self.powerMWPerHa = powerMWPerHa
    self.power225MW = power225MW
    self.power400MW = power400MW
    self.powerDistributionMW = powerDistributionMW
    self.besideKm = besideKm
    self.fastTrackYear = fastTrackYear
    self.pueReference = pueReference
    self.pueReferenceTemperatureC = pueReferenceTemperatureC
    self.puePerDegC = puePerDegC
    self.derivedInputs = derivedInputs
  }
}
