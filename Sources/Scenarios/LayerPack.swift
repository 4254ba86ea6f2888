// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

/// Joins the layers of a pack with those of a scenario.
struct LayerPack {
  var loader: FileLoader
  var log: FindingLog

  /// All layers in order of name. A layer of the scenario replaces the one of the same name in the pack.
  func layers(_ block: LayersBlock) -> [LayerSource] {
    let own = Set(block.own.map(\.name))
    let pack = packed(block.pack)
    for layer in block.own where layer.derivations.isEmpty {
      guard let replaced = pack.first(where: { $0.name == layer.name }) else { continue }
      checkLoss(layer, replacing: replaced)
    }
    let all = pack.filter { !own.contains($0.name) } + block.own
    checkAttributes(all)
    DerivationOrder(layers: all).reportCycles(in: log)
    return all.compactMap(\.layer).sorted { $0.name < $1.name }
  }

  private func packed(_ pack: LocatedText?) -> [LayerDeclaration] {
    guard let pack else { return [] }
    let path = FilePath.resolve(pack.text, in: pack.node.origin.folder)
    guard let node = loader.node(at: path, asker: pack.node.origin, keyPath: ["layers", "pack"]),
      SchemaVersion.check(node, as: .layerPack, file: path, log: log)
    else { return [] }
    return Self.declarations(
      ConfigTable(node, in: ConfigOrigin(file: path, position: nil), log: log, reportsMissing: true))
  }

  /// What a pack may hold.
  static var shape: TableShape { TableShape { _ = declarations($0) } }

  private static func declarations(_ root: ConfigTable) -> [LayerDeclaration] {
    root.schemaVersion()
    let declared = LayerDeclaration.all(in: root.table("layers"))
    root.reportUnknownAndMissing()
    return declared
  }

  /// A layer of the pack is replaced whole, so one without derivations would take site attributes away
  /// without a word.
  private func checkLoss(_ layer: LayerDeclaration, replacing replaced: LayerDeclaration) {
    let lost = replaced.derivations.flatMap { $0.derivation.indicator.settings.outputs.map(\.name) }
    guard !lost.isEmpty else { return }
    log.add(
      at: layer.table.origin, path: layer.table.path,
      "takes the place of the pack's layer, which gives \(lost.joined(separator: ", ")), and derives nothing",
      hint: "add [[layers.\(layer.name).derive]], or give it a name of its own")
  }

  /// Two derivations must not fill the same site attribute: the last one read would win without a word. Nor
  /// may one give an attribute that planning reads in another unit.
  private func checkAttributes(_ layers: [LayerDeclaration]) {
    var owner: [String: String] = [:]
    for layer in layers.sorted(by: { $0.name < $1.name }) {
      for placed in layer.derivations {
        for output in placed.derivation.indicator.settings.outputs {
          let path = layer.table.path + ["derive"]
          if let first = owner[output.name] {
            let other = first == layer.name ? "this layer" : "layer '\(first)'"
            log.add(
              at: placed.origin, path: path,
              "gives the site attribute '\(output.name)', which \(other) gives already",
              hint: "give one of them another name")
            continue
          }
          owner[output.name] = layer.name
          if let read = SiteAttribute(rawValue: output.name), !output.unit.isEmpty, output.unit != read.unit {
            let wanted =
              read.isNumber ? (read.unit.isEmpty ? "without unit" : "in \(read.unit)") : "as a text"
            log.add(
              at: placed.origin, path: path,
              "gives the site attribute '\(output.name)' in \(output.unit); planning reads it \(wanted)",
              hint: "give it another name, or derive it in the unit that planning reads")
          }
        }
      }
    }
  }
}
