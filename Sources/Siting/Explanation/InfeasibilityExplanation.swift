// SPDX-License-Identifier: GPL-3.0-or-later

public import Figures
public import Optimization

/// Why no plan exists, in the planner's terms: the smallest set of concessions with which there would be one.
public struct InfeasibilityExplanation: Sendable, Equatable, Codable {
  /// One rule that would have to give way.
  public struct Concession: Sendable, Equatable, Codable {
    /// Which rule, where, when.
    public var rule: RowKey
    /// The limit the scenario states.
    public var limit: Double
    /// The value it would have to become at least or at most.
    public var needed: Double
    /// Unit of both.
    public var unit: String
    /// The concession in words.
    public var words: Phrase

    /// The concession as an English sentence.
    public var sentence: String { words.english }

    /// One rule that would have to give way.
    public init(rule: RowKey, limit: Double, needed: Double, unit: String, words: Phrase) {
      self.rule = rule
      self.limit = limit
      self.needed = needed
      self.unit = unit
      self.words = words
    }
  }

  /// Rules that would have to give way together, in report order; of all ways the one that asks least, each concession measured
  /// against its limit. Empty when not even giving up every policy rule helps.
  public var concessions: [Concession]
  /// Other ways out, each through the rules of one family alone, in report order; families that cannot do it alone are not listed.
  public var alternatives: [[Concession]]
  /// Whether each way was proven to be the least of its kind; false where a limit cut a search short, so that less may do.
  public var isProven: Bool

  /// Concessions that are known.
  public init(concessions: [Concession], alternatives: [[Concession]], isProven: Bool) {
    self.concessions = concessions
    self.alternatives = alternatives
    self.isProven = isProven
  }

  /// Finds the concessions by giving policy rules a way out whose price is relative to their limit, and minimising the sum: once with
  /// all rules, then with the rules of one family at a time.
  ///
  /// - Parameters:
  ///   - problem: A problem without a plan.
  ///   - solver: Solver for the relaxed models.
  ///   - options: Limits of each of these solves.
  /// - Throws: What building or solving a relaxed model throws.
  public init(
    of problem: SitingProblem, solver: some Solver, options: SolveOptions
  ) throws {
    let formulation = try Formulation(problem, policies: false)
    var proven = true
    func concessions(_ families: Set<RowKey.Family>) throws -> [Concession] {
      let elastic = try ElasticModel(formulation, problem: problem, families: families)
      guard !elastic.waysOut.isEmpty else { return [] }
      let result = try solver.solve(elastic.model, options: options, progress: nil)
      if result.termination != .optimal, result.termination != .infeasible { proven = false }
      return result.values.map { elastic.concessions(at: $0) } ?? []
    }
    let policies = RowKey.Family.allCases.filter(\.isPolicy)
    let cheapest = try concessions(Set(policies))
    var others: [[Concession]] = []
    for family in policies {
      if options.cancellation?.isRaised ?? false { break }
      let way = try concessions([family])
      if !way.isEmpty, way != cheapest, !others.contains(way) { others.append(way) }
    }
    self.concessions = cheapest
    alternatives = others
    isProven = proven
  }
}
