// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
import Foundation
import Reports

/// A checker of the keywords of JSON Schema that the schemas in docs use; any other keyword is a fault of the
/// schema.
package struct SchemaCheck {
  let schema: JSONValue
  /// What does not follow the schema, with its place.
  package private(set) var faults: [String] = []

  /// A checker that has checked nothing yet.
  package init(_ schema: JSONValue) { self.schema = schema }

  /// Checks a value against a rule of the schema.
  package mutating func check(_ value: JSONValue, _ rule: JSONValue, at path: String) {
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
        if argument["pattern"]?.string != "^[0-9]{4}$" {
          faults.append("the schema has a pattern of its own")
        }
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

  private mutating func definition(_ reference: String) -> JSONValue {
    let name = reference.split(separator: "/").last.map(String.init) ?? ""
    guard reference == "#/$defs/\(name)", let found = schema["$defs"]?[name] else {
      faults.append("\(reference) leads nowhere")
      return .null
    }
    return found
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

extension SchemaCheck {
  /// What of a JSON text does not follow a definition of a schema.
  ///
  /// - Parameters:
  ///   - text: The JSON text.
  ///   - name: Name of the definition under `$defs`.
  ///   - file: The schema, as seen from the root of the repository.
  package static func faults(of text: String, by name: String, of file: String) throws -> [String] {
    let data = try Data(contentsOf: URL(fileURLWithPath: ArpentBinary.root + "/" + file))
    let schema = try JSONReader.value([UInt8](data))
    guard let rule = schema["$defs"]?[name] else { return ["\(file) has no definition '\(name)'"] }
    var check = SchemaCheck(schema)
    check.check(try JSONReader.value(text), rule, at: name)
    return check.faults
  }
}
