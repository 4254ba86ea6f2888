// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Geodata
import Glibc
import Results
import Scenarios
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
  /// Each thing that is wrong: where, what, cure; without the credentials that a source may hold.
  package var findings: [String]
  /// Those of the findings of which the place is known, key by key.
  var placed: [PlacedFinding] = []

  /// A workflow that cannot give what was asked for.
  package init(_ kind: Kind, _ findings: [String]) {
    self.kind = kind
    self.findings = findings.map { Credentials.hidden(in: $0) }
  }

  package var description: String { findings.joined(separator: "\n") }
}

extension WorkflowFailure {
  /// Layers that cannot be used.
  init(_ failure: GeodataFailure) {
    self.init(
      failure.findings.allSatisfy(\.cannotOpen) ? .cannotOpen : .invalidInput,
      failure.findings.map { "layer '\($0.layer)' (\($0.source)): \($0.message)" })
    placed = zip(findings, failure.findings).map { text, finding in
      PlacedFinding(text: text, layer: finding.layer, message: finding.message)
    }
  }
}

extension WorkflowFailure {
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
      throw WorkflowFailure(.cannotWrite, ["\(error)"])
    } catch {
      throw WorkflowFailure(
        .cannotWrite, ["the result cannot be written: \(words(error)); \(FileSizeLimit.cure ?? cure)"])
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
