// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Results
import Sites
import Wording

/// Layers with their attributions, inputs with their hashes, versions, warnings, the effective scenario.
struct SourcesSection {
  var layers: [LayerReport]
  var context: ReportContext

  var content: [Markup] {
    var content: [Markup] = []
    if !layers.isEmpty { content += LayerTables(layers: layers).content }
    if !context.inputs.isEmpty {
      var table = PageTable(
        caption: "Files read; the hash tells whether a file is still the one that was used",
        columns: [.init(title: "File"), .init(title: "Role"), .init(title: "SHA-256")])
      for input in context.inputs {
        table.rows.append([
          .data(input.path), .text(Phrase(word: input.role)),
          .element("code", [:], [.verbatim(input.sha256.isEmpty ? "-" : input.sha256)]),
        ])
      }
      content.append(table.markup)
    }
    let versions = ["Arpent \(context.toolVersion)"] + context.libraries.map { "\($0.name) \($0.version)" }
    content.append(.paragraph("Versions: \(versions.joined(separator: ", "))."))
    if !context.warnings.isEmpty {
      content.append(.element("h3", [:], [.text("Warnings")]))
      content.append(.list(context.warnings.map { .data($0) }))
    }
    if !context.effectiveScenario.isEmpty {
      content.append(
        .element(
          "details", [:],
          [
            .element("summary", [:], [.text("The scenario with its base and all overlays in place")]),
            .element("pre", [:], [.element("code", [:], [.verbatim(context.effectiveScenario)])]),
          ]))
    }
    return content
  }
}
