// SPDX-License-Identifier: GPL-3.0-or-later

/// `[layers]`: a pack of declared layers, and layers of the scenario's own that add to it or replace layers
/// of the same name.
struct LayersBlock {
  var pack: LocatedText?
  var own: [LayerDeclaration]

  init(_ table: ConfigTable) {
    pack = table.node("pack").flatMap { node in
      table.text("pack", node, .path).map { LocatedText(text: $0, node: node) }
    }
    own = LayerDeclaration.all(in: table, except: ["pack"])
  }
}
