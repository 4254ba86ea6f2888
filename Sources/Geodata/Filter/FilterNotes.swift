// SPDX-License-Identifier: GPL-3.0-or-later

/// What a planner should know about the values that a filter met.
final class FilterNotes {
  private struct Note {
    var count = 0
    var example = ""
  }

  private var unreadable: [String: Note] = [:]
  private var blanks: [String: Note] = [:]
  private var cases: [String: Note] = [:]

  /// Forgets everything.
  func forget() {
    unreadable = [:]
    blanks = [:]
    cases = [:]
  }

  /// A text that is no number or date although the filter takes it for one.
  func noteUnreadable(_ text: String, field: String, wanted: String) {
    var note = unreadable["\(field)\u{0}\(wanted)"] ?? Note()
    if note.count == 0 { note.example = text }
    note.count += 1
    unreadable["\(field)\u{0}\(wanted)"] = note
  }

  /// A text that differs from the one it is compared with: is it only by blanks at the ends, or by case?
  func noteNear(_ text: String, _ literal: String, field: String) {
    guard Self.isNear(text, literal) else { return }
    let key = "\(field)\u{0}\(literal)"
    if Blanks.trimmed(text) == Blanks.trimmed(literal) {
      blanks[key, default: Note(count: 0, example: text)].count += 1
    } else {
      cases[key, default: Note(count: 0, example: text)].count += 1
    }
  }

  /// A text that a pattern would fit in another case.
  func noteCase(_ text: String, _ pattern: String, field: String) {
    cases["\(field)\u{0}\(pattern)", default: Note(count: 0, example: text)].count += 1
  }

  /// Whether two texts are the same but for blanks at the ends and the case of ASCII letters.
  private static func isNear(_ one: String, _ other: String) -> Bool {
    if one.utf8.count == other.utf8.count {
      return zip(one.utf8, other.utf8).allSatisfy {
        $0 == $1 || $0 | 0x20 == $1 | 0x20 && (0x61...0x7A).contains($0 | 0x20)
      }
    }
    guard Blanks.hasAny(one) || Blanks.hasAny(other) else { return false }
    return Blanks.trimmed(one).lowercased() == Blanks.trimmed(other).lowercased()
  }

  /// What to tell a planner, whatever the filter let through.
  var remarks: [String] {
    let numbers = unreadable.sorted { $0.key < $1.key }.map { key, note in
      let parts = key.split(separator: "\u{0}", omittingEmptySubsequences: false)
      return
        "where takes \(parts[0]) for a \(parts[1]): \(note.count) of its texts \(note.count == 1 ? "is" : "are") none, "
        + "for example '\(note.example.prefix(40))', and count as missing"
    }
    let near = blanks.sorted { $0.key < $1.key }.map { key, note in
      let parts = key.split(separator: "\u{0}", omittingEmptySubsequences: false)
      return
        "where compares \(parts[0]) with '\(parts[1])': \(note.count) feature\(note.count == 1 ? " holds" : "s hold") "
        + "'\(note.example.prefix(40))', which differs by blanks only and is another text; write TRIM(...) to pass over them"
    }
    return numbers + near
  }

  /// Values that differ from the wanted ones by case only, for a filter that found nothing.
  var caseHint: String {
    guard let (key, note) = cases.min(by: { $0.key < $1.key }),
      let wanted = key.split(separator: "\u{0}", omittingEmptySubsequences: false).last
    else { return "" }
    return "; upper and lower case differ: there is '\(note.example.prefix(40))' for '\(wanted)'"
  }
}
