// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// The design held against what is known from elsewhere.
struct CrossCheckText {
  var design: ClusterDesign
  var specification: ClusterSpecification
  var rule: RuleOfThumb?

  /// Power at the meter of announced GB200 and GB300 sites, kW per GPU.
  static let announcedKWPerGPU = 1.9...2.6

  var text: String {
    let kW = design.gridKWPerGPU
    let band = Self.announcedKWPerGPU
    let shown = "\(NumberText.grouped(kW, decimals: 2)) kW per GPU at the meter"
    let announced = "1.9 to 2.6 kW of announced GB200 and GB300 sites"
    var lines: [String] = []
    if band.contains(kW) {
      lines.append("\(shown) lies within the \(announced).")
    } else if kW < band.lowerBound {
      lines.append(
        "\(shown) lies below the \(announced): sites announce some reserve, and the PUE of \(pue) and the provisioned "
          + "power of the product leave none.")
    } else {
      lines.append(
        "\(shown) lies above the \(announced): the product needs more for each GPU, or the PUE of \(pue) is high."
      )
    }
    if let rule {
      let ratio = design.gridMW / rule.facilityMW
      lines.append(
        "Rule of thumb, GPU design power x \(NumberText.rounded(RuleOfThumb.nodeFactor)) x PUE: "
          + "\(NumberText.grouped(rule.facilityMW, decimals: 2)) MW at the meter, with a tenth in reserve "
          + "\(NumberText.grouped(rule.facilityWithReserveMW, decimals: 2)) MW; this design is "
          + "\(NumberText.percent(ratio)) of the former.")
    }
    let counted = specification.supportKW
    let budget = specification.supportBudgetKW
    if budget > 0 {
      var line =
        "Networks and storage, counted piece by piece: \(NumberText.percent(counted / budget)) of the "
        + "\(NumberText.grouped(budget / 1_000, decimals: 2)) MW that the sizing keeps for them"
      if counted > budget {
        let more = (counted - budget) / 1_000
        line +=
          "; with the whole count the site would need \(NumberText.grouped(more, decimals: 2)) MW of IT and "
          + "\(NumberText.grouped(more * design.gridMW / design.itMW, decimals: 2)) MW at the meter more"
      }
      lines.append(line + ".")
    }
    return "Cross-checks\n"
      + lines.map { TextParagraph.text($0, first: "  - ", rest: "    ") }.joined() + "\n"
  }

  private var pue: String { NumberText.grouped(design.facilityMW / design.itMW, decimals: 2) }
}
