// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Quantities
import Sites

/// Derives from one layer what can be derived at a time: derivations with the same filter share one reading.
struct LayerDeriver {
  var declared: LayerSource
  /// Positions of the derivations to do among those of the layer.
  var derivations: [Int]
  var shapes: SiteShapes
  /// Attributes that the derivations ask for, by name.
  var attributes: [String: SiteTable.Column]
  var limits = BatchLimits()
  /// The most threads that may work on the sites at the same time.
  var jobs = 1

  /// What was derived from a layer.
  struct Derived {
    /// Columns by position of the derivation.
    var columns: [Int: [SiteTable.Column]] = [:]
    /// What was found on the way, one entry a reading.
    var readings: [IndicatorOutput] = []
    /// Time spent on all of it.
    var elapsed = Duration.zero
  }

  /// Columns, and what was found in the layer; or everything that is wrong.
  func derive() -> Result<Derived, InputFailure> {
    GDALRuntime.withServerLimit(seconds: declared.timeoutSeconds) { deriveWithinLimits() }
  }

  private func deriveWithinLimits() -> Result<Derived, InputFailure> {
    let start = ContinuousClock.now
    let access = LayerAccess(declared: declared)
    var derived = Derived()
    var findings: [Finding] = []
    func collecting(_ body: () throws -> Void) {
      do {
        try body()
      } catch let failure as InputFailure {
        findings.append(contentsOf: failure.findings.filter { !findings.contains($0) })
      } catch {
        findings.append(access.finding("\(error)"))
      }
    }
    var filters: [String?] = []
    for position in derivations where !Self.readsRaster(declared.derivations[position].indicator) {
      let filter = declared.derivations[position].filter
      if !filters.contains(filter) { filters.append(filter) }
    }
    var sites: SiteTargets?
    let isHeldAgainstGround =
      declared.coverage != nil
      && derivations.contains { !Self.readsNoPlace(declared.derivations[$0].indicator) }
    if !filters.isEmpty || isHeldAgainstGround { collecting { sites = try SiteTargets(shapes) } }
    var coverage: CoverageCheck?
    if let sites, isHeldAgainstGround {
      collecting { coverage = try CoverageCheck(declared, sites: sites, limits: limits) }
    }
    for filter in filters {
      guard let sites else { break }
      collecting { try derive(filter, access, sites, &coverage, &derived) }
    }
    for position in derivations where Self.readsRaster(declared.derivations[position].indicator) {
      collecting {
        let output = try SourceReading.tracked {
          try RasterDeriver.derive(
            declared.derivations[position], declared: declared, access: access, shapes: shapes,
            sourceText: sourceText)
        }
        derived.columns[position] =
          coverage?.marked(output.columns, of: declared.derivations[position].indicator) ?? output.columns
        derived.readings.append(output)
      }
    }
    if let coverage {
      var output = IndicatorOutput()
      output.remarks = coverage.remarks
      derived.readings.append(output)
    }
    if !findings.isEmpty { return .failure(InputFailure(findings: findings)) }
    derived.elapsed = start.duration(to: .now)
    return .success(derived)
  }

  /// Does all derivations with one filter.
  private func derive(
    _ filter: String?, _ access: LayerAccess, _ sites: SiteTargets, _ coverage: inout CoverageCheck?,
    _ derived: inout Derived
  ) throws {
    let input = IndicatorInput(
      sites: sites, access: access, attributes: attributes, sourceText: sourceText, jobs: jobs)
    var positions: [Int] = []
    var accumulators: [any Accumulator] = []
    for position in derivations where declared.derivations[position].filter == filter {
      guard let accumulator = try Self.accumulator(declared.derivations[position].indicator, input) else {
        continue
      }
      positions.append(position)
      accumulators.append(accumulator)
    }
    let pass = LayerPass(
      access: access, filter: filter, sites: sites, accumulators: accumulators, limits: limits)
    var output = try pass.run()
    for (position, accumulator) in zip(positions, accumulators) {
      do {
        let indicator = declared.derivations[position].indicator
        let words = output.unplaced.bound(on: indicator)
        let columns = try accumulator.finish().map { Self.bounded($0, words, of: indicator) }
        output.remarks += textRemarks(columns, driver: output.driver)
        let marked = coverage?.marked(columns, of: indicator, gathered: accumulator) ?? columns
        derived.columns[position] = try BasisColumns.folded(marked)
      } catch let fault as BasisColumns.Fault {
        throw access.failure("\(fault)")
      }
    }
    derived.readings.append(output)
  }

  /// Columns of texts that look like numbers, in words: asked for without a unit, they were not checked.
  private func textRemarks(_ columns: [SiteTable.Column], driver: String) -> [String] {
    columns.compactMap { column in
      guard column.unit.isEmpty, SiteAttribute(rawValue: column.name) == nil,
        !column.name.hasSuffix("_basis"),
        column.values.allSatisfy({ $0.number == nil })
      else { return nil }
      let texts = column.values.map { $0.text ?? "" }
      let own = OwnColumn(name: column.name, texts: texts)
      // Other formats say themselves what is a text.
      if own.isNumber, driver == "CSV", let first = texts.first(where: { !$0.isEmpty }) {
        return
          "attribute '\(column.name)' is text, as every field of a CSV file, though its values are numbers such as '\(first)'; to have numbers, "
          + "state their unit: units = { \(column.name) = \"...\" }, \"1\" where there is none"
      }
      return own.remark("attribute") { "site \(shapes.ids[$0])" }
    }
  }

  /// A column of which every number says that it is a bound; as it is where there is nothing to say.
  private static func bounded(
    _ column: SiteTable.Column, _ words: String?, of indicator: LayerIndicator
  ) -> SiteTable.Column {
    guard let words else { return column }
    let isDistance = indicator.givesDistance(column.name)
    var column = column
    for (row, value) in column.values.enumerated() where value.basis != nil {
      column.values[row].source = value.source + "; " + words
      if isDistance { column.values[row].isUpperBound = true }
    }
    return column
  }

  /// Whether an indicator asks for no place on the ground.
  private static func readsNoPlace(_ indicator: LayerIndicator) -> Bool {
    if case .join = indicator { true } else { false }
  }

  /// What gathers the values of an indicator; nil for one that reads a raster.
  private static func accumulator(
    _ indicator: LayerIndicator, _ input: IndicatorInput
  ) throws -> (any Accumulator)? {
    switch indicator {
    case .nearest(let settings): NearestAccumulator(settings, input)
    case .neighbours(let settings): NearestAccumulator(settings, input)
    case .count(let settings): CountAccumulator(settings, input)
    case .within(let settings): WithinAccumulator(settings, input)
    case .cover(let settings): try CoverAccumulator(settings, input)
    case .length(let settings): try LengthAccumulator(settings, input)
    case .interpolation(let settings): InterpolationAccumulator(settings, input)
    case .join(let settings): JoinAccumulator(settings, input)
    case .rasterValue, .zonal, .slope: nil
    }
  }

  private static func readsRaster(_ indicator: LayerIndicator) -> Bool {
    switch indicator {
    case .rasterValue, .zonal, .slope: true
    case .nearest, .neighbours, .count, .within, .cover, .length, .interpolation, .join: false
    }
  }

  /// Source of derived values, in words.
  private var sourceText: String {
    declared.title + (declared.vintage.isEmpty ? "" : ", \(declared.vintage)")
  }
}
