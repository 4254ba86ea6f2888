// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Optimization

/// How far the search for relaxations goes.
public struct ExplanationSettings: Sendable {
  /// Most nodes of each search; the same on every machine, unlike a time.
  public var nodeLimit = 150
  /// The problem of the scenario with changes as `--set` takes them made in it, or nil where the scenario refuses them: what is told
  /// is tried as the planner would. Nil to try it on the problem alone.
  public var changed: (@Sendable (_ arguments: [String]) -> SitingProblem?)?

  /// The usual limits, tried on the problem alone.
  public init() {}
}

/// Searches for relaxations with which a problem has a plan: all settings may give way, at a price relative to their size, then those
/// of one kind alone. Of what is found, nothing is told that a part of it does without, that asks for more than another one, or
/// that was tried and gave no plan.
struct RelaxationSearch {
  private let problem: SitingProblem
  private let solver: any Solver
  private let options: SolveOptions
  private let settings: ExplanationSettings
  private let formulation: Formulation
  private let rules: RuleSettings
  private let deadline: ContinuousClock.Instant?
  private var isProven = true
  /// Whether the last search proved that nothing helps.
  private var isHopeless = false
  private var isOutOfTime = false
  private var isOutOfNodes = false
  private var known: [Set<[String]>: [Relaxation]?] = [:]
  /// Searches that may still be made beside those of the kinds: a bound on the work, reached by no scenario met so far.
  private var searchesLeft = 60

  /// - Parameters:
  ///   - options: Limits of the search for the plan itself; its time is shared with all searches here.
  ///   - begin: When that time began.
  init(
    _ problem: SitingProblem, solver: any Solver, options: SolveOptions, settings: ExplanationSettings,
    begin: ContinuousClock.Instant = .now
  ) throws {
    self.problem = problem
    self.solver = solver
    self.settings = settings
    // A site for the campus that is too small for it must stay possible, so that the campus may be made smaller.
    formulation = try Formulation(problem, policies: false)
    rules = RuleSettings(problem)
    deadline = options.timeLimitSeconds.map { begin + .seconds($0) }
    var limits = options
    limits.relativeGap = 1e-6
    limits.nodeLimit = settings.nodeLimit
    self.options = limits
  }

  /// Finds what can be told.
  mutating func explanation() throws -> InfeasibilityExplanation {
    let all = try ElasticModel(formulation, rules: rules, problem: problem, allowed: nil)
    let paths = all.waysOut.map(\.setting)
    // Where nothing can give way, that there is no plan is all there is to prove.
    if paths.isEmpty { return InfeasibilityExplanation(concessions: [], alternatives: [], isProven: true) }
    var ways: [[Relaxation]] = []
    let way = try least(Set(paths.map(\.key)))
    if let way { ways.append(way) }
    if way == nil, isHopeless {
      return InfeasibilityExplanation(concessions: [], alternatives: [], isProven: true, cutShort: cutShort)
    }
    var kinds: [[String]] = []
    for setting in paths where !kinds.contains(setting.kind) { kinds.append(setting.kind) }
    for kind in kinds {
      let ofKind = paths.filter { $0.kind == kind }.map(\.key)
      if let way = try least(Set(ofKind)), !ways.contains(way) { ways.append(way) }
    }
    ways = Self.undominated(ways)
    var tried: [[Relaxation]] = []
    for way in ways {
      if let way = try givesPlan(way) { tried.append(way) }
    }
    let told = Self.undominated(tried).map { way in
      way.map { ConcessionText.concession($0, problem: problem) }
    }
    return InfeasibilityExplanation(
      concessions: told.first ?? [], alternatives: Array(told.dropFirst()),
      isProven: isProven && !told.isEmpty,
      cutShort: cutShort)
  }

  private var cutShort: Phrase? {
    if options.cancellation?.isRaised ?? false {
      return "The search for these was interrupted: less may do, and there may be other ways."
    }
    if isOutOfTime, let seconds = options.timeLimitSeconds {
      return
        "The search for these was cut short by the time limit of \(Phrase(numeral: "\(seconds)")) s: less may do. Raise --time-limit."
    }
    guard isOutOfNodes else { return nil }
    return
      "A search for these was cut short after \(settings.nodeLimit) nodes: less may do. Raise it by --set solver.explanation_node_limit=\(settings.nodeLimit * 10)."
  }

  /// The least relaxations of some settings with which there is a plan, none of which the others do without; nil where none is found.
  private mutating func least(_ allowed: Set<[String]>) throws -> [Relaxation]? {
    guard var way = try search(allowed) else { return nil }
    for candidate in way where way.count > 1 {
      let rest = Set(way.map(\.setting.key)).subtracting([candidate.setting.key])
      if let smaller = try search(rest) { way = smaller }
    }
    return way
  }

  /// The relaxations of the cheapest solution in which some settings give way.
  private mutating func search(_ allowed: Set<[String]>) throws -> [Relaxation]? {
    if let found = known[allowed] { return found }
    guard !allowed.isEmpty, let limits = limitsOfNext() else { return nil }
    let elastic = try ElasticModel(formulation, rules: rules, problem: problem, allowed: allowed)
    guard !elastic.waysOut.isEmpty else { return nil }
    let result = try solver.solve(elastic.model, options: limits, progress: nil)
    note(result)
    isHopeless = [.infeasible, .unboundedOrInfeasible].contains(result.termination)
    var way = result.values.flatMap { values -> [Relaxation]? in
      let own = Array(values.prefix(formulation.model.columnCount))
      let placement = Placement(values: own, formulation: formulation, problem: problem)
      let givenWay = elastic.waysOut.map { (setting: $0.setting, amount: values[$0.variable.column]) }
      return rules.relaxations(for: placement, givenWay: givenWay)
    }
    // Nothing gives way where the solver's tolerance hides by how little the rules are missed: there is nothing to tell.
    if way?.isEmpty ?? false { way = nil }
    if let found = way, !found.allSatisfy({ allowed.contains($0.setting.key) }) { way = nil }
    known[allowed] = .some(way)
    return way
  }

  /// Limits of one more search; nil where there is time for none.
  private mutating func limitsOfNext() -> SolveOptions? {
    if options.cancellation?.isRaised ?? false {
      isProven = false
      return nil
    }
    searchesLeft -= 1
    if searchesLeft < 0 {
      (isProven, isOutOfNodes) = (false, true)
      return nil
    }
    guard let deadline else { return options }
    let left = ContinuousClock.now.duration(to: deadline)
    let seconds = Double(left.components.seconds) + Double(left.components.attoseconds) * 1e-18
    guard seconds > 0.01 else {
      (isProven, isOutOfTime) = (false, true)
      return nil
    }
    var limits = options
    limits.timeLimitSeconds = seconds
    return limits
  }

  private mutating func note(_ result: SolveResult) {
    switch result.termination {
    case .optimal, .infeasible, .unboundedOrInfeasible: break
    case .timeLimit: (isProven, isOutOfTime) = (false, true)
    case .nodeLimit: (isProven, isOutOfNodes) = (false, true)
    case .cancelled, .numericalFailure: isProven = false
    }
  }

  /// The way where the problem with it has a plan; with a little more of each where rounding stands in its way; nil where it has none.
  private mutating func givesPlan(_ way: [Relaxation]) throws -> [Relaxation]? {
    for attempt in [way, way.map(Self.loosened)] {
      let arguments = attempt.map(\.argument)
      guard
        let changed = settings.changed.map({ $0(arguments) }) ?? problem.applying(attempt),
        var limits = limitsOfNext()
      else { return nil }
      // Any plan will do.
      limits.relativeGap = 1
      var anyPlan = changed
      anyPlan.goals = [.discountedCost]
      let result = try solver.solve(Formulation(anyPlan).model, options: limits, progress: nil)
      if result.values != nil { return attempt }
      guard [.infeasible, .unboundedOrInfeasible].contains(result.termination) else {
        note(result)
        return nil
      }
    }
    return nil
  }

  /// A relaxation that gives a millionth more.
  private static func loosened(_ relaxation: Relaxation) -> Relaxation {
    let setting = relaxation.setting
    guard !setting.isRemoval else { return relaxation }
    let isLower = relaxation.value < setting.value
    let more = relaxation.value + (isLower ? -1 : 1) * max(1e-6, 1e-6 * relaxation.value.magnitude)
    var loose = relaxation
    loose.value = min(setting.highest, max(setting.lowest, setting.rounded(more, isLowerBound: isLower)))
    return loose
  }

  /// Ways without those that ask for all that another one asks for.
  static func undominated(_ ways: [[Relaxation]]) -> [[Relaxation]] {
    func asksNoMore(_ one: [Relaxation], than other: [Relaxation]) -> Bool {
      one.allSatisfy { part in other.contains { part.asksNoMore(than: $0) } }
    }
    return ways.enumerated().filter { index, way in
      !ways.enumerated().contains { place, other in
        place != index && asksNoMore(other, than: way) && (!asksNoMore(way, than: other) || place < index)
      }
    }.map(\.element)
  }
}
