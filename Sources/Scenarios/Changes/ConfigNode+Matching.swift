// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ConfigNode {
  /// Key paths below this table that a path with patterns matches, in order. A pattern looks at the keys of
  /// tables, not into a number with its basis nor into lists of tables, whose elements are named in full.
  func paths(matching path: some Collection<NamePattern>) -> [[String]] {
    guard let first = path.first else { return [[]] }
    if first.isLiteral, let element = element(first.text) {
      return element.paths(matching: path.dropFirst()).map { [first.text] + $0 }
    }
    guard let entries else { return [] }
    if isFigure, !first.isLiteral { return [] }
    return entries.keys.filter { first.matches($0) }.sorted().flatMap { key in
      (entries[key]?.paths(matching: path.dropFirst()) ?? []).map { [key] + $0 }
    }
  }

  /// Why a path matches nothing, and what was probably meant.
  func missing(
    _ path: some Collection<NamePattern>, below parents: [String] = []
  ) -> (message: String, hint: String)? {
    guard let first = path.first else { return nil }
    let place = parents.isEmpty ? "the scenario" : "'\(ConfigPath.text(parents))'"
    if first.isLiteral, let element = element(first.text) {
      return element.missing(path.dropFirst(), below: parents + [first.text])
    }
    if let names = elementNames {
      let near = first.nearest(among: names).map { "did you mean '\($0)'?" }
      return (
        "matches nothing: \(place) has no '\(first.text)'",
        near ?? "its elements, by name or number: \(names.joined(separator: ", "))"
      )
    }
    guard let entries, !isFigure || first.isLiteral else {
      return ("matches nothing: \(place) has no keys to choose from, it is \(kind)", "")
    }
    let keys = entries.keys.filter { first.matches($0) }.sorted()
    for key in keys {
      guard let deeper = entries[key]?.missing(path.dropFirst(), below: parents + [key]) else { return nil }
      if key == keys.last { return deeper }
    }
    let names = entries.keys.sorted()
    let near = first.nearest(among: names).map { "did you mean '\($0)'?" }
    let list = names.isEmpty ? "\(place) is empty" : "written there: \(names.joined(separator: ", "))"
    return ("matches nothing: \(place) has no '\(first.text)'", near ?? list)
  }

  /// This tree without the value under a path.
  func removing(_ path: some Collection<String>) -> ConfigNode {
    guard let first = path.first else { return self }
    if let element = element(first) {
      let left = path.count == 1 ? nil : element.removing(path.dropFirst())
      return replacingElement(first, with: left) ?? self
    }
    guard var entries else { return self }
    entries[first] = path.count == 1 ? nil : entries[first]?.removing(path.dropFirst())
    return ConfigNode(.table(entries), origin: origin)
  }

  /// Whether two trees say the same, wherever it was written.
  func saysSame(as other: ConfigNode) -> Bool {
    CanonicalTOML.value(self) == CanonicalTOML.value(other) && bareText == other.bareText
  }
}
