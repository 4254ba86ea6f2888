// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import PlanningModel
import Quantities
import Sites

/// One row a candidate site, chosen or not.
package enum SitesTable {
  /// The fields that a map layer of sites carries. Fields that styles use have a value for every site: zero,
  /// "" or false where nothing was decided, and for jurisdiction false where EU control is not shown, which
  /// is how the planning rules count it. `power_limit_mw` and `pue` are missing where they are not known.
  package static func layer(_ plan: Plan) -> ReportTable {
    var table = ReportTable(
      name: "sites",
      columns: [
        .init("id", .text), .init("name", .text), .init("region", .text), .init("verdict", .text),
        .init("selected", .flag), .init("gpus", .integer), .init("it_mw", .number),
        .init("grid_mw", .number), .init("opens_year", .integer), .init("connection_kv", .integer),
        .init("substation", .text), .init("power_limit_mw", .number), .init("pue", .number),
        .init("capex_eur", .number), .init("discounted_cost_eur", .number),
        .init("eu_controlled", .flag), .init("secnumcloud_class", .flag), .init("basis", .text),
        .init("reason", .text),
      ])
    for site in plan.sites {
      table.add([
        .text(site.id), .text(site.name), .text(site.region), .text(site.verdict.rawValue),
        .flag(site.verdict == .chosen), .integer(site.gpus), .number(site.itMW), .number(site.gridMW),
        .integer(site.opensYear ?? 0), .integer(site.connection?.voltageKV ?? 0),
        .text(site.connection?.substation ?? ""), .optional(site.powerLimitMW), .optional(site.pue),
        .number(site.costs.capexEUR), .number(site.costs.discountedEUR),
        .flag(site.isEUControlled ?? false), .flag(site.isSecNumCloudClass ?? false),
        .text(site.basis?.rawValue ?? ""), .text(site.reasons.joined(separator: "; ")),
      ])
    }
    return table
  }

  /// The same with position, where what is not known or was not decided is missing; one column a year for
  /// GPUs.
  package static func table(_ plan: Plan) -> ReportTable {
    var table = ReportTable(
      name: "sites",
      columns: [
        .init("id", .text), .init("name", .text), .init("lon", .number), .init("lat", .number),
        .init("region", .text), .init("verdict", .text), .init("selected", .flag),
        .init("gpus", .integer), .init("it_mw", .number), .init("grid_mw", .number),
        .init("power_limit_mw", .number), .init("pue", .number), .init("opens_year", .integer),
        .init("connection_kv", .integer), .init("substation", .text),
        .init("connection_km", .number), .init("connection_mw", .number), .init("capex_eur", .number),
        .init("discounted_cost_eur", .number), .init("eu_controlled", .flag),
        .init("secnumcloud_class", .flag), .init("basis", .text), .init("reason", .text),
      ] + plan.years.map { .init("gpus_\($0)", .integer) })
    for site in plan.sites {
      let isChosen = site.verdict == .chosen
      table.add(
        [
          .text(site.id), .text(site.name), .number(site.position.longitude),
          .number(site.position.latitude), .text(site.region), .text(site.verdict.rawValue),
          .flag(isChosen), .integer(site.gpus), .number(site.itMW), .number(site.gridMW),
          .optional(site.powerLimitMW), .optional(site.pue), .optional(site.opensYear),
          .optional(site.connection?.voltageKV), .optional(site.connection?.substation),
          .optional(site.connection?.distanceKm), .optional(site.connection?.capacityMW),
          isChosen ? .number(site.costs.capexEUR) : .missing,
          isChosen ? .number(site.costs.discountedEUR) : .missing, .optional(site.isEUControlled),
          .optional(site.isSecNumCloudClass), .optional(site.basis?.rawValue),
          .text(site.reasons.joined(separator: "; ")),
        ] + site.gpusByYear.map { .integer($0) })
    }
    return table
  }
}
