// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// What the layers gave so far, and how it comes together in one table whatever the order of reading.
struct GatheredLayers {
  private let base: SiteTable
  private let layers: [LayerSource]
  private var columns: [[[SiteTable.Column]?]]
  private var readings: [[IndicatorOutput]]
  private var elapsed: [Duration]
  private var failed: Set<Int> = []

  /// Everything that is wrong.
  private(set) var findings: [Finding]
  /// Time spent on reading sources.
  var readingTime = Duration.zero
  /// Time spent on deriving from them.
  private(set) var derivingTime = Duration.zero

  init(base: SiteTable, layers: [LayerSource], findings: [Finding]) {
    self.base = base
    self.layers = layers
    self.findings = findings
    columns = layers.map { layer in layer.derivations.map { _ in nil } }
    readings = layers.map { _ in [] }
    elapsed = layers.map { _ in .zero }
  }

  /// What is to be done in a level, one task a layer. A derivation that needs what a failed one should have
  /// given is left out: its cause is known.
  func tasks(
    of level: [DerivationLevels.Step], shapes: SiteShapes, limits: BatchLimits, jobs: Int
  ) -> [(layer: Int, deriver: LayerDeriver)] {
    var tasks: [(layer: Int, deriver: LayerDeriver)] = []
    for layer in layers.indices where !failed.contains(layer) {
      var positions: [Int] = []
      var attributes: [String: SiteTable.Column] = [:]
      for step in level where step.layer == layer {
        let inputs = layers[layer].derivations[step.derivation].indicator.settings.inputs
        let found = inputs.compactMap { name in column(name) }
        guard found.count == inputs.count else { continue }
        for column in found { attributes[column.name] = column }
        positions.append(step.derivation)
      }
      guard !positions.isEmpty else { continue }
      tasks.append(
        (
          layer,
          LayerDeriver(
            declared: layers[layer], derivations: positions, shapes: shapes, attributes: attributes,
            limits: limits, jobs: jobs)
        ))
    }
    return tasks
  }

  /// Takes what a layer gave in a level.
  mutating func take(_ result: Result<LayerDeriver.Derived, InputFailure>, layer: Int) {
    switch result {
    case .failure(let failure):
      failed.insert(layer)
      findings += failure.findings
    case .success(let derived):
      for (position, found) in derived.columns { columns[layer][position] = found }
      readings[layer] += derived.readings
      elapsed[layer] += derived.elapsed
      let reading = derived.readings.reduce(Duration.zero) { $0 + $1.readingTime }
      readingTime += reading
      derivingTime += derived.elapsed - reading
    }
  }

  /// Findings by layer, in the order of the layers.
  func sortedFindings() -> [Finding] {
    let places = Dictionary(layers.enumerated().map { ($1.name, $0) }) { first, _ in first }
    return findings.enumerated().sorted {
      (places[$0.element.layer] ?? -1, $0.offset) < (places[$1.element.layer] ?? -1, $1.offset)
    }.map(\.element)
  }

  /// The sites with all columns, in the order of the declaration.
  func table() throws -> SiteTable {
    var table = base
    for found in columns.joined() {
      for column in found ?? [] { try table.set(Self.merged(column, into: table)) }
    }
    return table
  }

  /// What was found in each layer.
  func reports(measuringCRS: String) -> [LayerReport] {
    layers.indices.map { layer in
      var report = LayerReport(declared: layers[layer])
      let isMeasured = layers[layer].derivations.contains { derivation in
        if case .join = derivation.indicator { false } else { true }
      }
      report.crsMeasured = isMeasured ? measuringCRS : ""
      report.elapsedSeconds = elapsed[layer].seconds
      // Of several readings the largest speaks for the layer; together they would count features more than
      // once.
      var unplaced = UnplacedFeatures()
      var repair = RepairTally()
      for reading in readings[layer] {
        if report.driver.isEmpty { report.driver = reading.driver }
        if report.crsFound.isEmpty { report.crsFound = reading.crsFound }
        report.featuresDeclared = max(report.featuresDeclared, reading.featuresDeclared)
        report.featuresRead = max(report.featuresRead, reading.featuresRead)
        report.featuresUsed = max(report.featuresUsed, reading.featuresUsed)
        report.nullGeometries = max(report.nullGeometries, reading.nullGeometries)
        if reading.repair.count > repair.count { repair = reading.repair }
        if reading.unplaced.outweighs(unplaced) { unplaced = reading.unplaced }
        report.nullValues.merge(reading.nullValues) { max($0, $1) }
        for remark in reading.remarks where !report.remarks.contains(remark) { report.remarks.append(remark) }
      }
      report.repairedGeometries = repair.count
      let keywords = layers[layer].derivations.map { type(of: $0.indicator.settings).keyword }
      report.remarks += unplaced.remarks(for: keywords)
      if let words = repair.remark() { report.remarks.append(words) }
      let files = readings[layer].flatMap(\.files)
      let known = Set(files)
      report.sha256 = SourceFile.digest(of: layers[layer].source, files: known.sorted())
      return report
    }
  }

  /// A column as the next level sees it: what the site source states, over what was derived.
  private func column(_ name: String) -> SiteTable.Column? {
    for found in columns.joined() {
      for column in found ?? [] where column.name == name { return Self.merged(column, into: base) }
    }
    let isDerived = layers.contains { layer in
      layer.derivations.contains { $0.indicator.settings.outputs.contains { $0.name == name } }
    }
    // What should have been derived and was not is not to be had from the site source alone.
    return isDerived ? nil : base.column(name)
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

  private func max(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return one ?? other }
    return Swift.max(one, other)
  }

  private func max(_ one: Int, _ other: Int) -> Int { Swift.max(one, other) }
}
