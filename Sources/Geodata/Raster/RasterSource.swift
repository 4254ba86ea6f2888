// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

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
  /// Looks for a value that stands for none, where neither raster nor planner names one.
  private var undeclared: UndeclaredNoData?
  private let access: LayerAccess
  /// What was guessed of the band; nil where it is stated or the only one.
  private let guess: String?

  /// Opens a declared raster.
  ///
  /// - Throws: `InputFailure` for a source that is no raster or holds several, a band it does not have or
  ///   that holds complex numbers, cells that lie nowhere, and no reference system.
  init(_ access: LayerAccess, band number: Int?) throws {
    let start = ContinuousClock.now
    self.access = access
    dataset = try Self.open(access)
    do {
      let band = try dataset.band(number ?? 1)
      guess = try number == nil ? Self.guess(dataset) : nil
      reader = try PhysicalReader(band, noData: access.declared.noData)
      if band.noData == nil, access.declared.noData == nil { undeclared = UndeclaredNoData() }
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
          period: period.map { $0.rounded(decimals: 9) })
      else { throw access.failure("says that its cells have no area (geotransform \(transform))") }
      self.grid = grid
    } catch let error as GDALError {
      throw access.failure("\(error)")
    }
    crsFound = access.declared.crsOverride ?? reference.authorityCode ?? reference.name
    readingTime = start.duration(to: .now)
  }

  /// What is read where no band is stated, in words; nil for the only band.
  private static func guess(_ dataset: Dataset) throws(GDALError) -> String? {
    let count = try dataset.bandCount()
    guard count > 1 else { return nil }
    let shown = 8
    var names: [String] = []
    for number in 1...min(count, shown) {
      let band = try dataset.band(number)
      names.append("\(number)\(band.title.isEmpty ? "" : " (\(band.title))")")
    }
    let more = count > shown ? " and \(count - shown) more" : ""
    return
      "has \(count) bands and none is stated, so band 1 is read; say which is meant with band = N beside kind; there are "
      + names.joined(separator: ", ") + more
  }

  /// Opens the source, or the one of its rasters that the declaration names.
  private static func open(_ access: LayerAccess) throws -> Dataset {
    let declared = access.declared
    do {
      let dataset = try access.open(.raster)
      let inside = try dataset.subdatasets()
      let names = inside.map(\.name)
      if let wanted = declared.layer, !inside.isEmpty {
        if let found = inside.first(where: { $0.name == wanted || $0.path == wanted }) {
          return try access.open(.raster, path: found.path)
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
      throw InputFailure(findings: [access.finding(error)])
    }
  }

  /// Reads cells into rows of `values`, which is made longer when needed; NaN where there is no value or no
  /// cell.
  ///
  /// - Parameters:
  ///   - columns: Columns; beyond the edge of a raster that goes around the Earth they go on at the other
  ///     edge.
  ///   - rows: Rows; may reach beyond the edge.
  /// - Throws: `InputFailure` for damaged data.
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
    try look(values, count: size)
    // Cells beyond the edge are no cells.
    let missing = values.withUnsafeBufferPointer { values in
      var count = 0
      for index in 0..<size where !values[index].isFinite { count += 1 }
      return count
    }
    let beyond = isWhole ? 0 : size - parts(of: columns).reduce(0) { $0 + $1.part.count } * inside.count
    cellsWithoutValue += missing - beyond
  }

  /// Looks at what was read for numbers that are not what they seem.
  private func look(_ values: [Double], count: Int) throws {
    if reader.band.type.isWide, reader.band.scale == 1, reader.band.offset == 0 {
      let limit = Double(1 << 53)
      if let number = values.prefix(count).first(where: { $0.magnitude > limit && $0.isFinite }) {
        throw access.failure(
          "holds whole numbers of 64 bits beyond 9,007,199,254,740,992, for example about \(number), which cannot be distinguished from their "
            + "neighbours in calculations; state nodata if they stand for no value, or convert the raster")
      }
    }
    guard undeclared != nil else { return }
    for index in 0..<count { undeclared?.add(values[index]) }
  }

  /// That values are numbers of entries in a table; nil for numbers that stand for themselves.
  var entryRemark: String? {
    guard reader.band.hasColourTable else { return nil }
    return
      "\(reader.band.label) has a table of colours or classes, so its values are numbers of entries in it and not what they stand for"
  }

  /// What a mean over cells whose values are classes deserves to be reported; nil for numbers.
  func classRemark(_ what: String) -> String? {
    guard reader.band.hasColourTable else { return nil }
    return
      "\(reader.band.label) has a table of colours or classes, so its values are names of classes; \(what) of them means nothing"
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
    output.remarks = access.remarks(of: dataset) + (guess.map { [$0] } ?? [])
    if let remark = undeclared?.remark(reader.band.label, "cells") { output.remarks.append(remark) }
    return output
  }
}
