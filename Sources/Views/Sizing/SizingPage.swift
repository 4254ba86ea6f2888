// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
import Quantities
package import Results

/// One cluster as a page of text for a data-centre engineer.
package enum SizingPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - sizing: The answer of the sizer.
  ///   - specification: Everything that gets built for it.
  ///   - answers: What was asked about its work.
  ///   - ruleOfThumb: What planners reckon for as many GPUs; nil where no design power of a GPU is published.
  ///   - pue: Power usage effectiveness it was computed with.
  package static func text(
    _ sizing: ClusterSizing, specification: ClusterSpecification,
    answers: WorkloadAnswers = WorkloadAnswers(), ruleOfThumb: RuleOfThumb? = nil, pue: Double
  ) -> String {
    let named = specification.assumptions.named
    let lines = sizing.lines(specification, answers: answers, pue: pue)
    var out = heading(sizing)
    out += SpecificationText.text(lines, foundations: foundations(named)) + "\n"
    out += CrossCheckText(design: sizing.design, specification: specification, rule: ruleOfThumb).text
    out += notes(specification)
    out += SpecificationText.text([.assumptions(sizing.design.assumptions + named, "Assumptions used")])
    return out
      + TextParagraph.text(
        "An assumption is a choice without a published source. Where each figure comes from stands in the JSON answer "
          + "(--format json) and in docs/sizing.md.")
  }

  private static func heading(_ sizing: ClusterSizing) -> String {
    let design = sizing.design
    let skus = design.shares.map(\.skuID).joined(separator: ", ")
    let title: String
    switch sizing.request {
    case .gpus(let gpus): title = "\(NumberText.grouped(gpus)) GPUs of \(skus)"
    case .gridMW(let power):
      title = "\(NumberText.grouped(power, decimals: 1)) MW at the meter, filled with \(skus)"
    }
    let sum =
      "\(NumberText.grouped(design.gpus)) GPUs in \(NumberText.grouped(design.systems)) systems, "
      + "\(NumberText.grouped(design.itMW, decimals: 2)) MW of IT, "
      + "\(NumberText.grouped(design.gridMW, decimals: 2)) MW at the meter, "
      + "\(NumberText.grouped(design.gridKWPerGPU, decimals: 2)) kW per GPU; bound by "
      + "\(sizing.bindingLimit.words.english)."
    return title + "\n" + String(repeating: "=", count: title.count) + "\n"
      + TextParagraph.text(sum, first: "", rest: "") + "\n"
  }

  /// How well founded the lines of each discipline are, by their key.
  private static func foundations(_ named: [NamedQuantity]) -> [String: String] {
    var foundations: [String: String] = [:]
    for (set, figures) in Dictionary(grouping: named, by: { String($0.name.prefix { $0 != "." }) }) {
      func count(_ basis: Basis) -> Int { figures.count { $0.figure.basis == basis } }
      // The networks end with what is counted for all of them; performance is that of a workload.
      foundations[["network": "support", "performance": "workload"][set] ?? set] =
        "Behind these numbers stand \(count(.estimated)) assumptions, \(count(.derived)) derived and "
        + "\(count(.published)) published figures of [design.\(set)], listed at the end."
    }
    return foundations
  }

  private static func notes(_ specification: ClusterSpecification) -> String {
    let notes = SpecificationNotes.all(specification)
    if notes.isEmpty { return "" }
    var out = "Notes\n"
    for note in notes {
      out += TextParagraph.text("\(note.part): \(note.sentence)", first: "  - ", rest: "    ")
    }
    return out + "\n"
  }
}
