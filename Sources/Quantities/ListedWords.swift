// SPDX-License-Identifier: GPL-3.0-or-later

/// A list for people: the first words of it, and how many more there are.
///
/// - Parameters:
///   - words: All words, in the order in which they are shown.
///   - limit: Words shown at most.
///   - separator: What stands between two.
package func listed(_ words: [String], atMost limit: Int, separator: String = ", ") -> String {
  let shown = words.prefix(limit).joined(separator: separator)
  guard words.count > limit else { return shown }
  return shown + (separator == ", " ? " " : separator) + "and \(words.count - limit) more"
}
