// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// The fields of a site source and what each of them means.
struct SiteFields {
  /// A field that becomes an attribute.
  struct Attribute {
    /// Name of the field and of the attribute.
    var name: String
    /// The attribute that planning reads; nil for one of the planner's own.
    var attribute: SiteAttribute?
    /// Position among the fields.
    var index: Int
    /// Position of the field that says what its values rest on.
    var basis: Int?
    /// Whether a text of it is read as a number: in a column of texts that are all numbers.
    var isNumber = false
  }

  /// The fields of the source.
  let definitions: [FieldDefinition]
  /// Position of the identifier.
  let id: Int
  /// Position of the name.
  let name: Int
  /// All other fields.
  private(set) var attributes: [Attribute]
  /// What was guessed or not recognised, in words.
  private(set) var remarks: [String] = []

  private let access: LayerAccess
  private let source: Int?
  private let bases: [Int]
  /// Columns of coordinates, whose texts are numbers with decimal commas as well.
  private let coordinates: Set<Int>

  init(access: LayerAccess, layer: Layer, columns: SiteColumns, coordinates: [String] = []) throws {
    self.access = access
    definitions = layer.fields
    id = try layer.fieldIndex(columns.id)
    name = try layer.fieldIndex(columns.name)
    let places = Dictionary(layer.fields.enumerated().map { ($1.name, $0) }) { first, _ in first }
    source = places[columns.byAttribute["source"] ?? "source"]
    self.coordinates = Set(coordinates.compactMap { places[$0] })
    let statedBases = columns.byAttribute.filter { $0.key.hasSuffix("_basis") }.compactMapValues {
      places[$0]
    }
    bases = layer.fields.indices.filter {
      layer.fields[$0].name.hasSuffix("_basis") && layer.fields[$0].name != "position_basis"
        || statedBases.values.contains($0)
    }
    let (id, name) = (id, name)
    attributes = layer.fields.enumerated().flatMap { index, field -> [Attribute] in
      let mapped = columns.attributes(of: field.name)
      guard index != id && index != name || !mapped.isEmpty else { return [] }
      return (mapped.isEmpty ? [field.name] : mapped).map { attribute in
        Attribute(
          name: attribute, attribute: SiteAttribute(rawValue: attribute), index: index,
          basis: statedBases[attribute + "_basis"] ?? places[attribute + "_basis"]
            ?? places[field.name + "_basis"])
      }
    }
    remarks = columns.doubts(attributes.map(\.name))
  }

  /// Decides which of the planner's own columns of texts hold numbers, once all rows are there.
  ///
  /// - Parameter place: Where a row stands, in words.
  mutating func settle(_ rows: [[FieldValue]], place: (Int) -> String) {
    for (index, field) in attributes.enumerated() {
      let values = rows.map { $0[field.index] }
      if field.attribute == nil, !bases.contains(field.index) { noteNoData(field.name, values) }
      if coordinates.contains(field.index) {
        attributes[index].isNumber = values.allSatisfy {
          $0.text.map { Self.coordinate($0) != nil || $0.isEmpty } ?? true
        }
        continue
      }
      guard field.attribute == nil, definitions[field.index].type == .text, field.name != "source",
        !bases.contains(field.index)
      else { continue }
      let column = OwnColumn(name: field.name, texts: values.map { $0.text ?? "" })
      attributes[index].isNumber = column.isNumber
      if let remark = column.remark(place: place) { remarks.append(remark) }
    }
  }

  /// Tells numbers that may stand for no value.
  private mutating func noteNoData(_ name: String, _ values: [FieldValue]) {
    guard access.declared.noData == nil else { return }
    var undeclared = UndeclaredNoData()
    for value in values {
      if let number = value.number ?? value.text.flatMap({ PlainNumber.value($0) }) { undeclared.add(number) }
    }
    if let remark = undeclared.remark("column '\(name)'", "sites") { remarks.append(remark) }
  }

  /// A coordinate: a number, its decimals behind a point or a comma.
  private static func coordinate(_ text: String) -> Double? {
    if let number = PlainNumber.value(text) { return number }
    return PlainNumber.hasDecimalComma(text)
      ? PlainNumber.value(String(text.map { $0 == "," ? "." : $0 })) : nil
  }

  /// Numbers that no physical quantity can have, and words for a basis that are none.
  func faults(of values: [FieldValue], id: String) -> [Finding] {
    var findings: [Finding] = []
    for index in bases {
      guard let word = text(values[index]), Basis(rawValue: word) == nil else { continue }
      let known = Basis.allCases.map(\.rawValue).joined(separator: ", ")
      findings.append(
        access.finding("site '\(id)': \(definitions[index].name) = '\(word)'; wanted one of \(known)"))
    }
    // Words are asked for when the scenario has had its say: it may put them right.
    for field in attributes {
      guard let attribute = field.attribute, attribute.isNumber else { continue }
      let value = values[field.index]
      guard !value.isMissing, value.text != "" else { continue }
      let number = value.number ?? value.text.flatMap { PlainNumber.value($0) }
      let content = number.map(SiteValue.Content.number) ?? .text("\(value)")
      guard let fault = attribute.form.fault(in: content, unit: attribute.unit) else { continue }
      findings.append(access.finding("site '\(id)': \(field.name) \(fault.message); \(fault.hint)"))
    }
    return findings
  }

  /// The value of a field, typed as the attribute wants it.
  func value(of field: Attribute, in values: [FieldValue]) -> SiteValue {
    let found = values[field.index]
    guard !found.isMissing, found.text != "" else { return .missing("not in the site source") }
    let basis = field.basis.flatMap { text(values[$0]) }.flatMap(Basis.init(rawValue:)) ?? .published
    let source = source.flatMap { text(values[$0]) } ?? access.declared.title
    if field.attribute?.isNumber ?? (field.isNumber || found.number != nil) {
      guard
        let number = found.number
          ?? found.text.flatMap({
            coordinates.contains(field.index) ? Self.coordinate($0) : PlainNumber.value($0)
          })
      else {
        return .missing("'\(found)' is not a number")
      }
      // A column of the planner's own may hold what no calculation can use.
      guard number.isFinite else { return .missing("not a finite number in the site source") }
      return SiteValue(.number(number), basis: basis, source: source)
    }
    if case .boolean(let flag) = found, field.attribute?.form == .word(["no", "yes"]) {
      return SiteValue(.text(flag ? "yes" : "no"), basis: basis, source: source)
    }
    return SiteValue(.text(text(found) ?? "\(found)"), basis: basis, source: source)
  }

  /// A value as text: text as it is, whole numbers without a fraction; nil for none.
  func text(_ value: FieldValue) -> String? {
    if value.isMissing { return nil }
    if let text = value.text { return text.isEmpty ? nil : text }
    if let whole = value.wholeNumber { return "\(whole)" }
    return "\(value)"
  }
}
