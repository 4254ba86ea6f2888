// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Figures
import GDAL
public import Siting
import Synchronization

/// Reads the sites and derives every declared attribute from the layers around them.
public struct SiteTableReader: Sendable {
  /// Sites.
  public var sites: SiteReader
  /// Layers to derive from, in the order of their names.
  public var layers: [LayerSource]
  /// Layers read at the same time; the result does not depend on it.
  public var jobs: Int

  /// Reads the sites and derives from layers.
  public init(sites: SiteReader, layers: [LayerSource], jobs: Int = 1) {
    self.sites = sites
    self.layers = layers
    self.jobs = jobs
  }

  /// What was read.
  public struct Reading: Sendable {
    /// Sites with all attributes.
    public var table: SiteTable
    /// What was found in each layer, sites first.
    public var reports: [LayerReport]
    /// Time spent on reading sources, summed over threads.
    public var readingTime: Duration
    /// Time spent on deriving from them, summed over threads.
    public var derivingTime: Duration
  }

  /// Reads everything.
  ///
  /// - Throws: `GeodataFailure` with the findings of all layers at once.
  public func read() throws -> Reading {
    let start = ContinuousClock.now
    let (base, siteReport) = try sites.read()
    var readingTime = start.duration(to: .now)
    var derivingTime = Duration.zero
    let used = layers.filter { !$0.derivations.isEmpty }.sorted { $0.name < $1.name }
    let positions = base.positions
    let results = Mutex(
      [Result<LayerDeriver.Derived, GeodataFailure>?](
        repeating: nil, count: used.count))
    let derive: @Sendable (Int) -> Void = { index in
      let result = LayerDeriver(declared: used[index], positions: positions).derive()
      results.withLock { $0[index] = result }
    }
    if jobs > 1 {
      let next = Atomic<Int>(0)
      DispatchQueue.concurrentPerform(iterations: min(jobs, used.count)) { _ in
        while true {
          let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard index < used.count else { return }
          derive(index)
        }
      }
    } else {
      for index in used.indices { derive(index) }
    }
    var table = base
    var reports = [siteReport]
    var findings: [GeodataFailure.Finding] = []
    for result in results.withLock({ $0 }) {
      switch result {
      case .success(let found):
        for column in found.columns { try table.set(Self.merged(column, into: table)) }
        reports.append(found.report)
        readingTime += found.readingTime
        derivingTime += found.derivingTime
      case .failure(let failure): findings.append(contentsOf: failure.findings)
      case nil: break
      }
    }
    if !findings.isEmpty { throw GeodataFailure(findings: findings) }
    return Reading(
      table: table, reports: reports, readingTime: readingTime, derivingTime: derivingTime)
  }

  /// A derived column beside one of the same name in the site source: what the source states stays.
  private static func merged(_ derived: SiteTable.Column, into table: SiteTable) -> SiteTable.Column {
    guard let stated = table.column(derived.name) else { return derived }
    var column = derived
    for (row, value) in stated.values.enumerated() where value.basis == .published {
      column.values[row] = value
    }
    return column
  }
}
