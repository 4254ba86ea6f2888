// SPDX-License-Identifier: GPL-3.0-or-later

/// What a change of a scenario does with the values that it names.
package enum ChangeVerb: String, Sendable, Codable, CaseIterable {
  /// Gives them a value.
  case set
  /// Multiplies numbers.
  case multiply
  /// Adds to numbers, appends to lists.
  case add
  /// Subtracts from numbers, takes elements out of lists.
  case remove
  /// Takes them away, so that the default holds.
  case delete
}

/// One change of a scenario with everything that it matched.
package struct ChangeReport: Sendable, Equatable, Codable, CustomStringConvertible {
  /// One value that was changed.
  package struct Match: Sendable, Equatable, Codable {
    /// Key path of the value.
    package var path: String
    /// The value before, as TOML writes it; nil where there was none.
    package var old: String?
    /// The value after; nil where it was taken away.
    package var new: String?

    /// One value that was changed.
    package init(path: String, old: String?, new: String?) {
      self.path = path
      self.old = old
      self.new = new
    }
  }

  /// File in which the change stands, with line; `--set` for one of the command line.
  package var place: String
  /// The change in the form of the command line, for example `grid.*.max_mw*=1.2`. Passwords are hidden.
  package var written: String
  /// What it does.
  package var verb: ChangeVerb
  /// Values that it changed, in order of their paths.
  package var matches: [Match]

  /// One change of a scenario with everything that it matched.
  package init(place: String, written: String, verb: ChangeVerb, matches: [Match]) {
    self.place = place
    self.written = written
    self.verb = verb
    self.matches = matches
  }

  /// One line; of more than five matches the first five are named.
  package var description: String {
    let named = matches.prefix(5).map { "\($0.path): \($0.old ?? "nothing") -> \($0.new ?? "nothing")" }
    let more = matches.count > 5 ? "; and \(matches.count - 5) more" : ""
    let count = matches.count == 1 ? "1 value" : "\(matches.count) values"
    return "\(place) \(written) changes \(count): \(named.joined(separator: "; "))\(more)"
  }
}
