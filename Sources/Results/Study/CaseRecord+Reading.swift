// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities

extension CaseRecord {
  /// Reads all but the header.
  mutating func readAnswer(_ document: JSONValue, _ reader: inout PlanFieldReader) {
    costEUR = reader.optionalNumber("objective", of: document, at: "")
    for entry in reader.list("objectives", of: document, at: "") {
      objectives.append(
        Objective(
          name: reader.text("name", of: entry, at: "objectives"),
          unit: reader.text("unit", of: entry, at: "objectives"),
          isMaximised: reader.text("sense", of: entry, at: "objectives") == "maximise",
          value: reader.optionalNumber("value", of: entry, at: "objectives"),
          bound: reader.optionalNumber("bound", of: entry, at: "objectives")))
    }
    for year in reader.list("years", of: document, at: "") {
      if let number = Self.whole(year, Self.calendar, at: "years", &reader) { years.append(number) }
    }
    let totals = reader.present("totals", of: document, at: "") ?? .null
    gpusByYear = Self.countsByYear(totals["gpus_by_year"], at: "totals.gpus_by_year", &reader)
    gridMWByYear = Self.byYear(totals["grid_mw_by_year"])
    energyMWhPerYear = reader.optionalNumber("energy_mwh_per_year", of: totals, at: "totals") ?? 0
    euControlledGPUs =
      Self.whole(totals["eu_controlled_gpus"], Self.counts, at: "totals.eu_controlled_gpus", &reader) ?? 0
    money = Self.money(totals["cost"])
    relaxations = (document["explanation"]?["relaxations"]?.array ?? []).compactMap { $0["sentence"]?.string }
    for entry in reader.list("sites", of: document, at: "") where entry["selected"]?.bool == true {
      sites.append(Self.site(entry, &reader))
    }
    sites.sort { $0.id < $1.id }
  }

  /// Years and counts that a plan can hold, so that arithmetic with them cannot overflow.
  private static let calendar = 1900...2999
  private static let counts = 0...1_000_000_000_000

  private static func byYear(_ object: JSONValue?) -> [Double] {
    (object?.members ?? []).map { $0.value.double ?? 0 }
  }

  private static func countsByYear(
    _ object: JSONValue?, at path: String, _ reader: inout PlanFieldReader
  ) -> [Int] {
    var numbers: [Int] = []
    for member in object?.members ?? [] {
      numbers.append(whole(member.value, counts, at: "\(path).\(member.name)", &reader) ?? 0)
    }
    return numbers
  }

  /// A whole number; nil where there is none, and for anything else, which is a fault.
  private static func whole(
    _ value: JSONValue?, _ range: ClosedRange<Int>, at path: String, _ reader: inout PlanFieldReader
  ) -> Int? {
    guard let value, !value.isNull else { return nil }
    if let number = value.int, range.contains(number) { return number }
    let found = value.double.flatMap(NumberText.shortest) ?? value.kind
    reader.report(
      path, "a whole number from \(range.lowerBound) to \(range.upperBound) is needed, this is \(found)")
    return nil
  }

  private static func money(_ object: JSONValue?) -> [Double] {
    moneyKinds.map { object?[$0]?.double ?? 0 }
  }

  private static func site(_ entry: JSONValue, _ reader: inout PlanFieldReader) -> Site {
    let id = reader.text("id", of: entry, at: "sites")
    let path = "sites[\(id)]"
    var blocks: [PlanDecisions.Blocks] = []
    for block in reader.list("blocks", of: entry, at: path) {
      let year = whole(block["year"], calendar, at: "\(path).blocks.year", &reader)
      let count = whole(block["blocks"], counts, at: "\(path).blocks.blocks", &reader)
      guard let year, let count, let sku = block["sku"]?.string else {
        reader.report("\(path).blocks", "needs year, sku and blocks")
        continue
      }
      blocks.append(PlanDecisions.Blocks(year: year, skuID: sku, blocks: count))
    }
    return Site(
      id: id, name: reader.text("name", of: entry, at: path),
      longitude: reader.optionalNumber("lon", of: entry, at: path) ?? 0,
      latitude: reader.optionalNumber("lat", of: entry, at: path) ?? 0,
      region: reader.text("region", of: entry, at: path),
      opensYear: whole(entry["opens_year"], calendar, at: "\(path).opens_year", &reader),
      voltageKV: whole(
        entry["connection"]?["voltage_kv"], counts, at: "\(path).connection.voltage_kv", &reader),
      substation: entry["connection"]?["substation"]?.string ?? "", blocks: blocks,
      gpusByYear: countsByYear(entry["gpus_by_year"], at: "\(path).gpus_by_year", &reader),
      gridMW: reader.optionalNumber("grid_mw", of: entry, at: path) ?? 0,
      isEUControlled: entry["eu_controlled"]?.bool, money: money(entry["cost"]))
  }
}
