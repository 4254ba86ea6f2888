// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import GEOS
import Quantities
import Sites

/// Takes features one by one, gathers them in batches, carries each batch to the measuring reference system
/// and hands it on.
struct FeatureStream {
  private let pass: LayerPass
  private let fieldIndices: [Int]
  private let fields: [String]
  private let slots: [[Int]]
  private let readsGeometry: Bool
  private let keepsRows: Bool
  /// Reads coordinates from columns; nil where features have geometries.
  let points: ColumnPoints?
  /// What the table says a second time of where features are; nil where it does not.
  let seconds: SecondPlaces?
  /// Reference system of the layer; nil where no geometry is read.
  let reference: SpatialReference?
  /// The way to the measuring reference system; nil where there is nothing to do.
  let transform: CoordinateTransform?
  /// Makes lines and rings ready for that way; nil where there is none.
  private var course: EdgeCourse?
  /// Features with an edge that leaps over the antimeridian: how many, and the first three.
  private var leaps: (count: Int, first: [String]) = (0, [])

  private var batch = FeatureBatch()
  private var check: RingCheck
  private var nulls: [Int]
  private var taken = 0
  private let whole: Bounds?
  /// Whether features lie where the layer's reference system is meant to be used; nil where it is meant for
  /// everywhere.
  var areaOfUse: AreaOfUse?
  /// By field, numbers that may stand for no value; empty where the planner names one.
  private var undeclared: [UndeclaredNoData]

  /// Numbers found on the way.
  var output = IndicatorOutput()
  /// Features with a geometry.
  private(set) var withGeometry = 0
  /// Features of which no part could be carried over.
  private(set) var untransformed = 0
  /// Least distance of any feature from the rectangle around all sites, in metres; nil as long as none came.
  private(set) var nearestMetres: Double?
  /// Time spent on other things than reading.
  private(set) var derivingTime = Duration.zero

  init(
    _ pass: LayerPass, fields: [String], layer: Layer, readsGeometry: Bool, lines: DelimitedText? = nil
  ) throws {
    self.pass = pass
    self.fields = fields
    self.readsGeometry = readsGeometry
    fieldIndices = try fields.map { try layer.fieldIndex($0) }
    slots = pass.accumulators.map { accumulator in
      accumulator.needs.fields.map { fields.firstIndex(of: $0) ?? 0 }
    }
    keepsRows = pass.accumulators.contains { $0.needs.geometry == .none }
    nulls = [Int](repeating: 0, count: fields.count)
    undeclared = pass.access.declared.noData == nil ? fields.map { _ in UndeclaredNoData() } : []
    check = RingCheck(context: pass.sites.context)
    whole = pass.sites.whole
    batch.fieldCount = fields.count
    points = try readsGeometry ? ColumnPoints(layer, pass.access, lines: lines) : nil
    guard readsGeometry else {
      reference = nil
      seconds = nil
      transform = nil
      course = nil
      output.crsFound = layer.spatialReference.map { $0.authorityCode ?? $0.name } ?? ""
      return
    }
    let found = try pass.access.reference(
      of: layer.spatialReference ?? points?.implied.map { try SpatialReference(userInput: $0) })
    let measuring = try pass.sites.shapes.makeMeasuringReference()
    reference = found
    seconds = try SecondPlaces(layer, pass.access, beside: points, lines: lines, reference: found)
    areaOfUse = AreaOfUse(of: found, coordinates: measuring)
    transform = found.isSame(as: measuring) ? nil : try pass.access.transform(from: found, to: measuring)
    course = transform == nil ? nil : EdgeCourse(found, sites: pass.sites)
    output.crsFound = pass.access.declared.crsOverride ?? found.authorityCode ?? found.name
  }

  /// Takes a feature.
  mutating func take(_ feature: Feature) throws {
    let ordinal = taken
    taken += 1
    for (slot, index) in fieldIndices.enumerated() {
      if feature.values[index].isMissing { nulls[slot] += 1 }
      if !undeclared.isEmpty, let number = Self.number(feature.values[index]) { undeclared[slot].add(number) }
    }
    guard try takeGeometry(of: feature, ordinal: ordinal) else { return }
    for index in fieldIndices { batch.values.append(feature.values[index]) }
    if batch.count >= pass.limits.features || batch.x.count >= pass.limits.coordinates {
      try flush()
    }
  }

  /// A number, also one that stands as a text, as those of CSV files do.
  private static func number(_ value: FieldValue) -> Double? {
    guard let text = value.text else { return value.number }
    // Texts are looked at for the usual numbers alone, not for codes of towns.
    return text.hasPrefix("-9") ? Double(text) : nil
  }

  /// What looks wrong with the numbers of the fields and with edges.
  var remarks: [String] {
    zip(fields, undeclared).compactMap { $1.remark("field '\($0)'", "features") }
      + [leapRemark].compactMap { $0 }
  }

  /// How edges over the antimeridian were taken; nil for none.
  var leapRemark: String? {
    guard leaps.count > 0 else { return nil }
    let more = leaps.count > 3 ? " and \(leaps.count - 3) more" : ""
    return
      "\(leaps.count) feature\(leaps.count == 1 ? " has an edge" : "s have edges") over more than 180 degrees of longitude, taken to cross the antimeridian "
      + "(\(leaps.first.joined(separator: ", "))\(more)); where the other way around the Earth is meant, give it places in between, "
      + "for example with ogr2ogr -segmentize 1"
  }

  /// Adds the feature to the batch, without its fields.
  ///
  /// - Returns: Whether it was added: one without a geometry is not, unless its fields alone are wanted.
  private mutating func takeGeometry(of feature: Feature, ordinal: Int) throws -> Bool {
    if let points, let place = try points.coordinate(of: feature, ordinal: ordinal) {
      withGeometry += 1
      try seconds?.check(feature, at: place, ordinal: ordinal)
      batch.append(id: feature.id, ordinal: ordinal, point: place)
      return true
    }
    if readsGeometry, points == nil, let geometry = feature.geometry, !geometry.isEmpty {
      try seconds?.check(feature, geometry, ordinal: ordinal)
      if geometry.type.base == .point {
        withGeometry += 1
        batch.append(id: feature.id, ordinal: ordinal, point: try geometry.coordinate())
        return true
      }
      let runs = try runs(of: geometry, feature, ordinal)
      if let runs {
        withGeometry += 1
        if runs.starts.isEmpty {
          if keepsRows { batch.append(id: feature.id, ordinal: ordinal) }
          return keepsRows
        }
        batch.append(id: feature.id, ordinal: ordinal, runs)
        return true
      }
    }
    if readsGeometry {
      output.nullGeometries += 1
      output.unplaced.add(Self.name(feature, ordinal), .noGeometry)
    }
    if keepsRows { batch.append(id: feature.id, ordinal: ordinal) }
    return keepsRows
  }

  /// A geometry taken apart, arcs cut into chords, long edges with places in between; nil for none.
  private mutating func runs(of geometry: Geometry, _ feature: Feature, _ ordinal: Int) throws -> WKBRuns? {
    do {
      let runs: WKBRuns
      do {
        runs = try WKBRuns(geometry.wkb())
      } catch WKBRuns.Fault.curved {
        runs = try WKBRuns(geometry.linearized().wkb())
      }
      if runs.starts.isEmpty { return nil }
      guard let followed = try course?.followed(runs) else { return runs }
      if followed.isCut { output.unplaced.addPart(Self.name(feature, ordinal)) }
      if followed.leaps {
        leaps.count += 1
        if leaps.first.count < 3 { leaps.first.append(Self.name(feature, ordinal)) }
      }
      return followed.runs
    } catch {
      throw pass.access.failure(
        "\(Self.name(feature, taken - 1)) has a geometry that cannot be read: \(error)")
    }
  }

  /// A feature in words: its id, or its place in the file where it has none.
  private static func name(_ feature: Feature, _ ordinal: Int) -> String {
    feature.id.map { "feature \($0)" } ?? "the feature at place \(ordinal + 1)"
  }

  /// Hands the batch on and begins the next one.
  mutating func flush() throws {
    let start = ContinuousClock.now
    defer { derivingTime += start.duration(to: .now) }
    for (slot, field) in fields.enumerated() where nulls[slot] > 0 {
      output.nullValues[field, default: 0] += nulls[slot]
      nulls[slot] = 0
    }
    output.unplaced.total = taken
    guard batch.count > 0 else { return }
    batch.firstOrdinal = batch.ordinal.first ?? 0
    if readsGeometry {
      try carryOver()
      do {
        try check.repair(&batch)
      } catch let fault as RingCheck.Fault {
        throw pass.access.failure(
          "\(fault.feature) is an invalid polygon that cannot be repaired: \(fault.reason)")
      }
      output.repair = check.tally
      try checkKinds()
    }
    let places = areaOfUse == nil ? [] : batch.firstPlaces
    let index = BatchIndex(batch)
    if let box = index.tree.bounds {
      areaOfUse?.take(
        places, within: Envelope(minX: box.minX, minY: box.minY, maxX: box.maxX, maxY: box.maxY))
    }
    if let whole, let box = index.tree.bounds {
      let metres = box.distance(to: whole) > 0 ? leastDistance(index, to: whole) : 0
      nearestMetres = min(nearestMetres ?? metres, metres)
    }
    for (accumulator, slots) in zip(pass.accumulators, slots) { try accumulator.add(index, slots: slots) }
    batch = FeatureBatch()
    batch.fieldCount = fields.count
  }

  /// Brings all coordinates to the measuring reference system at once.
  private mutating func carryOver() throws {
    var failures = 0
    if let transform {
      let (x, y) = (batch.x, batch.y)
      failures = try transform.transform(x: &batch.x, y: &batch.y).failureCount
      if failures > 0 {
        try batch.insertEdgePlaces(sourceX: x, sourceY: y, by: transform)
      }
    } else {
      for place in batch.x.indices where !batch.x[place].isFinite || !batch.y[place].isFinite {
        failures += 1
      }
    }
    guard failures > 0 else { return }
    let (lost, cut) = batch.dropUnusable()
    untransformed += lost.count
    output.nullGeometries += lost.count
    for feature in cut { output.unplaced.addPart(batch.name(of: feature)) }
    for feature in lost { output.unplaced.add(batch.name(of: feature), .unreachable) }
  }

  /// Checks that every indicator can use what came.
  ///
  /// - Throws: `InputFailure` naming the first feature that it cannot use.
  private func checkKinds() throws {
    var findings: [Finding] = []
    for accumulator in pass.accumulators {
      let needs = accumulator.needs
      guard
        let offending = batch.kinds.indices.first(where: {
          !needs.geometry.kinds.isSuperset(of: batch.kinds[$0])
        })
      else { continue }
      let found = batch.kinds[offending].subtracting(needs.geometry.kinds)
      let word = found.contains(.points) ? "points" : found.contains(.lines) ? "lines" : "polygons"
      findings.append(
        pass.access.finding(
          "'\(needs.keyword)' needs \(needs.geometry.words), but \(batch.name(of: offending)) has \(word); "
            + "leave such features out with where, or use another layer"))
    }
    if !findings.isEmpty { throw InputFailure(findings: findings) }
  }

  private func leastDistance(_ index: BatchIndex, to box: Bounds) -> Double {
    index.boxes.reduce(Double.infinity) { min($0, $1.distance(to: box)) }
  }
}
