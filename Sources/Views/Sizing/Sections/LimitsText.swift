// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Every limit of a sizing and what it allows.
struct LimitsText {
  var sizing: ClusterSizing

  var text: String {
    let perSystem = sizing.design.gpus / max(1, sizing.design.systems)
    let binding = sizing.allowances.filter { $0.limit == sizing.bindingLimit }
    let others = sizing.allowances.filter { $0.limit != sizing.bindingLimit }
    var out = "Limits\n"
    out += SizingPage.table(
      ["limit", "systems", "GPUs", ""],
      (binding + others).map { allowance in
        [
          SizingPage.limitName(allowance.limit), NumberText.grouped(allowance.systems),
          NumberText.grouped(allowance.systems * perSystem),
          allowance.limit == sizing.bindingLimit ? "binding" : "",
        ]
      })
    let stated = Set(sizing.allowances.map(\.limit))
    let open = SizingLimit.allCases.filter { limit in
      if stated.contains(limit) { return false }
      switch limit {
      case .requestedGPUs, .requestedPower, .scalableUnit: return false
      default: return true
      }
    }
    if !open.isEmpty {
      out += TextParagraph.text(
        "Not stated or met at any size: \(open.map(SizingPage.limitName).joined(separator: ", ")).")
    }
    if !sizing.fits { out += "  The cluster asked for does not fit.\n" }
    return out + "\n"
  }
}
