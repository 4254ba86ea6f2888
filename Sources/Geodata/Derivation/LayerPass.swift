// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import GEOS
import Sites

/// One reading of a layer through one filter, for all derivations with that filter.
struct LayerPass {
  let access: LayerAccess
  let filter: String?
  let sites: SiteTargets
  let accumulators: [any Accumulator]
  var limits = BatchLimits()
  /// Whether it is read for where it lies alone, so that it may lie anywhere.
  var isForCoverage = false

  /// Reads the layer and hands it to the accumulators batch by batch.
  ///
  /// - Returns: What was found on the way, without columns.
  /// - Throws: `InputFailure` for a missing field, a bad filter, no reference system, a read that ends
  ///   early, geometry of a kind that an indicator cannot use, or nothing left to derive from.
  func run() throws -> IndicatorOutput {
    try access.withTable { dataset, layer, text in
      let fields = wantedFields()
      try access.check(fields: fields, of: layer)
      let readsGeometry = accumulators.contains { $0.needs.geometry != .none }
      var stream = try FeatureStream(
        self, fields: fields, layer: layer, readsGeometry: readsGeometry, lines: text)
      let chosen = try filter.map {
        try LayerFilter($0, layer: layer, access: access, points: stream.points)
      }
      stream.output.driver = dataset.driverName
      stream.output.files = access.files(of: dataset)
      stream.output.featuresDeclared = try layer.declaredCount()
      if dataset.driverName == "OSM" { access.readOnly(layer.name, of: dataset) }
      let region =
        try readsGeometry && stream.points == nil ? searchRegion(layer, dataset.driverName, stream) : nil
      let query = FeatureQuery(
        where: chosen?.driverCondition, in: region.map { .envelope($0) },
        fields: fields
          + ((chosen?.fields ?? []) + (stream.points?.names ?? []) + (stream.seconds?.names ?? []))
          .filter { !fields.contains($0) },
        readsGeometry: readsGeometry && stream.points == nil || chosen?.needsGeometry == true)
      let start = ContinuousClock.now
      var came = 0
      let sent = try layer.forEachFeature(query) { feature in
        let feature = access.withoutNoData(feature)
        guard try chosen?.passes(feature) ?? true else { return }
        came += 1
        try stream.take(feature)
      }
      try access.checkPages(dataset, declaredCount: stream.output.featuresDeclared, came: sent)
      try stream.flush()
      stream.output.readingTime = start.duration(to: .now) - stream.derivingTime
      stream.output.featuresUsed = came
      stream.output.featuresRead =
        filter != nil && region == nil ? max(came, stream.output.featuresDeclared ?? came) : came
      if came == 0, let corners = try extentCorners(layer, stream) {
        stream.areaOfUse?.take(corners, within: nil)
      }
      if let words = stream.areaOfUse?.fault("feature") { throw access.failure(words) }
      if let words = stream.areaOfUse?.remark("feature") { stream.output.remarks.append(words) }
      try checkSomethingCame(&stream, chosen, layer: layer, region: region)
      stream.output.remarks += chosen?.remarks ?? []
      stream.output.remarks += stream.points?.remarks ?? []
      stream.output.remarks += stream.seconds?.remarks ?? []
      stream.output.remarks += stream.remarks
      stream.output.remarks += accumulators.flatMap(\.remarks)
      stream.output.remarks += access.remarks(of: dataset)
      return stream.output
    }
  }

  /// Fields of all accumulators, each once.
  private func wantedFields() -> [String] {
    var fields: [String] = []
    for accumulator in accumulators {
      for field in accumulator.needs.fields where !fields.contains(field) { fields.append(field) }
    }
    return fields
  }

  /// Where features matter, when that is bounded for all accumulators.
  private func searchRegion(_ layer: Layer, _ driver: String, _ stream: FeatureStream) throws -> Envelope? {
    var reach = 0.0
    for accumulator in accumulators {
      guard accumulator.needs.geometry != .none, let metres = accumulator.needs.reachMetres else {
        return nil
      }
      reach = max(reach, metres)
    }
    guard let reference = stream.reference else { return nil }
    return SearchRegion.envelope(
      around: sites, reach: reach, layer: layer, driver: driver, reference: reference)
  }

  /// A projected layer of which nothing lies this near to any site, in metres, may be declared in a wrong
  /// zone.
  private static let usualReachM = 100_000.0

  /// Tells a layer, or a filter, that leaves nothing to derive from apart from one that has nothing near.
  private func checkSomethingCame(
    _ stream: inout FeatureStream, _ chosen: LayerFilter?, layer: Layer, region: Envelope?
  ) throws {
    let geometric = accumulators.filter { $0.needs.geometry != .none }
    let output = stream.output
    var there = output.featuresUsed
    if there == 0, region != nil { there = try hasAny(layer, chosen) ? 1 : 0 }
    let isError = filter == nil || accumulators.contains { $0.needs.needsFeatures }
    if there == 0, let filter, let chosen {
      // What the driver left out may be what was meant.
      if chosen.driverCondition != nil { try lookAtAll(layer, chosen) }
      let words = "its filter \(filter) lets no feature through"
      if isError { throw access.failure("\(words), so nothing can be derived from it\(chosen.caseHint)") }
      stream.output.remarks.append("\(words)\(chosen.caseHint)")
    }
    if there == 0, filter == nil {
      throw access.failure("it has no feature, so nothing can be derived from it")
    }
    guard !geometric.isEmpty, there > 0, !isForCoverage else { return }
    if output.featuresUsed > 0, stream.withGeometry == 0 {
      throw access.failure(
        "none of its \(output.featuresUsed) features has a geometry, so nothing can be derived from it")
    }
    if stream.withGeometry > 0, stream.untransformed == stream.withGeometry {
      throw access.failure(
        "none of its features can be brought from \(output.crsFound) to \(sites.shapes.measuringCRS), in which the sites are "
          + "measured; check its coordinate reference system, and state it with crs = \"EPSG:...\"")
    }
    let nearest = try stream.nearestMetres ?? extentDistance(layer, stream)
    // What a filter leaves may be one hub at the other end of the country.
    if filter == nil, stream.reference?.isProjected == true, let nearest, nearest > Self.usualReachM {
      stream.output.remarks.append(
        "nothing in it comes within 100 km of any site, the nearest feature lies \(Int(nearest / 1_000)) km away; if that cannot be, its "
          + "coordinates are not of \(output.crsFound) but, for example, of the zone beside it: state the right one with crs = \"EPSG:...\""
      )
    }
    let limitKilometres = filter == nil ? 1_000 : 1_500
    if let nearest, nearest > Double(limitKilometres) * 1_000 {
      throw access.failure(
        "nothing in it comes within \(limitKilometres == 1_000 ? "1,000" : "1,500") km of any site, the nearest feature lies \(Int(nearest / 1_000)) km away; check its "
          + "coordinate reference system (\(output.crsFound)) and the order of its coordinates"
          + (stream.leapRemark.map { "; \($0)" } ?? ""))
    }
  }

  /// Whether a layer has a feature that its filter lets through, wherever it lies.
  private func hasAny(_ layer: Layer, _ chosen: LayerFilter?) throws -> Bool {
    struct Found: Error {}
    guard let chosen else { return try layer.count() > 0 }
    let query = FeatureQuery(
      where: chosen.driverCondition, fields: chosen.fields, readsGeometry: chosen.needsGeometry)
    do {
      try layer.forEachFeature(query) { if try chosen.passes(access.withoutNoData($0)) { throw Found() } }
      return false
    } catch is Found {
      return true
    }
  }

  /// Shows a filter every feature, for what it has to tell of their values.
  private func lookAtAll(_ layer: Layer, _ chosen: LayerFilter) throws {
    chosen.forget()
    let query = FeatureQuery(fields: chosen.fields, readsGeometry: chosen.needsGeometry)
    try layer.forEachFeature(query) { _ = try chosen.passes(access.withoutNoData($0)) }
  }

  /// Corners of the layer's extent in the measuring reference system, where no feature came; nil when they
  /// cannot be known.
  private func extentCorners(_ layer: Layer, _ stream: FeatureStream) throws -> [Coordinate]? {
    guard let extent = try? layer.extent(), extent.isFinite else { return nil }
    let corners = [
      Coordinate(x: extent.minX, y: extent.minY), Coordinate(x: extent.maxX, y: extent.minY),
      Coordinate(x: extent.minX, y: extent.maxY), Coordinate(x: extent.maxX, y: extent.maxY),
    ]
    return try stream.transform?.transform(corners).compactMap { $0 } ?? corners
  }

  /// Distance of the layer's extent from the sites in metres, where no feature came; nil when it cannot be
  /// reported.
  private func extentDistance(_ layer: Layer, _ stream: FeatureStream) throws -> Double? {
    guard let whole = sites.whole, let extent = try? layer.extent(),
      let found = try? stream.transform?.transform(extent, densification: 21) ?? extent, found.isFinite
    else { return nil }
    return Bounds(minX: found.minX, minY: found.minY, maxX: found.maxX, maxY: found.maxY)
      .distance(to: whole)
  }
}
