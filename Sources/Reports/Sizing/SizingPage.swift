// SPDX-License-Identifier: GPL-3.0-or-later

public import Clusters
import Figures

/// One cluster as a page of text for a data-centre engineer.
public enum SizingPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - sizing: The answer of the sizer.
  ///   - pue: Power usage effectiveness it was computed with.
  public static func text(_ sizing: ClusterSizing, pue: Double) -> String {
    let design = sizing.design
    var out = title(sizing) + "\n\n"
    out += section("Compute", computeRows(design, complete: sizing.completeScalableUnits))
    out += section("Power", powerRows(design, pue: pue))
    out += section("Cooling", coolingRows(design))
    out += section("Space", spaceRows(design))
    out += section("Money (EUR, \(design.priceLevel.rawValue) prices)", moneyRows(design))
    out += section("Performance, peak (published per GPU x GPUs)", performanceRows(design.performance))
    out += "Bound by: \(limitName(sizing.bindingLimit))"
    out += sizing.fits ? "\n" : "; the cluster asked for does not fit\n"
    if !design.notes.isEmpty {
      out += "\nNotes\n"
      for note in design.notes { out += "  - \(SizingNoteText.sentence(note))\n" }
    }
    out += "\nAssumptions\n"
    for named in design.assumptions {
      let value = NumberText.shortest(named.figure.value) ?? ""
      let unit = named.figure.unit.isEmpty ? "" : " \(named.figure.unit)"
      out +=
        "  \(named.name) = \(value)\(unit) (\(named.figure.basis.rawValue))\n    \(named.figure.source)\n"
    }
    return out
  }

  private static func title(_ sizing: ClusterSizing) -> String {
    let skus = sizing.design.shares.map(\.skuID).joined(separator: ", ")
    switch sizing.request {
    case .gpus(let gpus): return "\(NumberText.grouped(Double(gpus), decimals: 0)) GPUs of \(skus)"
    case .gridMW(let power):
      return "\(NumberText.grouped(power, decimals: 1)) MW at the meter, filled with \(skus)"
    }
  }

  private static func section(_ title: String, _ rows: [[String]]) -> String {
    rows.isEmpty ? "" : "\(title)\n" + TextTable(headers: [], rows: rows).text(indent: 2) + "\n"
  }

  private static func row(_ name: String, _ value: Double?, _ decimals: Int, _ unit: String) -> [String]? {
    value.map { [name, NumberText.grouped($0, decimals: decimals), unit] }
  }

  private static func computeRows(_ design: ClusterDesign, complete: Int) -> [[String]] {
    [
      row("GPUs", Double(design.gpus), 0, ""), row("CPUs", Double(design.cpus), 0, ""),
      row("systems", Double(design.systems), 0, ""), row("racks with systems", Double(design.racks), 0, ""),
      row("racks for network and storage", Double(design.supportRacks), 0, ""),
      row("scalable units", Double(design.scalableUnits), 0, "(\(complete) complete)"),
    ].compactMap { $0 }
  }

  private static func powerRows(_ design: ClusterDesign, pue: Double) -> [[String]] {
    [
      row("IT, provisioned", design.itMW, 2, "MW"), row("IT, average", design.averageITMW, 2, "MW"),
      row("facility", design.facilityMW, 2, "MW at PUE \(pue)"), row("at the meter", design.gridMW, 2, "MW"),
      row("at the meter", design.gridMVA, 2, "MVA"),
      row("left of the connection", design.remainingMW, 2, "MW"),
      row("at the meter per GPU", design.gridKWPerGPU, 2, "kW"),
      row("energy", design.energyMWhPerYear, 0, "MWh a year"),
    ].compactMap { $0 }
  }

  private static func coolingRows(_ design: ClusterDesign) -> [[String]] {
    [
      row("heat to liquid", design.heatToLiquidKW, 0, "kW"), row("heat to air", design.heatToAirKW, 0, "kW"),
      row("coolant supply", design.supplyTemperatureC, 1, "degC"),
      row("coolant flow", design.coolantFlowLPerMin, 0, "l/min"),
      row("coolant distribution units", Double(design.coolantDistributionUnits), 0, ""),
    ].compactMap { $0 }
  }

  private static func spaceRows(_ design: ClusterDesign) -> [[String]] {
    [
      row("white space", design.whiteSpaceM2, 0, "m2"), row("land", design.landHa, 2, "ha"),
      row("floor load", design.floorLoadKgPerM2, 0, "kg/m2"),
    ].compactMap { $0 }
  }

  private static func moneyRows(_ design: ClusterDesign) -> [[String]] {
    [
      row("systems", design.capex.systemsEUR, 0, ""),
      row("network and storage", design.capex.networkAndStorageEUR, 0, ""),
      row("building with electrical and cooling plant", design.capex.shellEUR, 0, ""),
      row("total without grid connection and land", design.capex.totalEUR, 0, ""),
    ].compactMap { $0 }
  }

  private static func performanceRows(_ performance: ClusterPerformance) -> [[String]] {
    [
      row("FP4 dense", performance.fp4DensePFLOPS, 0, "PFLOPS"),
      row("FP4 sparse", performance.fp4SparsePFLOPS, 0, "PFLOPS"),
      row("FP8 dense", performance.fp8DensePFLOPS, 0, "PFLOPS"),
      row("FP8 sparse", performance.fp8SparsePFLOPS, 0, "PFLOPS"),
      row("BF16 dense", performance.bf16DensePFLOPS, 0, "PFLOPS"),
      row("FP64", performance.fp64TFLOPS, 0, "TFLOPS"),
      row("memory, usable", performance.usableMemoryTB, 1, "TB"),
      row("memory bandwidth", performance.memoryBandwidthTBPerS, 0, "TB/s"),
    ].compactMap { $0 }
  }

  /// What stops a cluster from being larger, in words.
  static func limitName(_ limit: SizingLimit) -> String {
    switch limit {
    case .requestedGPUs: "the GPUs asked for"
    case .requestedPower: "the power asked for"
    case .connection: "the grid connection"
    case .liquidCooling: "the liquid cooling of the site"
    case .land: "the land"
    case .whiteSpace: "the white space"
    case .floorLoad: "the load that the floor bears"
    case .networkTier: "the tiers of the compute fabric"
    case .scalableUnit: "whole scalable units: the next one does not fit"
    }
  }
}
