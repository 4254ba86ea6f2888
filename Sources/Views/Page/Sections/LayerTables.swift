// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Wording

/// Where each layer comes from, and what was found when it was read. How long the reading took is not
/// reported: the page is the same for the same inputs.
struct LayerTables {
  var layers: [LayerReport]

  var content: [Markup] { [origins.markup, findings.markup] }

  private var origins: PageTable {
    var table = PageTable(
      caption: "Layers: who made them and what they stand for",
      columns: [
        .init(title: "Layer"), .init(title: "Attribution"), .init(title: "Made by"), .init(title: "Address"),
        .init(title: "Licence"), .init(title: "Vintage"), .init(title: "Due again after"),
      ])
    for layer in layers {
      table.rows.append([
        .data(layer.name), .data(layer.attribution), .data(layer.sourceName),
        .data(Credentials.hidden(in: layer.sourceURL)), .data(layer.licence), .data(layer.vintage),
        .text(layer.refreshMonths.map { $0 == 1 ? "1 month" : "\($0) months" } ?? .none),
      ])
    }
    return table
  }

  private var findings: PageTable {
    var table = PageTable(
      caption: "Layers: what was read; features, or cells of a raster",
      columns: [
        .init(title: "Layer"), .init(title: "Declared", isNumber: true), .init(title: "Read", isNumber: true),
        .init(title: "Used", isNumber: true), .init(title: "Without geometry", isNumber: true),
        .init(title: "Repaired", isNumber: true), .init(title: "Without a value"),
        .init(title: "Reference system"), .init(title: "Measured in"), .init(title: "Driver"),
        .init(title: "Source"),
      ])
    for layer in layers {
      table.rows.append([
        .data(layer.name), .text(layer.featuresDeclared.map { .grouped($0) } ?? .none),
        .text(Phrase.grouped(layer.featuresRead)), .text(Phrase.grouped(layer.featuresUsed)),
        .text(Phrase.grouped(layer.nullGeometries)), .text(Phrase.grouped(layer.repairedGeometries)),
        .data(Self.list(layer.nullValues)), .data(layer.crsFound),
        .data(layer.crsMeasured.isEmpty ? "-" : layer.crsMeasured), .data(layer.driver),
        .data(Credentials.hidden(in: layer.source)),
      ])
    }
    return table
  }

  /// Fields with how often they have no value, in order of name.
  private static func list(_ nulls: [String: Int]) -> String {
    if nulls.isEmpty { return "-" }
    return nulls.sorted { $0.key < $1.key }.map { "\($0.key): \(NumberText.grouped($0.value))" }
      .joined(separator: ", ")
  }
}
