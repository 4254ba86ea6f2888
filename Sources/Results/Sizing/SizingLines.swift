// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Quantities

extension ClusterSizing {
  /// One cluster, with the same keys as a site's design in plan.json.
  ///
  /// - Parameters:
  ///   - specification: Everything that gets built for it; nil leaves it out.
  ///   - answers: What was asked about its work.
  ///   - pue: Power usage effectiveness it was computed with.
  package func lines(
    _ specification: ClusterSpecification? = nil, answers: WorkloadAnswers = WorkloadAnswers(), pue: Double
  ) -> [SpecificationLine] {
    let gpusPerSystem = design.gpus / max(1, design.systems)
    let asked: SpecificationLine
    switch request {
    case .gpus(let gpus): asked = .count("gpus", gpus)
    case .gridMW(let power): asked = .number("grid_mw", power)
    }
    var lines: [SpecificationLine] = [
      .count("schema", 1),
      .group("request", [asked]),
      .number("pue", pue),
      .flag("fits", fits),
      .text("bound_by", bindingLimit.rawValue),
      .rows("limits", allowances, "Limits") {
        [
          .text("limit", $0.limit.rawValue, "limit", shown: $0.limit.words),
          .count("systems", $0.systems, "systems"),
          .count("gpus", $0.systems * gpusPerSystem, "GPUs"),
          .flag("binding", $0.limit == bindingLimit, "binding"),
        ]
      },
    ]
    if !unstated.isEmpty {
      let limits = unstated.map(\.words.english).joined(separator: ", ")
      lines.append(.sentence("", "\(limits).", "not stated or met at any size"))
    }
    if !fits { lines.append(.sentence("", "The cluster asked for does not fit.")) }
    lines += [
      .count("complete_scalable_units", completeScalableUnits),
      .group("design", design.lines, "Compute"),
      .assumptions(design.assumptions),
    ]
    if let specification {
      lines.append(
        .group("specification", specification.lines + [.assumptions(specification.assumptions.named)]))
    }
    if !answers.isEmpty { lines.append(.group("workload", answers.lines)) }
    return lines
  }

  /// Limits of a site that are not stated or met at any size.
  private var unstated: [SizingLimit] {
    let stated = Set(allowances.map(\.limit))
    return SizingLimit.allCases.filter { limit in
      switch limit {
      case .requestedGPUs, .requestedPower, .scalableUnit: false
      default: !stated.contains(limit)
      }
    }
  }
}

extension SpecificationLine {
  /// Figures with what they rest on.
  package static func assumptions(_ figures: [NamedQuantity], _ title: Phrase = "") -> SpecificationLine {
    .rows("assumptions", figures, title) { $0.lines }
  }
}

extension NamedQuantity {
  /// A figure with its name and what it rests on.
  package var lines: [SpecificationLine] {
    [
      .text("name", name, "key", shown: Phrase(verbatim: name)),
      .number("value", figure.value, .digits(5), "value"),
      .text("unit", figure.unit, "unit"),
      .text("basis", figure.basis.rawValue, "rests on", shown: Phrase(word: figure.basis.designWord)),
      .text("source", figure.source),
      .number("low", figure.low),
      .number("high", figure.high),
    ]
  }
}

extension SizingLimit {
  /// What stops a cluster from being larger, in words.
  package var words: Phrase {
    switch self {
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
