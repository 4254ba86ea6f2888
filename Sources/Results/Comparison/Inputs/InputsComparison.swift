// SPDX-License-Identifier: GPL-3.0-or-later

/// The inputs in which two results differ.
package struct InputsComparison: Sendable, Equatable {
  /// A value of the scenarios that differs.
  package struct Value: Sendable, Equatable {
    /// Its key path.
    package var path: String
    /// The value of A; nil where A has none.
    package var a: RecordedValue?
    /// The value of B; nil where B has none.
    package var b: RecordedValue?

    /// Entries that only A lists, where both are lists; empty otherwise.
    package var onlyInA: [String] { Self.missing(from: b?.entries, of: a?.entries) }
    /// Entries that only B lists, where both are lists; empty otherwise.
    package var onlyInB: [String] { Self.missing(from: a?.entries, of: b?.entries) }

    private static func missing(from others: [String]?, of entries: [String]?) -> [String] {
      guard let others, let entries else { return [] }
      return entries.filter { !others.contains($0) }
    }
  }

  /// A file that differs.
  package struct File: Sendable, Equatable {
    /// What it is read as.
    package var role: String
    /// Its path.
    package var path: String
    /// SHA-256 in A; nil where A did not read it.
    package var a: String?
    /// SHA-256 in B; nil where B did not read it.
    package var b: String?
  }

  /// A program or library of which two versions took part.
  package struct Version: Sendable, Equatable {
    /// Its name.
    package var name: String
    /// Version in A; nil where it took no part.
    package var a: String?
    /// Version in B; nil where it took no part.
    package var b: String?
  }

  /// Values that differ, in order of their paths.
  package var values: [Value] = []
  /// Files that differ, in order of role and path. The same bytes under another path are no difference.
  package var files: [File] = []
  /// Versions that differ, in order of the names.
  package var versions: [Version] = []

  /// Whether nothing differs.
  package var isEmpty: Bool { values.isEmpty && files.isEmpty && versions.isEmpty }
  /// How many inputs differ.
  package var count: Int { values.count + files.count + versions.count }

  /// Compares what two results record. Values of scenarios of which one cannot be read are left out.
  init(_ a: RecordedInputs, _ b: RecordedInputs) {
    if let first = a.values, let second = b.values { values = Self.values(first, second) }
    files = Self.files(a.files, b.files)
    var versionsA: [String: String] = [:]
    var versionsB: [String: String] = [:]
    for version in a.versions { versionsA[version.name] = version.version }
    for version in b.versions { versionsB[version.name] = version.version }
    for name in Set(versionsA.keys).union(versionsB.keys).sorted() where versionsA[name] != versionsB[name] {
      versions.append(Version(name: name, a: versionsA[name], b: versionsB[name]))
    }
  }

  private static func values(_ a: [RecordedValue], _ b: [RecordedValue]) -> [Value] {
    var first: [String: RecordedValue] = [:]
    var second: [String: RecordedValue] = [:]
    for value in a { first[value.path] = value }
    for value in b { second[value.path] = value }
    var found: [Value] = []
    for path in Set(first.keys).union(second.keys).sorted() where first[path] != second[path] {
      found.append(Value(path: path, a: first[path], b: second[path]))
    }
    return found
  }

  private static func files(_ a: [RecordedInputs.File], _ b: [RecordedInputs.File]) -> [File] {
    let first = byPlace(a)
    let second = byPlace(b)
    let bytesA = Set(a.map { "\($0.role)\n\($0.sha256)" })
    let bytesB = Set(b.map { "\($0.role)\n\($0.sha256)" })
    var found: [File] = []
    for key in Set(first.keys).union(second.keys).sorted() {
      let (old, new) = (first[key], second[key])
      if old?.sha256 == new?.sha256 { continue }
      guard let file = old ?? new else { continue }
      let isElsewhere =
        !file.sha256.isEmpty && (old == nil ? bytesA : bytesB).contains("\(file.role)\n\(file.sha256)")
      if old == nil || new == nil, isElsewhere { continue }
      found.append(File(role: file.role, path: file.path, a: old?.sha256, b: new?.sha256))
    }
    return found
  }

  private static func byPlace(_ files: [RecordedInputs.File]) -> [String: RecordedInputs.File] {
    var places: [String: RecordedInputs.File] = [:]
    for file in files { places["\(file.role)\n\(file.path)"] = file }
    return places
  }
}
