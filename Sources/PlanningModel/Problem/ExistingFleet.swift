// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// GPUs that are in service, or will be, whatever a plan decides. They take power on their site; a plan
/// neither pays for them nor moves them.
package struct ExistingFleet: Sendable, Equatable, Codable {
  /// Identifier of the site.
  package var siteID: String
  /// The product, where it is known.
  package var skuID: String?
  /// GPUs in service.
  package var gpus: Int
  /// IT power in MW; nil where it is not stated.
  package var itMW: Double?
  /// Power that they take at the meter, in MW.
  package var gridMW: Double
  /// Calendar year by whose end they are in service.
  package var year: Int
  /// Whether they serve the demand of the scenario.
  package var serves: Bool
  /// Who owns them; empty where nobody is named.
  package var owner: String
  /// Where it is published.
  package var source: String

  /// GPUs that are in service whatever a plan decides.
  package init(
    siteID: String, skuID: String? = nil, gpus: Int, itMW: Double? = nil, gridMW: Double, year: Int,
    serves: Bool = true, owner: String = "", source: String = ""
  ) {
    self.siteID = siteID
    self.skuID = skuID
    self.gpus = gpus
    self.itMW = itMW
    self.gridMW = gridMW
    self.year = year
    self.serves = serves
    self.owner = owner
    self.source = source
  }
}

extension SitingProblem {
  /// GPUs of existing fleets that serve the demand at the end of a year.
  package func existingGPUs(year t: Int) -> Int {
    serving(year: t).reduce(0) { $0 + $1.gpus }
  }

  /// IT power in MW of existing fleets that serve the demand at the end of a year, of those that state it.
  package func existingITMW(year t: Int) -> Double {
    serving(year: t).reduce(0) { $0 + ($1.itMW ?? 0) }
  }

  /// What existing fleets that serve the demand bring at the end of a year, each GPU worth what one of a
  /// block of its product is worth; those of other products bring nothing.
  package func existing(year t: Int, worthPerGPU worth: (_ sku: Int) -> Double) -> Double {
    serving(year: t).reduce(0) { sum, fleet in
      guard let sku = blocks.firstIndex(where: { $0.skuID == fleet.skuID }) else { return sum }
      return sum + Double(fleet.gpus) * worth(sku)
    }
  }

  private func serving(year t: Int) -> [ExistingFleet] {
    existing.filter { $0.serves && $0.year <= years[t] }
  }
}
