// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Foundation
import Quantities
package import Sites
import Synchronization

/// Reads the sites and derives every declared attribute from the layers around them.
package struct SiteTableReader: Sendable {
  /// Sites.
  package var sites: SiteReader
  /// Layers to derive from, in the order of their names.
  package var layers: [LayerSource]
  /// Layers read at the same time; the result does not depend on it.
  package var jobs: Int
  /// How much of a layer is in memory at a time; the result does not depend on it.
  var limits = BatchLimits()
  /// Whether lengths in the measuring reference system are taken as lengths on the ground, as in a drawing of
  /// a test.
  var isPlane = false

  /// Reads the sites and derives from layers.
  package init(sites: SiteReader, layers: [LayerSource], jobs: Int = 1) {
    self.sites = sites
    self.layers = layers
    self.jobs = jobs
  }

  /// What was read.
  package struct Reading: Sendable {
    /// Sites with all attributes.
    package var table: SiteTable
    /// What was found in each layer, sites first.
    package var reports: [LayerReport]
    /// Time spent on reading sources, summed over threads.
    package var readingTime: Duration
    /// Time spent on deriving from them, summed over threads.
    package var derivingTime: Duration
  }

  /// Reads everything.
  ///
  /// - Throws: `InputFailure` with the findings of all layers at once.
  package func read() throws -> Reading {
    let start = ContinuousClock.now
    var (base, shapes, siteReports) = try sites.readShapes()
    shapes.isPlane = isPlane
    let used = layers.filter { !$0.derivations.isEmpty }.sorted { $0.name < $1.name }
    let order = DerivationLevels(used, known: base.columns.map(\.name))
    var gathered = GatheredLayers(
      base: base, layers: used, findings: order.findings + missingFiles(among: layers))
    gathered.readingTime = start.duration(to: .now)
    for level in order.levels {
      run(gathered.tasks(of: level, shapes: shapes, limits: limits, jobs: jobs), &gathered)
    }
    if !gathered.findings.isEmpty { throw InputFailure(findings: gathered.sortedFindings()) }
    return Reading(
      table: try gathered.table(),
      reports: siteReports + gathered.reports(measuringCRS: shapes.measuringCRS),
      readingTime: gathered.readingTime, derivingTime: gathered.derivingTime)
  }

  /// Layers from which nothing is derived are not read; a mistyped path of one must show all the same.
  private func missingFiles(among layers: [LayerSource]) -> [Finding] {
    layers.sorted { $0.name < $1.name }.compactMap { layer in
      guard layer.derivations.isEmpty, let absence = SourcePath.absence(layer.source) else { return nil }
      return LayerAccess(declared: layer).finding(absence, cannotOpen: true)
    }
  }

  /// Reads the layers of a level, some at the same time, and takes the results in the order of the layers.
  private func run(_ tasks: [(layer: Int, deriver: LayerDeriver)], _ gathered: inout GatheredLayers) {
    let results = Mutex([Result<LayerDeriver.Derived, InputFailure>?](repeating: nil, count: tasks.count))
    let derive: @Sendable (Int) -> Void = { index in
      let result = tasks[index].deriver.derive()
      results.withLock { $0[index] = result }
    }
    if jobs > 1 {
      let next = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: min(jobs, tasks.count)) { _ in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < tasks.count else { return }
          derive(index)
        }
      }
    } else {
      for index in tasks.indices { derive(index) }
    }
    for (task, result) in zip(tasks, results.withLock({ $0 })) {
      if let result { gathered.take(result, layer: task.layer) }
    }
  }
}
