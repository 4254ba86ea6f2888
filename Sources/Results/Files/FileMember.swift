// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// One member of an object in a file: its name, its form, and where a value has it.
struct FileMember<Root>: Sendable {
  let name: String
  /// What stands in the file; nil where the member is left out.
  let write: @Sendable (Root) -> JSONValue?
  let read: @Sendable (inout Root, _ object: JSONValue, _ path: String, inout FileFaults) -> Void

  private init(
    name: String, write: @escaping @Sendable (Root) -> JSONValue?,
    read: @escaping @Sendable (inout Root, JSONValue, String, inout FileFaults) -> Void
  ) {
    self.name = name
    self.write = write
    self.read = read
  }

  /// A member that must be there.
  init<Value>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, _ form: FileForm<Value>
  ) {
    self.init(name: name, write: { form.write($0[keyPath: path]) }) { root, object, place, faults in
      if let value = Self.value(name, form, of: object, at: place, &faults) { root[keyPath: path] = value }
    }
  }

  /// A member that is left out where there is nothing to say.
  init<Value>(
    _ name: String, ifAny path: any WritableKeyPath<Root, Value> & Sendable, _ form: FileForm<Value>
  ) where Value: Collection & SendableMetatype {
    self.init(
      name: name, write: { $0[keyPath: path].isEmpty ? nil : form.write($0[keyPath: path]) }
    ) { root, object, place, faults in
      guard object[name] != nil else { return }
      if let value = Self.value(name, form, of: object, at: place, &faults) { root[keyPath: path] = value }
    }
  }

  /// A member that is left out where it is not known.
  init<Value>(
    _ name: String, ifKnown path: any WritableKeyPath<Root, Value?> & Sendable, _ form: FileForm<Value>
  ) {
    self.init(name: name, write: { $0[keyPath: path].map(form.write) }) { root, object, place, faults in
      guard object[name] != nil else { return }
      if let value = Self.value(name, form, of: object, at: place, &faults) { root[keyPath: path] = value }
    }
  }

  /// A member that follows from others: its form is checked, and nothing is kept of it.
  init<Value>(
    _ name: String, _ form: FileForm<Value>, following value: @escaping @Sendable (Root) -> Value
  ) {
    self.init(name: name, write: { form.write(value($0)) }) { _, object, place, faults in
      _ = Self.value(name, form, of: object, at: place, &faults)
    }
  }

  /// The same member of what holds such a value.
  func lifted<Parent>(_ part: any WritableKeyPath<Parent, Root> & Sendable) -> FileMember<Parent> {
    FileMember<Parent>(name: name, write: { write($0[keyPath: part]) }) { parent, object, place, faults in
      read(&parent[keyPath: part], object, place, &faults)
    }
  }

  /// The same member, there only where the members before it say so.
  func only(if condition: @escaping @Sendable (Root) -> Bool) -> Self {
    Self(name: name, write: { condition($0) ? write($0) : nil }) { root, object, place, faults in
      if condition(root) { read(&root, object, place, &faults) }
    }
  }

  private static func value<Value>(
    _ name: String, _ form: FileForm<Value>, of object: JSONValue, at place: String,
    _ faults: inout FileFaults
  ) -> Value? {
    let path = FileFaults.join(place, name)
    if let value = object[name] { return form.read(value, path, &faults) }
    faults.report(path, "is missing")
    return nil
  }
}

extension Array {
  /// The members of a value.
  func written<Root>(_ root: Root) -> [JSONValue.Member] where Element == FileMember<Root> {
    compactMap { member in member.write(root).map { JSONValue.Member(member.name, $0) } }
  }

  /// Reads every member of an object.
  func read<Root>(
    _ root: inout Root, _ object: JSONValue, _ path: String, _ faults: inout FileFaults
  ) where Element == FileMember<Root> {
    for member in self { member.read(&root, object, path, &faults) }
  }

  /// Reads the whole of a document.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - empty: What the members are read into.
  ///   - schema: The version of the layout that is known.
  ///   - what: What the document is, and what to name or do where it is something else.
  /// - Throws: `PlanReadingError` with every fault.
  func document<Root>(
    _ document: JSONValue, into empty: Root, schema: Int, _ what: (noun: String, file: String),
    check: (Root, inout FileFaults) -> Void = { _, _ in }
  ) throws(PlanReadingError) -> Root where Element == FileMember<Root> {
    var faults = FileFaults()
    if document.members == nil {
      faults.report("", "\(what.noun) is an object, this is \(document.kind)")
    } else if document["schema"] == nil {
      faults.report("schema", "is missing; name \(what.file) that Arpent wrote")
    } else if document["schema"]?.int != schema {
      let found = document["schema"].map { JSONWriter.text($0, layout: .compact) } ?? ""
      faults.report(
        "schema",
        "this is version \(found), and this Arpent reads version \(schema); make the result again with this version"
      )
    }
    try faults.check()
    var root = empty
    read(&root, document, "", &faults)
    check(root, &faults)
    try faults.check()
    return root
  }
}
