// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Glibc
package import Quantities
import Results
import Sites

/// A workflow that cannot give what was asked for, with everything that is wrong.
package struct WorkflowFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where the fault lies; the command line turns it into an exit code.
  package enum Kind: String, Sendable {
    /// A scenario, layer or argument says something that cannot be used.
    case invalidInput = "invalid_input"
    /// An input cannot be opened.
    case cannotOpen = "cannot_open"
    /// An output cannot be written.
    case cannotWrite = "cannot_write"
    /// A plan does not stand up to being recomputed.
    case verificationFailed = "verification_failed"
    /// Arpent contradicts itself: a bug.
    case internalFault = "internal_fault"
  }

  /// Where the fault lies.
  package var kind: Kind
  /// Each thing that is wrong. `lines` and `reported` leave out the credentials that a source may hold.
  package var findings: [Finding]

  /// A workflow that cannot give what was asked for.
  package init(_ kind: Kind, _ findings: [Finding]) {
    self.kind = kind
    self.findings = findings
  }

  /// A failure with one finding.
  package init(_ kind: Kind, _ message: String, in file: String = "") {
    self.init(kind, [Finding(message, in: file)])
  }

  /// Inputs that cannot be used.
  init(_ failure: InputFailure) {
    self.init(failure.cannotOpen ? .cannotOpen : .invalidInput, failure.findings)
  }

  /// A file of a result that cannot be read, with what to do after all that is wrong with it.
  init(_ error: PlanReadingError, in file: String, cure: String? = nil) {
    self.init(
      .invalidInput,
      error.findings.map { Finding($0.message, in: file, key: $0.path) }
        + (cure.map { [Finding($0, in: file)] } ?? []))
  }

  /// One line a finding, without credentials.
  package var lines: [String] { findings.map(\.shown) }

  /// The lines as a terminal shows them, each with how bad it is.
  package var reported: [String] { findings.map { Credentials.hidden(in: $0.reported) } }

  package var description: String { lines.joined(separator: "\n") }
}

extension WorkflowFailure {
  /// The faults of several steps as one, each reported once. What cannot be opened comes first: the other
  /// fault may be one of the wrong path as well.
  init?(all failures: [WorkflowFailure]) {
    guard let first = failures.first else { return nil }
    self.init(failures.contains { $0.kind == .cannotOpen } ? .cannotOpen : first.kind, [])
    for finding in failures.flatMap(\.findings) where !findings.contains(finding) { findings.append(finding) }
  }

  /// Runs what writes a result. Whatever stops a file from being made is a file that cannot be written:
  /// SQLite has its own words for a full disk.
  ///
  /// - Parameter cure: What to do, where the fault itself does not say it.
  static func writing<Result>(
    cure: String = "make room, or use another directory", _ body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let failure as WorkflowFailure {
      throw failure
    } catch let error as ResultDirectoryError {
      throw WorkflowFailure(.cannotWrite, "\(error)")
    } catch {
      throw WorkflowFailure(
        .cannotWrite, "the result cannot be written: \(words(error)); \(FileSizeLimit.cure ?? cure)")
    }
  }

  /// What an error says for a person: of one that the system gave, the system's words.
  private static func words(_ error: any Error) -> String {
    guard let cocoa = error as? CocoaError, let posix = cocoa.underlying as? POSIXError else {
      return "\(error)"
    }
    return String(cString: strerror(posix.code.rawValue))
  }
}
