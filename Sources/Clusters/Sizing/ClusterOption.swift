// SPDX-License-Identifier: GPL-3.0-or-later

/// One scalable unit of one product: the whole block that an optimiser counts.
///
/// A design of `n` units has exactly `n` times these numbers, so that a plan and its designs agree.
package struct ClusterOption: Sendable, Equatable, Codable {
  /// The product.
  package var skuID: String
  /// GPUs of the unit.
  package var gpus: Int
  /// Purchasable systems (NVL72 racks, DGX nodes) of the unit.
  package var systems: Int
  /// Racks that hold the systems; network and storage racks are counted in `whiteSpaceM2` only.
  package var racks: Int
  /// Provisioned power of the systems alone, MW.
  package var systemsMW: Double
  /// Provisioned IT power with network and storage, MW: what cables and the grid connection are sized on.
  package var itMW: Double
  /// Average IT power, MW: what energy is counted on.
  package var averageITMW: Double
  /// Share of the heat of `itMW` that goes to liquid.
  package var liquidShare: Double
  /// White space with aisles, network and storage racks, m2.
  package var whiteSpaceM2: Double
  /// Land, ha, from site power at the reference PUE and a stated MW per ha.
  package var landHa: Double
  /// Systems, EUR.
  package var systemsCapexEUR: Double
  /// Network and storage, EUR.
  package var networkAndStorageCapexEUR: Double
  /// Building with electrical and cooling plant, EUR.
  package var shellCapexEUR: Double
  /// The worst basis behind each kind of number.
  package var basis: ClusterBasis
  /// Published peak dense rates of one of its GPUs, at most one a precision; empty where none is published.
  package var denseRates: [ComputeRate] = []
  /// First calendar year in which units can be put in service; nil for any.
  package var firstYear: Int?
  /// Last calendar year in which units can be put in service; nil for any.
  package var lastYear: Int?

  /// One scalable unit of one product.
  package init(
    skuID: String, gpus: Int, systems: Int, racks: Int, systemsMW: Double, itMW: Double, averageITMW: Double,
    liquidShare: Double, whiteSpaceM2: Double, landHa: Double, systemsCapexEUR: Double,
    networkAndStorageCapexEUR: Double, shellCapexEUR: Double, basis: ClusterBasis
  ) {
    self.skuID = skuID
    self.gpus = gpus
    self.systems = systems
    self.racks = racks
    self.systemsMW = systemsMW
    self.itMW = itMW
    self.averageITMW = averageITMW
    self.liquidShare = liquidShare
    self.whiteSpaceM2 = whiteSpaceM2
    self.landHa = landHa
    self.systemsCapexEUR = systemsCapexEUR
    self.networkAndStorageCapexEUR = networkAndStorageCapexEUR
    self.shellCapexEUR = shellCapexEUR
    self.basis = basis
  }

  /// Whether units can be put in service in a calendar year.
  package func isAvailable(in year: Int) -> Bool { year >= firstYear ?? year && year <= lastYear ?? year }

  /// Peak dense rate of the whole unit at a precision, EFLOPS; nil where the catalogue states none.
  package func denseEFLOPS(_ precision: ComputePrecision) -> Double? {
    for rate in denseRates where rate.precision == precision {
      return rate.pflopsPerGPU * Double(gpus) / 1_000
    }
    return nil
  }

  /// Systems, network and storage, EUR.
  package var itCapexEUR: Double { systemsCapexEUR + networkAndStorageCapexEUR }
  /// IT and building, EUR; the grid connection and the land are the site's.
  package var totalCapexEUR: Double { itCapexEUR + shellCapexEUR }
}
