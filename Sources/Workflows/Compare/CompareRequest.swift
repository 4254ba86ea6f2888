// SPDX-License-Identifier: GPL-3.0-or-later

/// How a comparison is printed.
package enum CompareFormat: String, Sendable, CaseIterable {
  /// For a person.
  case text
  /// For a program, as in `compare.json`.
  case json
}

/// What `arpent compare` is asked.
package struct CompareRequest: Sendable, Equatable {
  /// The first plan: a result directory, a plan.json, the file of a case, or `DIR#CASE` for a case of the
  /// study in DIR.
  package var a: String
  /// The second plan.
  package var b: String
  /// Directory for the result; nil to write nothing.
  package var outputDirectory: String?
  /// Whether a directory that Arpent did not write may be replaced.
  package var force: Bool
  /// How to print.
  package var format: CompareFormat

  /// What `arpent compare` is asked.
  package init(
    a: String, b: String, outputDirectory: String? = nil, force: Bool = false, format: CompareFormat = .text
  ) {
    self.a = a
    self.b = b
    self.outputDirectory = outputDirectory
    self.force = force
    self.format = format
  }
}

/// What `arpent compare` answers.
package struct CompareResponse: Sendable {
  /// The comparison in the format asked for.
  package var text: String
  /// Whether the two answers are equal.
  package var isEqual: Bool
}
