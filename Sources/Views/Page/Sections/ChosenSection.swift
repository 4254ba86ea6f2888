// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Planning
import PlanningModel
import Quantities
import Results
import Wording

/// The chosen sites with their connections, and the clusters on them.
struct ChosenSection {
  var plan: Plan

  var content: [Markup] { [sites, clusters] + notes }

  private var sites: Markup {
    var table = PageTable(
      caption: "Chosen sites; numbers as on the map; power and GPUs at the end of the horizon",
      columns: [
        .init(title: "Site"), .init(title: "Region"), .init(title: "From"), .init(title: "Decide by"),
        .init(title: "Waits for"), .init(title: "Connection"),
        .init(title: "GPUs", isNumber: true), .init(title: "IT MW", isNumber: true),
        .init(title: "Grid MW", isNumber: true), .init(title: "May draw, MW", isNumber: true),
        .init(title: "PUE", isNumber: true), .init(title: "EU control"), .init(title: "Rests on"),
      ])
    for (index, site) in plan.chosen.enumerated() {
      var connection = Phrase.none
      if let line = site.connection { connection = ConnectionLabel.words(line) }
      table.rows.append([
        .joined([.verbatim("\(index + 1). "), .data(site.name)]), .data(site.region),
        .text(.plain(site.opensYear)), .text(site.decideBy.map { Phrase(verbatim: $0.monthText) } ?? .none),
        .text(site.connection.map(ConnectionLabel.criticalPath) ?? .none), .text(connection),
        .text(Phrase.grouped(site.gpus)), .text(Phrase.grouped(site.itMW, decimals: 1)),
        .text(Phrase.grouped(site.gridMW, decimals: 1)),
        .text(.optional(site.powerLimitMW, decimals: 1)), .text(.optional(site.pue, decimals: 3)),
        .text(site.isEUControlled == true ? "yes" : "no"), .text(BasisLabel.words(site.basis)),
      ])
    }
    let totals = plan.totals
    table.totalRow = table.rows.count
    table.rows.append([
      .text("All"), .empty, .empty, .empty, .empty, .empty,
      .text(Phrase.grouped(totals.gpusByYear.last ?? 0)),
      .text(Phrase.grouped(totals.itMWByYear.last ?? 0, decimals: 1)),
      .text(Phrase.grouped(totals.gridMWByYear.last ?? 0, decimals: 1)), .empty, .empty, .empty, .empty,
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
      let systems = design.shares.map { share -> Phrase in "\(.grouped(share.systems)) \(share.skuID)" }
      table.rows.append([
        .joined([.verbatim("\(index + 1). "), .data(site.name)]), .text(.joined(systems, separator: ", ")),
        .text(Phrase.grouped(design.scalableUnits)), .text(Phrase.grouped(design.racks)),
        .text(Phrase.grouped(design.supportRacks)),
        .text(Phrase.grouped(design.energyMWhPerYear / 1_000, decimals: 1)),
        .text(Phrase.grouped(design.heatToLiquidKW / 1_000, decimals: 1)),
        .text(Phrase.grouped(design.coolantFlowLPerMin)), .text(Phrase.grouped(design.whiteSpaceM2)),
        .text(Phrase.grouped(design.landHa, decimals: 2)),
        .text(.optional(design.performance.fp8DensePFLOPS.map { $0 / 1_000 }, decimals: 1)),
      ])
    }
    return table.markup
  }

  /// Notes of the designs, each once with the sites it speaks of.
  private var notes: [Markup] {
    var sentences: [(text: Phrase, sites: [Int])] = []
    for (index, site) in plan.chosen.enumerated() {
      for note in site.design?.notes ?? [] {
        let text = SizingNoteText.words(note)
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
          return .text(
            note.sites.count == 1 ? "\(note.text) (site \(sites))" : "\(note.text) (sites \(sites))")
        })
    ]
  }
}
