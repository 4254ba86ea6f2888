// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Sites

/// Writes what a reader asks for as a JSON Schema of draft 2020-12. Forms that many keys have stand once,
/// under `$defs`.
struct SchemaWriter {
  /// Forms that many keys have, by name.
  private(set) var definitions: [String: JSONValue] = [:]
  /// Whether tables say which keys they need; where a file may have the rest, only lists do.
  private let needsInTables: Bool

  init(needsInTables: Bool) { self.needsInTables = needsInTables }

  /// The keywords for a table.
  ///
  /// - Parameters:
  ///   - parent: Key that states the unit of what has no name of its own, such as years.
  ///   - isElement: Whether it is an element of a list, which no other file adds keys to.
  mutating func table(_ shape: TableShape, parent: String = "", isElement: Bool = false) -> [JSONValue.Member]
  {
    func value(_ key: String) -> JSONValue {
      let isNamed = ![TableShape.anyYear, TableShape.anyName, "value"].contains(key)
      return self.value(shape.entries[key], unitOf: isNamed ? key : parent, isElement: isElement)
    }
    var members: [JSONValue.Member] = [.init("type", "object")]
    let required = shape.names.filter { shape.entries[$0]?.isRequired == true }
    let stated = needsInTables || isElement ? required : required.filter { $0 == "schema" }
    if !stated.isEmpty { members.append(.init("required", .array(stated.map(JSONValue.string)))) }
    if shape.isNeverEmpty { members.append(.init("minProperties", 1)) }
    let known = shape.names.map { JSONValue.Member($0, value($0)) }
    if !known.isEmpty { members.append(.init("properties", .object(known))) }
    if shape.entries[TableShape.anyYear] != nil {
      let years = JSONValue.Member("^(20[0-9]{2}|2100)$", value(TableShape.anyYear))
      members.append(.init("patternProperties", .object([years])))
    }
    let isOpen = shape.entries[TableShape.anyName] != nil
    members.append(.init("additionalProperties", isOpen ? value(TableShape.anyName) : .bool(false)))
    return members
  }

  /// The keywords for a file that needs every key only where it extends no other.
  mutating func completeUnlessExtended(_ shape: TableShape) -> [JSONValue.Member] {
    let members = table(shape)
    definitions["complete"] = .object(Self.needs(of: shape))
    return members + [
      .init("if", ["required": ["extends"], "additionalProperties": true]),
      .init("else", ["$ref": "#/$defs/complete"]),
    ]
  }

  /// What a table and the blocks in it need; empty for nothing.
  private static func needs(of shape: TableShape) -> [JSONValue.Member] {
    let blocks = shape.names.compactMap { name -> JSONValue.Member? in
      guard shape.entries[name]?.isBlock == true, let block = shape.children(name).first, !block.isOptional
      else { return nil }
      let needs = needs(of: block)
      return needs.isEmpty ? nil : .init(name, .object(needs))
    }
    let required = shape.names.filter { name in
      shape.entries[name]?.isRequired == true || blocks.contains { $0.name == name }
    }
    var members: [JSONValue.Member] = []
    if !required.isEmpty { members.append(.init("required", .array(required.map(JSONValue.string)))) }
    if !blocks.isEmpty { members.append(.init("properties", .object(blocks))) }
    // Other keys are no fault here; some editors take a table that does not say so for closed.
    return members.isEmpty ? [] : members + [.init("additionalProperties", true)]
  }

  /// The keywords for the value of a key.
  private mutating func value(_ entry: TableShape.Entry?, unitOf key: String, isElement: Bool) -> JSONValue {
    guard let entry else { return [:] }
    let inList = isElement || entry.isList
    let forms = entry.forms.map { form($0, key: key, isElement: inList) }
    var members: [JSONValue.Member] =
      entry.meaning.isEmpty ? [] : [.init("description", .string(entry.meaning))]
    if let figure = entry.defaultFigure {
      members.append(.init("default", .number(figure.value)))
      if !figure.source.isEmpty { members.append(.init("source", .string(figure.source))) }
    }
    let value: [JSONValue.Member] =
      forms.count == 1
      ? forms[0] : forms.isEmpty ? [] : [.init("anyOf", .array(forms.map(JSONValue.object)))]
    guard entry.isList else {
      // A form may describe itself, which says less than the key.
      return .object(members + value.filter { form in !members.contains { $0.name == form.name } })
    }
    members.append(.init("type", "array"))
    if entry.isNeverEmpty { members.append(.init("minItems", 1)) }
    if entry.isUnique { members.append(.init("uniqueItems", true)) }
    return .object(members + [.init("items", .object(value))])
  }

  private mutating func form(_ form: KeyShape, key: String, isElement: Bool) -> [JSONValue.Member] {
    switch form {
    case .number(let range, let isWhole):
      return number(NumberSchema(range, unit: KeyUnit.of(key), isWhole: isWhole))
    case .quantity(let range, let unit, let form, let isWhole):
      let named = unit.isEmpty ? KeyUnit.of(key) : unit
      return quantity(NumberSchema(range, unit: named, isWhole: isWhole), unit: unit, form)
    case .text(let text): return self.text(text)
    case .boolean(let isAlwaysTrue):
      return isAlwaysTrue ? [.init("const", true)] : [.init("type", "boolean")]
    case .version:
      let version = JSONValue.integer(SchemaVersion.current)
      return [.init("const", version)]
    case .site(let form, let unit):
      if let number = NumberSchema(form, unit: unit) { return quantity(number, unit: unit, .plainOrTable) }
      return form.schema(unit: unit)
    case .table(let table): return self.table(table, parent: key, isElement: isElement)
    }
  }

  private mutating func define(_ name: String, _ members: [JSONValue.Member]) -> [JSONValue.Member] {
    definitions[name] = .object(members)
    return [.init("$ref", .string("#/$defs/\(name)"))]
  }

  private mutating func number(_ number: NumberSchema) -> [JSONValue.Member] {
    define(number.name, number.members)
  }

  /// A number with its basis.
  private mutating func quantity(
    _ number: NumberSchema, unit: String, _ form: KeyShape.QuantityForm
  ) -> [JSONValue.Member] {
    let plain = JSONValue.object(self.number(number))
    let isSourced = form == .table
    let required: [JSONValue] =
      form == .part
      ? [] : isSourced ? ["value", "basis", "source"] + (unit.isEmpty ? [] : ["unit"]) : ["value"]
    let bases = JSONValue.array(Basis.allCases.map { .string($0.rawValue) })
    let basis = define("basis", [.init("description", "What it rests on."), .init("enum", bases)])
    let properties: [JSONValue.Member] = [
      .init("value", plain), .init("low", plain), .init("high", plain),
      .init("unit", ["description": "Unit of the number.", "const": .string(unit)]),
      .init("basis", .object(basis)),
      .init(
        "source",
        .object(
          [.init("description", "Where the number comes from.")] + text(isSourced ? .notEmpty : .any))),
    ]
    let table: [JSONValue.Member] =
      [.init("type", "object")] + (required.isEmpty ? [] : [.init("required", .array(required))])
      + [.init("properties", .object(properties)), .init("additionalProperties", false)]
    let name = number.name + (form == .plainOrTable ? "-figure" : form == .table ? "-sourced" : "-part")
    return define(
      name, number.head + (isSourced ? table : [.init("anyOf", [plain, .object(table)])]))
  }

  private mutating func text(_ form: KeyShape.TextForm) -> [JSONValue.Member] {
    switch form {
    case .any: return [.init("type", "string")]
    case .notEmpty: return [.init("type", "string"), .init("minLength", 1)]
    case .words(let words): return [.init("enum", .array(words.map(JSONValue.string)))]
    case .attribute:
      return define(
        "attribute",
        [
          .init("type", "string"),
          .init("description", "Name of the site attribute that takes the value."),
          .init("pattern", "^[^\\n\\r]+$"),
          .init("not", ["enum": ["id", "name", "longitude", "latitude"]]),
        ])
    case .condition:
      return define(
        "condition",
        [
          .init("type", "string"),
          .init(
            "description", "A condition on site attributes, such as status = 'candidate' and area_ha >= 10."),
          .init("minLength", 1),
        ])
    case .path:
      return define(
        "path",
        [
          .init("type", "string"),
          .init("description", "Path of a file, relative to the file in which it stands."),
          .init("minLength", 1),
        ])
    case .reference:
      return define(
        "reference-system",
        [
          .init("type", "string"),
          .init("description", "Authority code of a coordinate reference system, such as EPSG:2154."),
          .init("pattern", "^[A-Za-z]+:[0-9A-Za-z+_]+$"),
        ])
    case .day:
      return define(
        "day",
        [
          .init("type", "string"),
          .init("description", "A day of the calendar: year, month and day, such as 2026-12-01."),
          .init("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
        ])
    }
  }
}
