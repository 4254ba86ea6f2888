// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import GDAL
import Siting

/// A declared raster, open, with one of its bands: where its cells lie and their values.
final class RasterSource {
  /// Where the cells lie.
  let grid: RasterGrid
  /// The reference system of its coordinates: the one the planner states, otherwise its own.
  let reference: SpatialReference
  /// The same in a few characters, for a report.
  let crsFound: String
  /// What the band's values are measured in, as the source says; empty where it does not.
  let unit: String
  /// Columns and rows of the blocks in which values are stored.
  let block: (width: Int, height: Int)
  /// Cells read so far; a cell counts each time it is read.
  private(set) var cellsRead = 0
  /// Those of them that had no value.
  private(set) var cellsWithoutValue = 0
  /// Time spent on opening and reading.
  private(set) var readingTime: Duration

  private let dataset: Dataset
  private let reader: PhysicalReader
  private let access: LayerAccess

  /// Opens a declared raster.
  ///
  /// - Throws: `GeodataFailure` for a source that is no raster or holds several, a band it does not have or
  ///   that holds complex numbers, cells that lie nowhere, and no reference system.
  init(_ access: LayerAccess, band number: Int) throws {
    let start = ContinuousClock.now
    self.access = access
    dataset = try Self.open(access)
    do {
      let band = try dataset.band(number)
      reader = try PhysicalReader(band)
      unit = band.unit
      block = (max(1, band.blockWidth), max(1, band.blockHeight))
      guard let transform = try dataset.geoTransform() else {
        throw access.failure(
          "says nothing about where its cells lie (no geotransform); georeference it, for example with gdal_translate -a_ullr"
        )
      }
      reference = try access.reference(of: dataset.rasterSpatialReference())
      let period = reference.radiansPerUnit.map { 2 * Double.pi / $0 }
      guard
        let grid = RasterGrid(
          transform: transform, width: band.width, height: band.height,
          period: period.map { ($0 * 1e9).rounded() / 1e9 })
      else { throw access.failure("says that its cells have no area (geotransform \(transform))") }
      self.grid = grid
    } catch let error as GDALError {
      throw access.failure("\(error)")
    }
    crsFound = access.declared.crsOverride ?? reference.authorityCode ?? reference.name
    readingTime = start.duration(to: .now)
  }

  /// Opens the source, or the one of its rasters that the declaration names.
  private static func open(_ access: LayerAccess) throws -> Dataset {
    let declared = access.declared
    let options = declared.driverOptions
    do {
      let dataset = try Dataset.open(declared.source, contents: .raster, options: options)
      let inside = try dataset.subdatasets()
      let names = inside.map(\.name)
      if let wanted = declared.layer, !inside.isEmpty {
        if let found = inside.first(where: { $0.name == wanted || $0.path == wanted }) {
          return try Dataset.open(found.path, contents: .raster, options: options)
        }
        let hint =
          nearestName(to: wanted, among: names).map { "did you mean '\($0)'?" }
          ?? "it has \(names.joined(separator: ", "))"
        throw access.failure("has no raster '\(wanted)'; \(hint)")
      }
      if try dataset.bandCount() == 0 {
        throw access.failure(
          inside.isEmpty
            ? "is no raster; this indicator reads the cells of one"
            : "holds \(inside.count) rasters; name one with layer = \"...\": \(names.joined(separator: ", "))"
        )
      }
      return dataset
    } catch let error as GDALError {
      throw GeodataFailure(findings: [access.finding("\(error)", cannotOpen: error.reason == .openFailed)])
    }
  }

  /// Reads cells into rows of `values`, which is made longer when needed; NaN where there is no value or no
  /// cell.
  ///
  /// - Parameters:
  ///   - columns: Columns; beyond the edge of a raster that goes around the Earth they go on at the other edge.
  ///   - rows: Rows; may reach beyond the edge.
  /// - Throws: `GeodataFailure` for damaged data.
  func read(columns: Range<Int>, rows: Range<Int>, into values: inout [Double]) throws {
    let start = ContinuousClock.now
    defer { readingTime += start.duration(to: .now) }
    let (width, height) = (columns.count, rows.count)
    let size = width * height
    let inside = rows.clamped(to: 0..<grid.rows)
    if values.count < size { values += [Double](repeating: .nan, count: size - values.count) }
    let isWhole = inside == rows && columns.lowerBound >= 0 && columns.upperBound <= grid.columns
    if !isWhole { for index in 0..<size { values[index] = .nan } }
    guard !inside.isEmpty else { return }
    do {
      for (part, from) in parts(of: columns) {
        let window = RasterWindow(
          column: from, row: inside.lowerBound, width: part.count, height: inside.count)
        let first = (inside.lowerBound - rows.lowerBound) * width + part.lowerBound - columns.lowerBound
        try reader.read(window, into: &values, at: first, stride: width)
        cellsRead += part.count * inside.count
      }
    } catch {
      throw access.failure("\(error)")
    }
    // Cells beyond the edge are no cells.
    let missing = values.withUnsafeBufferPointer { values in
      var count = 0
      for index in 0..<size where !values[index].isFinite { count += 1 }
      return count
    }
    let beyond = isWhole ? 0 : size - parts(of: columns).reduce(0) { $0 + $1.part.count } * inside.count
    cellsWithoutValue += missing - beyond
  }

  /// Runs of columns that the raster holds side by side, and where each begins in it.
  private func parts(of columns: Range<Int>) -> [(part: Range<Int>, from: Int)] {
    let width = grid.columns
    if !grid.wraps {
      let part = columns.clamped(to: 0..<width)
      return part.isEmpty ? [] : [(part, part.lowerBound)]
    }
    var parts: [(part: Range<Int>, from: Int)] = []
    var column = columns.lowerBound
    while column < columns.upperBound {
      let from = ((column % width) + width) % width
      let count = min(width - from, columns.upperBound - column)
      parts.append((column..<column + count, from))
      column += count
    }
    return parts
  }

  /// What was found on the way, without columns.
  func output() -> IndicatorOutput {
    var output = IndicatorOutput()
    output.driver = dataset.driverName
    output.crsFound = crsFound
    output.featuresDeclared = reader.band.width * reader.band.height
    output.featuresRead = cellsRead
    output.featuresUsed = cellsRead
    if cellsWithoutValue > 0 { output.nullValues = [reader.band.label: cellsWithoutValue] }
    output.files = (try? dataset.fileList()) ?? []
    output.readingTime = readingTime
    output.remarks = access.remarks(of: dataset)
    return output
  }
}
