// SPDX-License-Identifier: GPL-3.0-or-later

/// Joins GLPK's terminal output, which comes in pieces, to lines.
struct TerminalLines {
  private var pending = ""

  /// Takes a piece and gives back the lines it completes, without their line ends.
  mutating func append(_ text: String) -> [String] {
    pending += text
    var lines: [String] = []
    while let end = pending.firstIndex(where: \.isNewline) {
      lines.append(String(pending[..<end]))
      pending = String(pending[pending.index(after: end)...])
    }
    return lines
  }

  /// Gives back what is left without a line end.
  mutating func flush() -> String? {
    defer { pending = "" }
    return pending.isEmpty ? nil : pending
  }
}
