// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import GDAL
import Siting

/// Sites as they are read, with everything that is wrong with them.
struct SiteRows {
  private struct Row {
    var id: String
    var name: String
    var position: SiteTable.Position
    var feature: Feature
  }

  let access: LayerAccess
  let idField: String
  let nameField: String
  private var rows: [Row] = []
  private var findings: [GeodataFailure.Finding] = []
  private var seen: Set<String> = []

  init(access: LayerAccess, idField: String, nameField: String) {
    self.access = access
    self.idField = idField
    self.nameField = nameField
  }

  /// Takes a feature, or notes why it cannot be a site.
  mutating func add(_ feature: Feature, transform: CoordinateTransform) throws {
    let place = "feature \(feature.id.map(String.init) ?? "\(rows.count + 1)")"
    guard let id = text(feature[idField]), !id.isEmpty else {
      findings.append(access.finding("\(place) has no '\(idField)'; every site needs a unique one"))
      return
    }
    if id.contains(where: \.isNewline) {
      findings.append(access.finding("\(place): the id holds a line break"))
      return
    }
    if !seen.insert(id).inserted {
      findings.append(access.finding("site id '\(id)' appears more than once; ids must be unique"))
      return
    }
    checkNumbers(of: feature, id: id)
    guard let position = try position(of: feature, id: id, transform: transform) else { return }
    rows.append(
      Row(id: id, name: text(feature[nameField]) ?? id, position: position, feature: feature))
  }

  /// The table of all sites.
  ///
  /// - Throws: `GeodataFailure` with every finding.
  func table(fields: [String]) throws -> SiteTable {
    var all = findings
    if rows.isEmpty, all.isEmpty { all.append(access.finding("has no feature, so there is no site")) }
    if !all.isEmpty { throw GeodataFailure(findings: all) }
    let sorted = rows.sorted { $0.id < $1.id }
    var table = try SiteTable(sites: sorted.map { ($0.id, $0.name, $0.position) })
    for field in fields where field != idField && field != nameField {
      let attribute = SiteAttribute(rawValue: field)
      let values = sorted.map { value(of: field, in: $0.feature, attribute: attribute) }
      try table.set(SiteTable.Column(name: field, unit: attribute?.unit ?? "", values: values))
    }
    return table
  }

  /// Position in WGS 84 degrees; nil with a finding when there is none that can be used.
  private mutating func position(
    of feature: Feature, id: String, transform: CoordinateTransform
  ) throws -> SiteTable.Position? {
    guard let geometry = feature.geometry, !geometry.isEmpty else {
      findings.append(access.finding("site '\(id)' has no geometry; give it a point or an area"))
      return nil
    }
    let point = geometry.dimension == 0 && geometry.parts.isEmpty ? geometry : try geometry.pointOnSurface()
    let source = try point.coordinate()
    guard let degrees = try? transform.transform(source), degrees.x.isFinite, degrees.y.isFinite else {
      findings.append(
        access.finding(
          "site '\(id)': coordinates \(source.x), \(source.y) cannot be brought to longitude and latitude"))
      return nil
    }
    guard MeasuringReference.areaOfUse.contains(degrees) else {
      findings.append(
        access.finding(
          "site '\(id)' lies at \(Self.rounded(degrees.x)), \(Self.rounded(degrees.y)), outside France; "
            + "check the order of longitude and latitude and the coordinate reference system"))
      return nil
    }
    return SiteTable.Position(longitude: Self.rounded(degrees.x), latitude: Self.rounded(degrees.y))
  }

  /// Notes numbers that no physical quantity can have, and words for a basis that are none.
  private mutating func checkNumbers(of feature: Feature, id: String) {
    for field in feature.fields where field.name.hasSuffix("_basis") && field.name != "position_basis" {
      guard let word = text(feature[field.name]), Basis(rawValue: word) == nil else { continue }
      let known = Basis.allCases.map(\.rawValue).joined(separator: ", ")
      findings.append(access.finding("site '\(id)': \(field.name) = '\(word)'; wanted one of \(known)"))
    }
    for field in feature.fields {
      guard let attribute = SiteAttribute(rawValue: field.name), attribute.isNumber else { continue }
      guard let value = feature[field.name], !value.isMissing, value.text != "" else { continue }
      guard let number = value.number ?? Self.number(in: value.text) else {
        findings.append(
          access.finding("site '\(id)': \(field.name) = '\(value)' is not a number"))
        continue
      }
      if !number.isFinite || !(attribute.validRange?.contains(number) ?? true) {
        let range = attribute.validRange.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "a finite number"
        findings.append(
          access.finding(
            "site '\(id)': \(field.name) = \(number); wanted \(range) \(attribute.unit)"
          ))
      }
    }
  }

  /// The value of a field, typed as the attribute wants it.
  private func value(of field: String, in feature: Feature, attribute: SiteAttribute?) -> SiteValue {
    guard let found = feature[field], !found.isMissing, found.text != "" else {
      return .missing("not in the site source")
    }
    let basis = text(feature[field + "_basis"]).flatMap(Basis.init(rawValue:)) ?? .published
    let source = text(feature["source"]) ?? access.declared.title
    if attribute?.isNumber ?? (found.number != nil) {
      guard let number = found.number ?? Self.number(in: found.text) else {
        return .missing("'\(found)' is not a number")
      }
      return SiteValue(.number(number), basis: basis, source: source)
    }
    return SiteValue(.text(text(found) ?? "\(found)"), basis: basis, source: source)
  }

  /// A value as text: text as it is, whole numbers without a fraction.
  private func text(_ value: FieldValue?) -> String? {
    guard let value, !value.isMissing else { return nil }
    if let text = value.text { return text.isEmpty ? nil : text }
    if let whole = value.wholeNumber { return "\(whole)" }
    return "\(value)"
  }

  /// A number written as text, as CSV sources have it.
  private static func number(in text: String?) -> Double? { text.flatMap(Double.init) }

  /// Degrees to seven decimals, about a centimetre, so that the last digits of a projection library do not show.
  private static func rounded(_ degrees: Double) -> Double { (degrees * 1e7).rounded() / 1e7 }
}
