// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import GEOS
import Quantities
import Sites

/// Sites as they are read, with everything that is wrong with them.
struct SiteRows {
  private let access: LayerAccess
  private var fields: SiteFields
  private let points: ColumnPoints?
  private let seconds: SecondPlaces?
  private let lines: DelimitedText?
  /// Where each row stands, in words.
  private var rowPlaces: [String] = []
  private var taken = 0
  private var ids: [String] = []
  private var names: [String] = []
  private var values: [[FieldValue]] = []
  private var places = SitePlaces()
  private var findings: [Finding] = []
  private var seen: Set<String> = []
  /// Ids and names from which blanks were taken off.
  private var trimmedTexts: [String] = []
  /// What was found or mended once all sites were there.
  private var reported: [String] = []

  init(
    access: LayerAccess, layer: Layer, columns: SiteColumns, points: ColumnPoints? = nil,
    seconds: SecondPlaces? = nil, lines: DelimitedText? = nil
  ) throws {
    self.access = access
    self.points = points
    self.seconds = seconds
    self.lines = lines
    fields = try SiteFields(
      access: access, layer: layer, columns: columns,
      coordinates: (points?.names ?? []) + (seconds?.names ?? []))
  }

  /// Takes a feature, or notes why it cannot be a site.
  mutating func add(_ feature: Feature) throws {
    let place = access.place(of: feature, ordinal: taken, lines: lines)
    taken += 1
    guard let written = fields.text(feature.values[fields.id]), case let id = trimmed(written), !id.isEmpty
    else {
      findings.append(
        access.finding(
          "\(place) has no '\(fields.definitions[fields.id].name)'; every site needs a unique one"))
      return
    }
    if id.utf8.contains(where: { $0 < 0x20 }) || id.contains(where: \.isNewline) {
      findings.append(access.finding("\(place): the id holds a line break or another control character"))
      return
    }
    if !seen.insert(id).inserted {
      findings.append(access.finding("site id '\(id)' appears more than once; ids must be unique"))
      return
    }
    findings += fields.faults(of: feature.values, id: id)
    var geometry = feature.geometry
    if let points {
      do {
        geometry = try points.coordinate(of: feature, ordinal: taken - 1).map { try Geometry.point($0) }
      } catch let failure as InputFailure {
        findings += failure.findings
        return
      }
    }
    guard let geometry, !geometry.isEmpty else {
      findings.append(
        access.finding("site '\(id)' has no geometry; give it a point or an area\(seconds?.hint ?? "")"))
      return
    }
    do {
      try seconds?.check(feature, geometry, ordinal: taken - 1)
    } catch let failure as InputFailure {
      findings += failure.findings
      return
    }
    do {
      try places.add(geometry)
    } catch is SitePlaces.LineFault {
      findings.append(
        access.finding(
          "site '\(id)' is a line, which is neither a place nor a plot; give a point, or the polygon of the plot"
        ))
      return
    } catch {
      findings.append(access.finding("site '\(id)' has a geometry in which no point can be found: \(error)"))
      return
    }
    ids.append(id)
    let name = fields.text(feature.values[fields.name]).map { trimmed($0) } ?? ""
    names.append(name.isEmpty ? id : name)
    values.append(feature.values)
    rowPlaces.append(place)
  }

  /// An id or name without blanks at its ends, which nobody sees: with them 'A' and 'A ' would be two sites.
  private mutating func trimmed(_ text: String) -> String {
    guard Blanks.hasAny(text) else { return text }
    trimmedTexts.append(text)
    return Blanks.trimmed(text)
  }

  /// What was guessed, mended or not recognised, once all sites are there.
  var remarks: [String] {
    (points?.remarks ?? []) + (seconds?.remarks ?? []) + fields.remarks + trimmedRemark + reported
  }

  private var trimmedRemark: [String] {
    guard let first = trimmedTexts.first else { return [] }
    let count = trimmedTexts.count
    return [
      "\(count) id\(count == 1 ? " or name begins or ends" : "s or names begin or end") with blanks, for example '\(first)', which were "
        + "taken off"
    ]
  }

  /// The table of all sites and their geometries, in ascending order of identifier.
  ///
  /// - Parameter reference: Reference system of the source.
  /// - Returns: The sites, and which areas were repaired.
  /// - Throws: `InputFailure` with every finding.
  mutating func finish(
    _ reference: SpatialReference, measureCRS: String?
  ) throws -> (table: SiteTable, shapes: SiteShapes, repaired: RepairTally) {
    fields.settle(values) { rowPlaces[$0] }
    var all = findings
    if ids.isEmpty, all.isEmpty { all.append(access.finding("has no feature, so there is no site")) }
    let order = ids.indices.sorted { ids[$0] < ids[$1] }
    let found = try places.positions(access.transform(from: reference, to: SpatialReference(epsg: 4326)))
    for row in order where found[row] == nil {
      let source = places.points[row]
      all.append(
        access.finding(
          "site '\(ids[row])': coordinates \(source.x), \(source.y) cannot be brought to longitude and latitude"
        ))
    }
    let usable = order.filter { found[$0] != nil }
    let positions = usable.compactMap { found[$0] }
    var measuring: MeasuringReference?
    do {
      measuring = try MeasuringReference.choose(
        for: positions, ids: usable.map { ids[$0] }, stated: measureCRS, access: access)
    } catch let failure as InputFailure {
      all += failure.findings
    }
    if var area = try AreaOfUse(of: reference, coordinates: SpatialReference(epsg: 4326)) {
      area.take(positions.map { Coordinate(x: $0.longitude, y: $0.latitude) }, within: nil)
      if let words = area.fault("site") { all.append(access.finding(words)) }
      if let words = area.remark("site") { reported.append(words) }
    }
    guard all.isEmpty, let measuring else { throw InputFailure(findings: all) }
    let (shapes, repaired) = try shapes(order, positions, reference, measuring)
    var table = try SiteTable(
      sites: order.enumerated().map { (ids[$1], names[$1], SitePlaces.shown(positions[$0])) })
    for field in fields.attributes {
      try table.set(
        SiteTable.Column(
          name: field.name, unit: field.attribute?.unit ?? "",
          values: order.map { fields.value(of: field, in: values[$0]) }))
    }
    return (table, shapes, repaired)
  }

  /// Points and areas in the measuring reference system.
  private mutating func shapes(
    _ order: [Int], _ positions: [SiteTable.Position], _ reference: SpatialReference,
    _ measuring: MeasuringReference
  ) throws -> (SiteShapes, repaired: RepairTally) {
    let target = try SpatialReference(userInput: measuring.code)
    let transform = try access.transform(from: reference, to: target)
    let measured = try transform.transform(order.map { places.points[$0] })
    let context = try GEOSContext()
    var repaired = RepairTally()
    var areas: [[UInt8]?] = []
    var faults: [Finding] = []
    var apart: [String] = []
    func take(_ verdict: SiteParts.Verdict, of id: String) {
      switch verdict {
      case .fine: break
      case .remark(let words): apart.append("site '\(id)' \(words)")
      case .fault(let words): faults.append(access.finding("site '\(id)' \(words)"))
      }
    }
    for (site, row) in order.enumerated() {
      if measured[site] == nil {
        faults.append(
          access.finding(
            "site '\(ids[row])' cannot be brought to \(measuring.code), the measuring reference system"))
      }
      switch try places.measuredArea(
        row, id: ids[row], transform, context, repaired: &repaired)
      {
      case .success(let area):
        areas.append(area)
        if let area { take(try SiteParts.verdict(area: Shape(wkb: area, in: context)), of: ids[row]) }
        if let points = places.several[row] {
          take(SiteParts.verdict(points: try transform.transform(points)), of: ids[row])
        }
      case .failure(let fault): faults.append(access.finding("site '\(ids[row])': \(fault.words)"))
      }
    }
    if !faults.isEmpty { throw InputFailure(findings: faults) }
    if let words = repaired.remark(("areas", "area")) { reported.append(words) }
    if !apart.isEmpty { reported.append(Self.list(apart, of: "more sites like these")) }
    if !places.extras.isEmpty {
      let names = order.filter { places.extras.contains($0) }.map { "'\(ids[$0])'" }
      reported.append(
        "lines and points beside the area of a site are left out: site \(Self.list(names, of: "more", separator: ", "))"
      )
    }
    return (
      SiteShapes(
        ids: order.map { ids[$0] }, positions: positions, measured: measured.compactMap { $0 },
        polygonWKB: areas, measuringCRS: measuring.code), repaired
    )
  }

  /// The first three of a list, and how many more there are.
  private static func list(_ words: [String], of what: String, separator: String = "; ") -> String {
    let rest = words.count - 3
    return words.prefix(3).joined(separator: separator) + (rest > 0 ? " and \(rest) \(what)" : "")
  }
}
