// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Reports
import Testing

/// A checker of the keywords of JSON Schema that docs/plan.schema.json uses; any other keyword is a fault of the schema.
struct SchemaCheck {
  let schema: JSONValue
  private(set) var faults: [String] = []

  init(_ schema: JSONValue) { self.schema = schema }

  mutating func check(_ value: JSONValue, _ rule: JSONValue, at path: String) {
    for keyword in rule.members ?? [] {
      let argument = keyword.value
      switch keyword.name {
      case "$schema", "$defs", "title", "description": break
      case "$ref": check(value, definition(argument.string ?? ""), at: path)
      case "type":
        let types = argument.array?.compactMap(\.string) ?? [argument.string ?? ""]
        if !types.contains(where: { Self.matches(value, $0) }) { faults.append("\(path): is \(value.kind)") }
      case "const": if value != argument { faults.append("\(path): is not the constant") }
      case "enum":
        if argument.array?.contains(value) != true { faults.append("\(path): is none of the values") }
      case "minimum":
        if let number = value.double, number < argument.double ?? .nan {
          faults.append("\(path): is too small")
        }
      case "maximum":
        if let number = value.double, number > argument.double ?? .nan {
          faults.append("\(path): is too large")
        }
      case "minLength": if value.string?.isEmpty == true { faults.append("\(path): is empty") }
      case "items":
        for (index, item) in (value.array ?? []).enumerated() {
          check(item, argument, at: "\(path)[\(index)]")
        }
      case "oneOf":
        let fitting = (argument.array ?? []).filter { option in
          var trial = SchemaCheck(schema)
          trial.check(value, option, at: path)
          return trial.faults.isEmpty
        }
        if fitting.count != 1 { faults.append("\(path): fits \(fitting.count) of the options") }
      case "required":
        guard value.members != nil else { break }
        for name in argument.array?.compactMap(\.string) ?? [] where value[name] == nil {
          faults.append("\(path): lacks \(name)")
        }
      case "propertyNames":
        #expect(argument["pattern"]?.string == "^[0-9]{4}$")
        for member in value.members ?? [] where member.name.count != 4 || Int(member.name) == nil {
          faults.append("\(path): \(member.name) is no year")
        }
      case "properties", "additionalProperties": break
      default: faults.append("the schema uses \(keyword.name)")
      }
    }
    for member in value.members ?? [] {
      let place = "\(path).\(member.name)"
      if let known = rule["properties"]?[member.name] {
        check(member.value, known, at: place)
      } else if let other = rule["additionalProperties"] {
        if other.bool == false {
          faults.append("\(place): is not in the schema")
        } else {
          check(member.value, other, at: place)
        }
      }
    }
  }

  private func definition(_ reference: String) -> JSONValue {
    let name = reference.split(separator: "/").last.map(String.init) ?? ""
    #expect(reference == "#/$defs/\(name)")
    let found = schema["$defs"]?[name]
    #expect(found != nil, "\(reference) leads nowhere")
    return found ?? .null
  }

  private static func matches(_ value: JSONValue, _ type: String) -> Bool {
    switch type {
    case "object": value.members != nil
    case "array": value.array != nil
    case "string": value.string != nil
    case "number": value.double != nil
    case "integer": value.int != nil
    case "boolean": value.bool != nil
    case "null": value.isNull
    default: false
    }
  }
}

@Suite struct PlanSchemaTests {
  let fixture: PlanFixture
  let schema: JSONValue

  init() throws {
    fixture = try PlanFixture()
    // This file lies two folders below the root of the package.
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let data = try Data(contentsOf: URL(filePath: "/\(root)/docs/plan.schema.json"))
    schema = try JSONReader.value([UInt8](data))
  }

  private func faults(_ document: JSONValue) -> [String] {
    var check = SchemaCheck(schema)
    check.check(document, schema, at: "plan")
    return check.faults
  }

  @Test func aPlanFollowsTheSchema() throws {
    let text = PlanDocument.text(fixture.plan, problem: fixture.problem, table: fixture.table)
    #expect(faults(try JSONReader.value(text)) == [])
  }

  @Test func anInfeasiblePlanFollowsTheSchema() throws {
    let plan = try fixture.infeasible(try Fixtures.explanation())
    #expect(faults(PlanDocument.json(plan, problem: fixture.problem, table: fixture.table)) == [])
  }

  @Test func theSchemaNamesEveryMember() throws {
    let document = PlanDocument.json(fixture.plan, problem: fixture.problem, table: fixture.table)
    let named = try #require(schema["properties"]?.members?.map(\.name))
    #expect(document.members?.map(\.name) == named, "in the same order")
    let site = try #require(document["sites"]?.array?.first)
    #expect(site.members?.map(\.name) == schema["$defs"]?["site"]?["properties"]?.members?.map(\.name))
  }

  @Test(arguments: ["status", "sites", "totals", "objective", "schema"])
  func aSpoiltDocumentDoesNot(name: String) throws {
    let document = PlanDocument.json(fixture.plan, problem: fixture.problem, table: fixture.table)
    let members = try #require(document.members)
    #expect(!faults(.object(members.filter { $0.name != name })).isEmpty)
    #expect(!faults(.object(members.map { $0.name == name ? .init(name, .bool(true)) : $0 })).isEmpty)
    #expect(!faults(.object(members + [.init("extra", 1)])).isEmpty)
  }
}
