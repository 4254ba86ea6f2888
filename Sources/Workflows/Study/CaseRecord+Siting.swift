// SPDX-License-Identifier: GPL-3.0-or-later

import PlanningModel
import Results

extension CaseRecord {
  /// The siting of the plan: which sites, on which connection, from which year.
  var siting: KeptSiting {
    KeptSiting(
      openings: sites.compactMap { site in
        guard let voltageKV = site.voltageKV, let year = site.opensYear else { return nil }
        return KeptSiting.Opening(
          siteID: site.id, voltageKV: voltageKV, substation: site.substation, year: year)
      })
  }
}
