// SPDX-License-Identifier: GPL-3.0-or-later

import Siting

/// Joins the layers of a pack with those of a scenario.
struct LayerPack {
  var loader: FileLoader
  var log: FindingLog

  /// All layers in order of name. A layer of the scenario replaces the one of the same name in the pack.
  func layers(_ block: LayersBlock) -> [LayerSource] {
    let own = Set(block.own.map(\.name))
    let all = packed(block.pack).filter { !own.contains($0.name) } + block.own
    checkAttributes(all)
    return all.compactMap(\.layer).sorted { $0.name < $1.name }
  }

  private func packed(_ pack: LocatedText?) -> [LayerDeclaration] {
    guard let pack else { return [] }
    let path = FilePath.resolve(pack.text, in: pack.node.origin.folder)
    guard let node = loader.node(at: path, asker: pack.node.origin, keyPath: ["layers", "pack"]),
      SchemaVersion.check(node, file: path, log: log)
    else { return [] }
    let root = ConfigTable(node, in: ConfigOrigin(file: path, position: nil), log: log, reportsMissing: true)
    _ = root.node("schema")
    let declared = LayerDeclaration.all(in: root.table("layers"))
    root.reportUnknownAndMissing()
    return declared
  }

  /// Two derivations must not fill the same site attribute: the last one read would win without a word.
  private func checkAttributes(_ layers: [LayerDeclaration]) {
    var owner: [String: String] = [:]
    for layer in layers.sorted(by: { $0.name < $1.name }) {
      for attribute in layer.attributes {
        if let first = owner[attribute.name] {
          log.add(
            at: layer.derivationOrigin(attribute.derivation), path: layer.table.path + ["derive"],
            "gives the site attribute '\(attribute.name)', which layer '\(first)' gives already",
            hint: "give one of them another name")
        } else {
          owner[attribute.name] = layer.name
        }
      }
    }
  }
}

extension LayerDeclaration {
  /// Where a derivation stands.
  fileprivate func derivationOrigin(_ index: Int) -> ConfigOrigin {
    guard let node = table.entry("derive"), case .array(let nodes) = node.content,
      nodes.indices.contains(index)
    else { return table.origin }
    return nodes[index].origin
  }
}
