// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Fills the countries whose law reaches a site's owner or operator.
///
/// Rule: where nobody has been named yet the site is open, so an operator under French law can still be
/// chosen: `FR`. Where somebody has been named but the country is unknown, `unknown`, which counts as outside
/// the EU: a plan must not claim control it cannot show.
struct JurisdictionEstimate: EstimateRule {
  var output: DerivedAttribute { DerivedAttribute(.ownerCountry) }

  func estimate(row: Int, in table: SiteTable) -> SiteValue? {
    if table.text(.operatorNamed, row: row) == "no" {
      return SiteValue(
        .text("FR"), basis: .estimated,
        source: "nobody named yet: open to an operator under French law")
    }
    return SiteValue(
      .text("unknown"), basis: .estimated,
      source: "owner or operator named without a country: counted as outside the EU")
  }
}
