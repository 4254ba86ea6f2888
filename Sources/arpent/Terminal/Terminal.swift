// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import Quantities
import Synchronization
import Views
import Workflows

/// Standard output for data and standard error for diagnostics, written without C's global stream variables.
enum Terminal {
  /// Whether a line of diagnostics can be overwritten: standard error is a terminal that moves its cursor.
  static var overwrites: Bool { isatty(2) == 1 && movesCursor }

  /// Whether data may be emphasised: standard output is a terminal, and the user did not say no by NO_COLOR,
  /// as https://no-color.org has it.
  static var showsEmphasis: Bool { isatty(1) == 1 && movesCursor && (variable("NO_COLOR") ?? "").isEmpty }

  /// Columns of the terminal that reads standard output; nil where none does or its width is not known.
  static var outputWidth: Int? { width(of: 1) }

  /// Columns of the terminal that reads standard error, as it is at this moment.
  static var diagnosticsWidth: Int { width(of: 2) ?? 80 }

  private static var movesCursor: Bool { variable("TERM").map { !$0.isEmpty && $0 != "dumb" } ?? false }

  /// COLUMNS counts before what the terminal says of itself, as in other programs.
  private static func width(of descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    if let stated = variable("COLUMNS").flatMap({ Int($0) }), stated > 0 { return stated }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whether the cursor stands behind a line that the next one overwrites.
  private static let standsBehindLine = Mutex(false)

  /// Who reads standard output.
  enum Reader {
    /// A person: control characters of the data are made visible.
    case person
    /// A program, which gets the data as they are; on a terminal it is a person all the same.
    case program
  }

  /// Writes data to standard output.
  ///
  /// - Throws: `WorkflowFailure` when standard output takes no more, for example on a full disk.
  static func data(_ text: String, for reader: Reader) throws {
    clearLine()
    let shown =
      switch reader {
      case .person: VisibleText.of(text, emphasis: showsEmphasis ? TextEmphasis.sequences : [])
      case .program: isatty(1) == 1 ? VisibleText.of(text, escape: .json) : text
      }
    guard write(shown, to: 1) else {
      throw WorkflowFailure(.cannotWrite, "standard output cannot be written; is the disk full?")
    }
  }

  /// Writes a line for a person to standard error, in the place of one that may be overwritten.
  static func diagnose(_ line: String) {
    standsBehindLine.withLock { stands in
      _ = write((stands ? blank : "") + VisibleText.of(line) + "\n", to: 2)
      stands = false
    }
  }

  /// Writes over the current line of a terminal; the line is cut to its width.
  static func overwrite(_ line: String) {
    standsBehindLine.withLock { stands in
      _ = write(blank + ProgressWords.cut(VisibleText.of(line), width: diagnosticsWidth - 1), to: 2)
      stands = true
    }
  }

  /// Takes a line away that was to be overwritten.
  static func clearLine() {
    standsBehindLine.withLock { stands in
      if stands { _ = write(blank, to: 2) }
      stands = false
    }
  }

  /// Goes to the begin of the line and clears it.
  private static let blank = "\r\u{1B}[K"

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// Seconds of the monotonic clock.
  static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
