// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// Order in which derivations can be done: one that uses an attribute comes after those that give it.
struct DerivationLevels {
  /// A derivation by the positions of its layer and of itself in the layer.
  struct Step: Hashable {
    var layer: Int
    var derivation: Int
  }

  /// Steps that can be done at the same time, level by level, each in the order of the declaration.
  private(set) var levels: [[Step]] = []
  /// Attributes that no layer gives, and cycles.
  private(set) var findings: [Finding] = []

  /// Puts derivations in order.
  ///
  /// - Parameters:
  ///   - layers: Layers with their derivations.
  ///   - known: Attributes that the site source gives.
  init(_ layers: [LayerSource], known: [String]) {
    var givers: [String: [Step]] = [:]
    var open: [Step] = []
    for (layer, declared) in layers.enumerated() {
      for (place, derivation) in declared.derivations.enumerated() {
        let step = Step(layer: layer, derivation: place)
        open.append(step)
        for output in derivation.indicator.settings.outputs { givers[output.name, default: []].append(step) }
      }
    }
    func inputs(_ step: Step) -> [String] {
      layers[step.layer].derivations[step.derivation].indicator.settings.inputs
    }
    let given = Set(known).union(givers.keys)
    for step in open {
      for input in inputs(step) where !given.contains(input) {
        let hint =
          nearestName(to: input, among: given.sorted()).map { "did you mean '\($0)'?" }
          ?? "give it in the site source or derive it from a layer"
        findings.append(
          LayerAccess(declared: layers[step.layer]).finding(
            "needs the site attribute '\(input)', which neither the site source nor any derivation gives; \(hint)"
          ))
      }
    }
    open.removeAll { step in inputs(step).contains { !given.contains($0) } }
    var done: Set<Step> = []
    var blocked: Set<Step> = []
    while !open.isEmpty {
      let level = open.filter { step in
        inputs(step).allSatisfy { (givers[$0] ?? []).allSatisfy { $0 != step && done.contains($0) } }
      }
      if level.isEmpty { break }
      levels.append(level)
      done.formUnion(level)
      open.removeAll { done.contains($0) }
    }
    // What waits for something that waits for nobody known is reported already, not part of a cycle.
    for step in open
    where inputs(step).contains(where: {
      (givers[$0] ?? []).allSatisfy { !open.contains($0) && !done.contains($0) }
    }) {
      blocked.insert(step)
    }
    let cycle = open.filter { !blocked.contains($0) }
    guard let first = cycle.first, findings.isEmpty else { return }
    let chain = Self.cycle(from: first, among: cycle, givers: givers, inputs: inputs)
    let names = chain.map { step in
      let settings = layers[step.layer].derivations[step.derivation].indicator.settings
      let outputs = settings.outputs.map(\.name).joined(separator: ", ")
      return
        "'\(outputs)' of layer '\(layers[step.layer].name)' needs \(inputs(step).joined(separator: ", "))"
    }
    findings.append(
      LayerAccess(declared: layers[chain[0].layer]).finding(
        "derivations need each other in a cycle: \(names.joined(separator: "; ")); take one of the attributes from the site source "
          + "under another name"))
  }

  /// Follows inputs to their givers until a step comes twice.
  private static func cycle(
    from first: Step, among open: [Step], givers: [String: [Step]], inputs: (Step) -> [String]
  ) -> [Step] {
    var path = [first]
    while let last = path.last {
      guard let next = inputs(last).compactMap({ (givers[$0] ?? []).first(where: open.contains) }).first
      else {
        return path
      }
      if let start = path.firstIndex(of: next) { return Array(path[start...]) }
      path.append(next)
    }
    return path
  }
}
