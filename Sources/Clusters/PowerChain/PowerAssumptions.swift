// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the power chain rests on beside the design.
package struct PowerAssumptions: AssumptionSet {
  /// Efficiency of the uninterruptible supplies.
  package var upsEfficiency = Quantity(
    0.95, unit: "", basis: .estimated, source: "double conversion, 94 to 96 % in makers' figures", low: 0.94,
    high: 0.96)
  /// Share of the IT power that stands behind uninterruptible supplies.
  package var upsShare = Quantity(
    1, unit: "", basis: .estimated, source: "all IT power behind a UPS, the usual design; a planner's choice",
    low: 0, high: 1)
  /// Efficiency of busways and low-voltage distribution.
  package var distributionEfficiency = Quantity(
    0.998, unit: "", basis: .estimated,
    source: "98.8 % for transformer and distribution together, a common planning value, split 99.0 and 99.8",
    low: 0.99, high: 0.999)
  /// Efficiency of the transformers from medium to low voltage.
  package var transformerEfficiency = Quantity(
    0.99, unit: "", basis: .estimated,
    source: "98.8 % for transformer and distribution together, a common planning value, split 99.0 and 99.8",
    low: 0.985, high: 0.995)
  /// Efficiency of one high-voltage transformer.
  package var hvTransformerEfficiency = Quantity(
    0.995, unit: "", basis: .estimated,
    source: "large units lose less than half a per cent at full load; no data sheet was read", low: 0.99,
    high: 0.998)
  /// Efficiency of the power shelves or supplies inside the systems.
  package var shelfEfficiency = Quantity(
    0.97, unit: "", basis: .estimated,
    source: "97 % for rack power shelves, a common planning value; inside the published rack power",
    low: 0.94,
    high: 0.98)
  /// Short peak over provisioned power where no peak is published.
  package var peakFactor = Quantity(
    1.16, unit: "", basis: .derived,
    source: "155 kW peak over 135 kW (Lenovo LP2357) and over 132 kW (HPE a50009244enw) of one GB300 NVL72: "
      + "1.15 and 1.17", low: 1.15, high: 1.4)
  /// Power factor at the meter where the site states none.
  package var powerFactor = Quantity(
    0.97, unit: "", basis: .estimated, source: "0.95 to 0.98 with corrected supplies", low: 0.95, high: 0.98)
  /// Rating of one UPS module.
  package var upsModuleMW = Quantity(
    1.25, unit: "MW", basis: .estimated,
    source: "half of the usual 2.5 MW block (https://www.terakraft.no/post/"
      + "ups-ai-data-center-everything-you-need-to-know); makers sell 0.5 to 2.5", low: 0.5, high: 2.5)
  /// Modules that share one spare under n+1.
  package var spareGroup = Quantity(
    4, unit: "count", basis: .estimated, source: "n of n+1, four to one spare; a planner's choice", low: 3,
    high: 6)
  /// Rating of one transformer from medium to low voltage.
  package var transformerMVA = Quantity(
    2.5, unit: "MVA", basis: .published,
    source: "2.5 MW, typical generator and transformer size: https://www.terakraft.no/post/"
      + "ups-ai-data-center-everything-you-need-to-know", low: 1.6, high: 3.15)
  /// Most power that a site draws at 225 kV.
  package var capacity225MW = Quantity(
    240, unit: "MW", basis: .published,
    source:
      "ceiling at Lisses: https://www.journaldunet.com/web-tech/cloud/1506379-info-jdn-cloudhq-veut-eriger-"
      + "le-plus-grand-datacenter-de-france/", low: 200, high: 240)
  /// Most power of one on-site substation.
  package var substationMW = Quantity(
    120, unit: "MW", basis: .published,
    source:
      "Lisses, two of 120 MW: https://www.journaldunet.com/web-tech/cloud/1506379-info-jdn-cloudhq-veut-"
      + "eriger-le-plus-grand-datacenter-de-france/", low: 60, high: 120)
  /// Rating of one transformer from 225 kV to medium voltage.
  package var hvTransformerMVA = Quantity(
    70, unit: "MVA", basis: .estimated,
    source:
      "two of three bear the 120 MW of a Lisses substation (3 x 225/33 kV); the rating is not published",
    low: 63, high: 125)
  /// Rating of one transformer from 400 kV to 225 kV.
  package var mainTransformerMVA = Quantity(
    300, unit: "MVA", basis: .estimated,
    source:
      "a site at 400 kV is taken to step down to 225 kV first and then as at Lisses; no French site at 400 kV "
      + "publishes its transformers", low: 150, high: 600)
  /// Medium voltage on site.
  package var mediumVoltageKV = Quantity(
    33, unit: "kV", basis: .published,
    source:
      "Lisses, 225/33 kV (20 kV is the other French choice): https://www.journaldunet.com/web-tech/cloud/"
      + "1506379-info-jdn-cloudhq-veut-eriger-le-plus-grand-datacenter-de-france/", low: 20, high: 33)
  /// Share of the power at the meter that generators can replace.
  package var backupShare = Quantity(
    1, unit: "", basis: .estimated,
    source: "the whole site, as at Lisses; training halls can go without, as Fairwater Atlanta does", low: 0,
    high: 1)
  /// Site power that one generator stands for.
  package var generatorMW = Quantity(
    240.0 / 114.0, unit: "MW", basis: .derived,
    source: "Lisses, 114 generators for 240 MW: https://www.journaldunet.com/web-tech/cloud/1506379-info-jdn-"
      + "cloudhq-veut-eriger-le-plus-grand-datacenter-de-france/", low: 1.5, high: 3)
  /// Hours that the fuel on site lasts at full load.
  package var fuelHours = Quantity(
    48, unit: "h", basis: .estimated, source: "two days, a planner's choice", low: 12, high: 96)
  /// Fuel for one MWh of backup power.
  package var fuelLPerMWh = Quantity(
    260, unit: "l/MWh", basis: .estimated,
    source: "gas oil of about 10 kWh a litre in an engine of 38 %; no data sheet was read", low: 240,
    high: 300)
  /// Voltage between phases at the rack.
  package var rackVoltageV = Quantity(
    415, unit: "V", basis: .estimated,
    source: "three phases of 240 V to neutral, as GB200 and GB300 racks take",
    low: 400, high: 480)
  /// Share of its rating that a breaker carries all day.
  package var feedDerate = Quantity(
    0.8, unit: "", basis: .estimated, source: "the common rule of 80 % for a load without pause", low: 0.8,
    high: 1)
  /// Power factor of a rack.
  package var rackPowerFactor = Quantity(
    0.98, unit: "", basis: .estimated, source: "corrected supplies, 0.95 to 0.99", low: 0.95, high: 0.99)
  /// Price of a UPS, to weigh the items of the electrical line.
  package var upsEURPerMW = Quantity(
    400_000, unit: "EUR/MW", basis: .estimated,
    source: "order of size only, with batteries; no price list found")
  /// Price of a generator, to weigh the items of the electrical line.
  package var generatorEURPerMW = Quantity(
    500_000, unit: "EUR/MW", basis: .estimated, source: "order of size only, with tank; no price list found")
  /// Price of a high-voltage transformer, to weigh the items of the electrical line.
  package var hvTransformerEURPerMVA = Quantity(
    40_000, unit: "EUR/MVA", basis: .estimated,
    source: "order of size only, with its bay; no price list found")
  /// Price of a medium-voltage transformer, to weigh the items of the electrical line.
  package var transformerEURPerMVA = Quantity(
    60_000, unit: "EUR/MVA", basis: .estimated,
    source: "order of size only, with switchgear; no price list found")
  /// Price of one rack feed with its share of busway, to weigh the items of the electrical line.
  package var feedEUR = Quantity(
    12_000, unit: "EUR", basis: .estimated, source: "order of size only; no price list found")

  /// The defaults.
  package init() {}
}
