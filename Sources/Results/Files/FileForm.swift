// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities

/// How a value stands in a JSON file. The same description writes and reads it, so that what was written can
/// be read, and anything else is a fault with its place.
struct FileForm<Value>: Sendable {
  let write: @Sendable (Value) -> JSONValue
  /// The value; nil after a fault, which is reported.
  let read: @Sendable (JSONValue, _ path: String, inout FileFaults) -> Value?
}

extension FileForm where Value == String {
  static var text: Self {
    Self(write: { .string($0) }) { $0.string ?? $2.refuse($0, at: $1, needed: "a text") }
  }
}

extension FileForm where Value == Bool {
  static var flag: Self {
    Self(write: { .bool($0) }) { $0.bool ?? $2.refuse($0, at: $1, needed: "true or false") }
  }
}

extension FileForm where Value == JSONValue {
  /// A part of the file that is kept as it is.
  static var json: Self { Self(write: { $0 }) { value, _, _ in value } }
}

extension FileForm where Value == Double {
  static var number: Self {
    Self(write: { .number($0) }) { $0.double ?? $2.refuse($0, at: $1, needed: "a number") }
  }

  /// A number that a plan can hold, so that arithmetic with it cannot overflow.
  static var figure: Self {
    Self(write: { .number($0) }) { value, path, faults in
      guard let number = number.read(value, path, &faults) else { return nil }
      if number.magnitude <= FileLimits.largest { return number }
      faults.report(path, "\(number) is no figure of a plan")
      return nil
    }
  }
}

extension FileForm where Value == Int {
  static func whole(_ range: ClosedRange<Int>) -> Self {
    Self(write: { .integer($0) }) { value, path, faults in
      if let number = value.int, range.contains(number) { return number }
      let found = value.double.flatMap(NumberText.shortest) ?? value.kind
      faults.report(
        path, "a whole number from \(range.lowerBound) to \(range.upperBound) is needed, this is \(found)")
      return nil
    }
  }

  /// A calendar year that a plan can speak of.
  static var year: Self { whole(FileLimits.years) }
  /// How many of something.
  static var count: Self { whole(0...FileLimits.count) }
}

extension FileForm
where Value: RawRepresentable<String> & CaseIterable & SendableMetatype, Value.AllCases: SendableMetatype {
  /// A word of a closed set.
  static var word: Self {
    Self(write: { .string($0.rawValue) }) { value, path, faults in
      guard let text = FileForm<String>.text.read(value, path, &faults) else { return nil }
      if let word = Value(rawValue: text) { return word }
      faults.report(path, "'\(text)' is none of \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
  }
}

extension FileForm {
  /// What may be `null`.
  static func optional<Wrapped>(_ form: FileForm<Wrapped>) -> Self where Value == Wrapped? {
    Self(write: { $0.map(form.write) ?? .null }) { value, path, faults in
      value.isNull ? .some(nil) : form.read(value, path, &faults)
    }
  }

  /// A list; its entries have their identifier in paths, or else their number.
  static func list<Entry>(_ form: FileForm<Entry>) -> Self where Value == [Entry] {
    Self(write: { .array($0.map(form.write)) }) { value, path, faults in
      guard let entries = value.array else { return faults.refuse(value, at: path, needed: "a list") }
      var read: [Entry] = []
      for (index, entry) in entries.enumerated() {
        let name = entry["id"]?.string.flatMap { $0.isEmpty ? nil : $0 } ?? String(index)
        if let entry = form.read(entry, "\(path)[\(name)]", &faults) { read.append(entry) }
      }
      return read
    }
  }

  /// An object.
  ///
  /// - Parameter empty: What the members are read into.
  static func object(_ members: [FileMember<Value>], empty: Value) -> Self where Value: Sendable {
    Self(write: { .object(members.written($0)) }) { value, path, faults in
      guard value.members != nil else { return faults.refuse(value, at: path, needed: "an object") }
      var read = empty
      members.read(&read, value, path, &faults)
      return read
    }
  }

  /// The same in other terms.
  func map<Other>(
    _ there: @escaping @Sendable (Value) -> Other, _ back: @escaping @Sendable (Other) -> Value
  ) -> FileForm<Other> {
    FileForm<Other>(write: { write(back($0)) }) { value, path, faults in
      read(value, path, &faults).map(there)
    }
  }
}

/// What a file can hold.
enum FileLimits {
  /// Numbers beyond this are no figures of a plan.
  static let largest = 1e13
  static let count = 1_000_000_000_000
  static let years = 1900...2200
}
