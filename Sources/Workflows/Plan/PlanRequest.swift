// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
package import Wording

/// What `arpent plan` is asked.
package struct PlanRequest: Sendable, Equatable {
  /// The scenario.
  package var source: ScenarioSource
  /// Directory for the result; nil to write nothing.
  package var outputDirectory: String?
  /// Gap to stop at, a ratio; nil takes the scenario's.
  package var gap: Double?
  /// Seconds after which the search ends; nil takes the scenario's.
  package var timeLimitSeconds: Double?
  /// Seed for the manifest; nil takes the scenario's.
  package var seed: Int?
  /// Whether a directory that Arpent did not write may be replaced.
  package var force: Bool
  /// Whether to stop before solving.
  package var dryRun: Bool
  /// Whether to pass on the solver's own messages.
  package var verbose: Bool
  /// File with another solver's solution of the model, to be taken over instead of searching; nil to search.
  package var solution: String?
  /// Whether a solution that is taken over gets a bound from the linear relaxation.
  package var bound: Bool
  /// Language of the page.
  package var language: Language

  /// What `arpent plan` is asked.
  package init(
    source: ScenarioSource, outputDirectory: String? = nil, gap: Double? = nil,
    timeLimitSeconds: Double? = nil, seed: Int? = nil, force: Bool = false, dryRun: Bool = false,
    verbose: Bool = false, solution: String? = nil, bound: Bool = false, language: Language = .english
  ) {
    self.source = source
    self.outputDirectory = outputDirectory
    self.gap = gap
    self.timeLimitSeconds = timeLimitSeconds
    self.seed = seed
    self.force = force
    self.dryRun = dryRun
    self.verbose = verbose
    self.solution = solution
    self.bound = bound
    self.language = language
  }
}

/// What `arpent plan` answers.
package struct PlanResponse: Sendable {
  /// How a planning run ends.
  package enum Ending: Sendable {
    /// A plan, proven within the gap asked for.
    case proven
    /// A plan; a limit or an interruption came before the proof.
    case limitWithPlan
    /// No plan; a limit or an interruption came first.
    case limitWithoutPlan
    /// There is no plan.
    case infeasible
    /// Nothing was solved.
    case dryRun
  }

  /// How the run ended.
  package var ending: Ending
  /// Summary for a person.
  package var text: String
  /// The whole plan for a program, made when it is asked for: of tens of thousands of sites it is long.
  package var json: String { makeJSON() }
  /// How long each stage took.
  package var times: StageTimes
  let makeJSON: @Sendable () -> String
}

extension PlanResponse.Ending {
  init(_ status: Plan.Status) {
    switch status {
    case .optimal, .gap: self = .proven
    case .limit: self = .limitWithPlan
    case .unknown: self = .limitWithoutPlan
    case .infeasible: self = .infeasible
    }
  }
}
