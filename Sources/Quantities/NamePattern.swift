// SPDX-License-Identifier: GPL-3.0-or-later

/// A name, or a pattern of names: `*` stands for any characters, none included, and `?` for exactly one.
package struct NamePattern: Sendable, Hashable, Codable {
  /// The name or pattern as written, without quotes.
  package let text: String
  /// Whether it names one thing only, so that `*` and `?` in it stand for themselves.
  package let isLiteral: Bool

  /// One name.
  package init(literal name: String) {
    text = name
    isLiteral = true
  }

  /// A pattern; without `*` and `?` it is one name.
  package init(pattern: String) {
    text = pattern
    isLiteral = !pattern.contains { $0 == "*" || $0 == "?" }
  }

  /// Whether a name is meant. Upper and lower case differ.
  package func matches(_ name: String) -> Bool {
    if isLiteral { return name == text }
    let pattern = Array(text)
    let name = Array(name)
    var at = 0
    var index = 0
    // Where the last star stands, and how far the name was when it began; more of the name goes to it when
    // the rest fails.
    var star: (pattern: Int, name: Int)?
    while index < name.count {
      if at < pattern.count, pattern[at] == "*" {
        star = (at, index)
        at += 1
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == name[index] {
        at += 1
        index += 1
      } else if let last = star {
        star = (last.pattern, last.name + 1)
        at = last.pattern + 1
        index = last.name + 1
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
  }

  /// The valid name that was most likely meant; nil when none is near.
  package func nearest(among names: some Sequence<String>) -> String? {
    if isLiteral { return nearestName(to: text, among: names) }
    return nearestName(to: text.filter { $0 != "*" && $0 != "?" }, among: names)
  }
}
