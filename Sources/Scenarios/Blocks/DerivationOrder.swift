// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

/// Which derivations wait for which: one that reads an attribute comes after the one that gives it.
struct DerivationOrder {
  private struct Step {
    var origin: ConfigOrigin
    var path: [String]
    var inputs: [String]
  }

  private var steps: [Step] = []
  /// Which step gives an attribute.
  private var giver: [String: Int] = [:]

  init(layers: [LayerDeclaration]) {
    for layer in layers.sorted(by: { $0.name < $1.name }) {
      for placed in layer.derivations {
        let settings = placed.derivation.indicator.settings
        for output in settings.outputs where giver[output.name] == nil { giver[output.name] = steps.count }
        steps.append(
          Step(origin: placed.origin, path: layer.table.path + ["derive"], inputs: settings.inputs))
      }
    }
  }

  /// Reports every derivation that waits for itself, at last, with the attributes on the way.
  func reportCycles(in log: FindingLog) {
    for start in steps.indices {
      guard let cycle = cycle(from: start) else { continue }
      let way = (cycle + cycle.prefix(1)).map { "'\($0)'" }.joined(separator: " needs ")
      log.add(
        at: steps[start].origin, path: steps[start].path,
        cycle.count == 1
          ? "needs the site attribute '\(cycle[0])', which it gives itself" : "goes in a cycle: \(way)",
        hint: "derive one of them from something else, or have it in the site source")
    }
  }

  /// The attributes on the way from a step back to it, each needing the next; nil where no way leads back.
  private func cycle(from start: Int) -> [String]? {
    var seen: Set<Int> = []
    func way(from step: Int) -> [String]? {
      for input in steps[step].inputs {
        guard let next = giver[input] else { continue }
        if next == start { return [input] }
        if seen.insert(next).inserted, let rest = way(from: next) { return [input] + rest }
      }
      return nil
    }
    return way(from: start)
  }
}
