// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import PlanningModel
import Quantities
import Sites

extension PlanDocument {
  /// One candidate site.
  static func site(of site: PlannedSite, years: [Int], table: SiteTable) -> JSONValue {
    .object(
      identity(site) + [
        JSONValue.Member("selected", .bool(site.status == .chosen)),
        JSONValue.Member("status", .string(site.status.rawValue)),
        JSONValue.Member("reasons", .array(site.reasons.map { .string($0) })),
        JSONValue.Member(
          "exclusions",
          .array(
            site.exclusions.map {
              ["rule": .string($0.rule), "value": .string($0.value), "limit": .string($0.limit)]
            })),
      ] + outcome(site, years: years) + [
        JSONValue.Member("design", site.design.map { SpecificationLine.json($0.lines) } ?? .null),
        JSONValue.Member("attributes", attributes(of: site.id, table: table)),
      ])
  }

  /// A chosen site without its reasons, design and figures.
  static func decisions(of site: PlannedSite, years: [Int]) -> JSONValue {
    .object(
      identity(site) + [JSONValue.Member("selected", .bool(site.status == .chosen))]
        + outcome(site, years: years))
  }

  /// Which site it is.
  private static func identity(_ site: PlannedSite) -> [JSONValue.Member] {
    let object: JSONValue = [
      "id": .string(site.id),
      "name": .string(site.name),
      "lon": .number(site.position.longitude),
      "lat": .number(site.position.latitude),
      "region": .string(site.region),
    ]
    return object.members ?? []
  }

  /// What was decided for it and what that comes to.
  private static func outcome(_ site: PlannedSite, years: [Int]) -> [JSONValue.Member] {
    let object: JSONValue = [
      "eu_controlled": .optional(site.isEUControlled),
      // Holdings are not public, so that what is known of the class is control.
      "secnumcloud_class": .optional(site.isEUControlled),
      "basis": .optional(site.basis?.rawValue),
      "opens_year": .optional(site.opensYear),
      "blocks": .array(
        site.blocks.map {
          [
            "year": .integer($0.year), "sku": .string($0.skuID), "blocks": .integer($0.blocks),
            "gpus": .integer($0.gpus),
          ]
        }),
      "gpus": .integer(site.gpus),
      "gpus_by_year": byYear(years, site.gpusByYear.map { .integer($0) }),
      "it_mw": .number(site.itMW),
      "it_mw_by_year": byYear(years, site.itMWByYear.map { .number($0) }),
      "grid_mw": .number(site.gridMW),
      "grid_mw_by_year": byYear(years, site.gridMWByYear.map { .number($0) }),
      "power_limit_mw": .optional(site.powerLimitMW),
      "pue": .optional(site.pue),
      "connection": site.connection.map(connection) ?? .null,
      "cost": site.status == .chosen ? cost(site.costs) : .null,
    ]
    return object.members ?? []
  }

  private static func connection(_ connection: ConnectionOption) -> JSONValue {
    [
      "voltage_kv": .integer(connection.voltageKV),
      "substation": .string(connection.substation),
      "distance_km": .number(connection.distanceKm),
      "capacity_mw": .number(connection.capacityMW),
      "first_year": .integer(connection.firstYear),
      "cost_eur": .number(connection.costEUR),
    ]
  }

  /// Every attribute of the table that planning reads, with what it rests on; a missing one says why.
  private static func attributes(of id: String, table: SiteTable) -> JSONValue {
    guard let row = table.row(of: id) else { return .array([]) }
    return .array(
      SiteAttribute.allCases.compactMap { attribute -> JSONValue? in
        guard let column = table.column(attribute.rawValue) else { return nil }
        let value = column.values[row]
        let content: JSONValue
        var source = value.source
        switch value.content {
        case .number(let number): content = .number(number)
        case .text(let text): content = .string(text)
        case .missing(let reason):
          content = .null
          source = reason
        }
        return [
          "name": .string(column.name), "value": content, "unit": .string(column.unit),
          "basis": .optional(value.basis?.rawValue), "source": .string(source),
          "low": .optional(value.low), "high": .optional(value.high),
        ]
      })
  }
}
