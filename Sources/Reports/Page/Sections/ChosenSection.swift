// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Siting

/// The chosen sites with their connections, and the clusters on them.
struct ChosenSection {
  var plan: Plan

  var content: [Markup] { [sites, clusters] + notes }

  private var sites: Markup {
    var table = PageTable(
      caption: "Chosen sites; numbers as on the map; power and GPUs at the end of the horizon",
      columns: [
        .init(title: "Site"), .init(title: "Region"), .init(title: "From"), .init(title: "Connection"),
        .init(title: "GPUs", isNumber: true), .init(title: "IT MW", isNumber: true),
        .init(title: "Grid MW", isNumber: true), .init(title: "May draw, MW", isNumber: true),
        .init(title: "PUE", isNumber: true), .init(title: "EU control"), .init(title: "Rests on"),
      ])
    for (index, site) in plan.chosen.enumerated() {
      let connection = site.connection.map {
        "\($0.voltageKV) kV, \(NumberText.grouped($0.distanceKm, decimals: 1)) km to \($0.substation)"
      }
      table.rows.append([
        .joined([.text("\(index + 1). "), .data(site.name)]), .data(site.region),
        .text(site.opensYear.map(String.init) ?? "-"), .data(connection ?? "-"),
        .text(NumberText.grouped(site.gpus)), .text(NumberText.grouped(site.itMW, decimals: 1)),
        .text(NumberText.grouped(site.gridMW, decimals: 1)),
        .text(site.powerLimitMW.map { NumberText.grouped($0, decimals: 1) } ?? "-"),
        .text(site.pue.map { NumberText.grouped($0, decimals: 3) } ?? "-"),
        .text(site.isEUControlled == true ? "yes" : "no"), .text(site.basis.map { "\($0)" } ?? "-"),
      ])
    }
    let totals = plan.totals
    table.totalRow = table.rows.count
    table.rows.append([
      .text("All"), .empty, .empty, .empty, .text(NumberText.grouped(totals.gpusByYear.last ?? 0)),
      .text(NumberText.grouped(totals.itMWByYear.last ?? 0, decimals: 1)),
      .text(NumberText.grouped(totals.gridMWByYear.last ?? 0, decimals: 1)), .empty, .empty, .empty, .empty,
    ])
    return table.markup
  }

  private var clusters: Markup {
    var table = PageTable(
      caption: "Clusters at the end of the horizon; the notes below say what a figure leaves out",
      columns: [
        .init(title: "Site"), .init(title: "Systems"), .init(title: "Units", isNumber: true),
        .init(title: "Racks", isNumber: true), .init(title: "Support racks", isNumber: true),
        .init(title: "GWh a year", isNumber: true), .init(title: "Heat to liquid, MW", isNumber: true),
        .init(title: "Coolant, l/min", isNumber: true), .init(title: "White space, m2", isNumber: true),
        .init(title: "Land, ha", isNumber: true), .init(title: "FP8 dense, EFLOPS", isNumber: true),
      ])
    for (index, site) in plan.chosen.enumerated() {
      guard let design = site.design else { continue }
      let systems = design.shares.map { "\(NumberText.grouped($0.systems)) \($0.skuID)" }
      table.rows.append([
        .joined([.text("\(index + 1). "), .data(site.name)]), .text(systems.joined(separator: ", ")),
        .text(NumberText.grouped(design.scalableUnits)), .text(NumberText.grouped(design.racks)),
        .text(NumberText.grouped(design.supportRacks)),
        .text(NumberText.grouped(design.energyMWhPerYear / 1_000, decimals: 1)),
        .text(NumberText.grouped(design.heatToLiquidKW / 1_000, decimals: 1)),
        .text(NumberText.grouped(design.coolantFlowLPerMin)), .text(NumberText.grouped(design.whiteSpaceM2)),
        .text(NumberText.grouped(design.landHa, decimals: 2)),
        .text(design.performance.fp8DensePFLOPS.map { NumberText.grouped($0 / 1_000, decimals: 1) } ?? "-"),
      ])
    }
    return table.markup
  }

  /// Notes of the designs, each once with the sites it speaks of.
  private var notes: [Markup] {
    var sentences: [(text: String, sites: [Int])] = []
    for (index, site) in plan.chosen.enumerated() {
      for note in site.design?.notes ?? [] {
        let text = SizingNoteText.sentence(note)
        if let known = sentences.firstIndex(where: { $0.text == text }) {
          sentences[known].sites.append(index + 1)
        } else {
          sentences.append((text, [index + 1]))
        }
      }
    }
    if sentences.isEmpty { return [] }
    return [
      .list(
        sentences.map { note in
          let sites = note.sites.map(String.init).joined(separator: ", ")
          return .text("\(note.text) (\(note.sites.count == 1 ? "site" : "sites") \(sites))")
        })
    ]
  }
}
