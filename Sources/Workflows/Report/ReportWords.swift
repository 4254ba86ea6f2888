// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Scenarios
import Wording

/// French as a planner may print and replace it.
package enum ReportWords {
  /// All French words, as a file that `--words` takes.
  package static var list: String { FrenchWords.text }

  /// A language with the words of a file in place of its own.
  ///
  /// - Throws: `WorkflowFailure` for a file that cannot be opened or used, with the place of every fault.
  static func language(_ language: Language, words path: String) throws -> Language {
    let bytes: [UInt8]
    do {
      bytes = try FileReader.disk.read(path)
    } catch {
      let cure =
        FileReader.disk.suggestion(for: path) ?? "name a file as arpent report --list-words prints it"
      throw WorkflowFailure(.cannotOpen, "cannot be opened; \(cure)", in: path)
    }
    do {
      return language.replacing(try FrenchWords.words(of: bytes))
    } catch {
      throw WorkflowFailure(
        .invalidInput,
        error.faults.map { fault in
          Finding(
            file: path, line: fault.place.line, column: fault.place.column, message: fault.message,
            hint: fault.hint)
        })
    }
  }
}
