// SPDX-License-Identifier: GPL-3.0-or-later

import Reports
import Siting

/// What a validation found.
public struct ValidateResponse: Sendable {
  /// Whether the scenario can be planned on.
  public var isValid: Bool
  /// Whether all that is wrong is that files cannot be opened.
  public var cannotOpen: Bool
  /// Findings for a person.
  public var text: String
  /// Findings for a program.
  public var json: String
}

/// Checks a scenario, its layers and its hardware without solving.
public enum ValidateWorkflow {
  /// Every finding at once.
  public static func run(_ source: ScenarioSource, context: WorkflowContext) throws -> ValidateResponse {
    do {
      let prepared = try PreparedScenario(source, context: context)
      let problem = prepared.problem
      let text =
        "\(source.path): valid; \(prepared.table.count) sites of which \(problem.sites.count) can be chosen, "
        + "\(problem.yearCount) years, \(problem.blocks.count) products\n"
      return ValidateResponse(
        isValid: true, cannotOpen: false, text: text,
        json: JSONWriter.text(["valid": true, "findings": .array([])]))
    } catch let failure as WorkflowFailure
      where failure.kind == .invalidInput || failure.kind == .cannotOpen
    {
      let count = failure.findings.count
      return ValidateResponse(
        isValid: false, cannotOpen: failure.kind == .cannotOpen,
        text: failure.findings.joined(separator: "\n") + "\n\(count) finding\(count == 1 ? "" : "s")\n",
        json: JSONWriter.text([
          "valid": false, "findings": .array(failure.findings.map { .string($0) }),
        ]))
    }
  }
}
