// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
package import PlanningModel
import Quantities

/// How far the search for relaxations goes.
package struct ExplanationSettings: Sendable {
  /// Most nodes of each search; the same on every machine, unlike a time.
  package var nodeLimit = 150
  /// The problem of the scenario with changes as `--set` takes them made in it, or nil where the scenario
  /// refuses them: what is reported is tried as the planner would. Nil to try it on the problem alone.
  package var changed: (@Sendable (_ arguments: [String]) -> SitingProblem?)?
  /// What changes of the scenario were made after it was written, in their order: each is tried as it was
  /// before.
  package var former: [FormerValue] = []

  /// The usual limits, tried on the problem alone.
  package init() {}
}

/// Searches for relaxations with which a problem has a plan: all settings may be relaxed, at a price relative
/// to their size, then those of one kind alone, then each setting alone where that leaves open whether it
/// suffices, and what was changed is put back as it was. Of what is found, nothing is reported that a part of
/// it does without, that asks for more than another one, or that was tried and gave no plan.
struct RelaxationSearch {
  let problem: SitingProblem
  let solver: any Solver
  let options: SolveOptions
  let settings: ExplanationSettings
  let formulation: Formulation
  private let deadline: ContinuousClock.Instant?
  /// When searches end, so that there is time to try what they found.
  private let searchDeadline: ContinuousClock.Instant?
  private var isProven = true
  /// Whether the last search proved that nothing helps.
  private var isHopeless = false
  private var isOutOfTime = false
  private var isOutOfNodes = false
  private var known: [Set<[String]>: Found] = [:]
  /// Nodes that all searches may still explore together, a short search counted as a tenth of a long one.
  private var nodesLeft: Int

  /// What a search came to.
  struct Found {
    /// The relaxations of its best solution; nil without one that can be written.
    var way: [Relaxation]?
    /// Whether nothing better is left to be found: the way is the least, or there is none.
    var isProven: Bool
  }

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
    // A site for the campus that is too small for it must stay possible, so that the campus may be made
    // smaller.
    formulation = try Formulation(problem, policies: false)
    let now = ContinuousClock.now
    deadline = options.timeLimitSeconds.map { begin + .seconds($0) }
    searchDeadline = deadline.map { now + now.duration(to: $0) * 0.8 }
    nodesLeft =
      settings.nodeLimit.multipliedReportingOverflow(by: 100).overflow ? .max : settings.nodeLimit * 100
    var limits = options
    limits.relativeGap = 1e-6
    limits.nodeLimit = settings.nodeLimit
    self.options = limits
  }

  /// Finds what can be reported.
  mutating func explanation() throws -> InfeasibilityExplanation {
    let all = try ElasticModel(formulation, allowed: nil)
    let text = RelaxationText(problem)
    let reported = try ways(all.slacks).map { $0.map(text.relaxed) }
    let whole = reported + (try formerWays(beside: reported))
    // Where nothing can be relaxed, or all together do not help, that there is no plan is all there is to
    // prove.
    let isSettled = all.slacks.isEmpty || isHopeless
    return InfeasibilityExplanation(
      relaxations: whole.first ?? [], alternatives: Array(whole.dropFirst()),
      isProven: isProven && (isSettled || !reported.isEmpty),
      cutShort: cutShort(isAnythingReported: !whole.isEmpty))
  }

  /// The relaxations by the settings that rules rest on, single ones first, each tried.
  private mutating func ways(_ slacks: [ElasticModel.Slack]) throws -> [[Relaxation]] {
    guard !slacks.isEmpty else { return [] }
    var ways: [[Relaxation]] = []
    let way = try least(Set(slacks.map(\.setting.key)))
    isHopeless = way == nil && known[Set(slacks.map(\.setting.key))]?.isProven ?? false
    if isHopeless { return [] }
    if let way { ways.append(way) }
    var kinds: [[String]] = []
    for way in slacks where !kinds.contains(way.setting.kind) { kinds.append(way.setting.kind) }
    for kind in kinds {
      let ofKind = slacks.filter { $0.setting.kind == kind }
      let keys = Set(ofKind.map(\.setting.key))
      let way = try least(keys)
      if let way, !ways.contains(way) { ways.append(way) }
      // A proven way of one setting, or the proof that the kind gives none, leaves nothing to be found.
      if known[keys]?.isProven ?? false, way?.count ?? 1 == 1 { continue }
      for slack in ofKind {
        if let single = try alone(slack), !ways.contains([single]) { ways.append([single]) }
      }
    }
    var tried: [[Relaxation]] = []
    for way in Self.undominated(ways) {
      if let way = try givesPlan(way) { tried.append(way) }
    }
    return Self.inOrder(Self.undominated(tried))
  }

  /// Ways by how many settings they change, then by how much in proportion to their size.
  private static func inOrder(_ ways: [[Relaxation]]) -> [[Relaxation]] {
    let prices = ways.map { way in way.reduce(0) { $0 + $1.price } }
    return ways.indices.sorted { (ways[$0].count, prices[$0], $0) < (ways[$1].count, prices[$1], $1) }
      .map { ways[$0] }
  }

  /// What cut the search short, what that leaves open, and what to do about it.
  private func cutShort(isAnythingReported: Bool) -> Phrase? {
    if options.cancellation?.isRaised ?? false {
      return isAnythingReported
        ? "The search for these was interrupted: less may do, and there may be other ways."
        : "The search for them was interrupted: there may be relaxations that were not found."
    }
    if isOutOfTime, let seconds = options.timeLimitSeconds {
      let limit = Phrase(numeral: "\(seconds)")
      return isAnythingReported
        ? "The search for these was cut short by the time limit of \(limit) s: less may do, and there may be other ways. Raise --time-limit."
        : "The search for them was cut short by the time limit of \(limit) s: there may be relaxations that were not found. Raise --time-limit."
    }
    guard isOutOfNodes else { return nil }
    let (limit, more) = (settings.nodeLimit, min(settings.nodeLimit, 100_000_000_000) * 10)
    return isAnythingReported
      ? "A search for these was cut short after \(limit) nodes: less may do, and there may be other ways. Raise it by --set solver.explanation_node_limit=\(more)."
      : "A search for them was cut short after \(limit) nodes: there may be relaxations that were not found. Raise it by --set solver.explanation_node_limit=\(more)."
  }

  /// The least relaxations of some settings with which there is a plan, none of which the others do without;
  /// nil where none is found.
  private mutating func least(_ allowed: Set<[String]>) throws -> [Relaxation]? {
    guard var way = try search(allowed) else { return nil }
    for candidate in way where way.count > 1 {
      let rest = Set(way.map(\.setting.key)).subtracting([candidate.setting.key])
      if let smaller = try search(rest) { way = smaller }
    }
    return way
  }

  /// The relaxations of the cheapest solution in which some settings are relaxed.
  private mutating func search(_ allowed: Set<[String]>) throws -> [Relaxation]? { try found(allowed).way }

  /// What a search in which some settings are relaxed comes to.
  mutating func found(_ allowed: Set<[String]>) throws -> Found {
    if let found = known[allowed] { return found }
    let nothing = Found(way: nil, isProven: false)
    guard !allowed.isEmpty, let limits = limitsOfNext() else { return nothing }
    let elastic = try ElasticModel(formulation, allowed: allowed)
    guard !elastic.slacks.isEmpty else { return nothing }
    let result = try solver.solve(elastic.model, options: limits, progress: nil)
    note(result)
    var way = result.values.flatMap { values -> [Relaxation]? in
      let own = Array(values.prefix(formulation.model.columnCount))
      let placement = Placement(values: own, formulation: formulation, problem: problem)
      let relaxedBy = elastic.slacks.map { (setting: $0.setting, amount: values[$0.variable.column]) }
      return problem.neededRelaxations(for: placement, relaxedBy: relaxedBy)
    }
    // Nothing is relaxed where the solver's tolerance hides by how little the rules are violated: there is
    // nothing to tell.
    if way?.isEmpty ?? false { way = nil }
    if let found = way, !found.allSatisfy({ allowed.contains($0.setting.key) }) { way = nil }
    let isProven: Bool
    switch result.termination {
    case .infeasible, .unboundedOrInfeasible: isProven = true
    case .optimal: isProven = way != nil
    case .timeLimit, .nodeLimit, .cancelled, .numericalFailure: isProven = false
    }
    let found = Found(way: way, isProven: isProven)
    known[allowed] = found
    return found
  }

  /// Any plan of a problem, within the limits of one search.
  mutating func anyPlan(of problem: SitingProblem, isTrial: Bool = false) throws -> AnyPlan {
    guard var limits = limitsOfNext(isTrial: isTrial) else { return .unknown }
    limits.relativeGap = 1
    var asked = problem
    asked.objectives = [.discountedCost]
    let formulation = try Formulation(asked)
    let result = try solver.solve(formulation.model, options: limits, progress: nil)
    if let values = result.values {
      return .found(Placement(values: values, formulation: formulation, problem: asked))
    }
    if [.infeasible, .unboundedOrInfeasible].contains(result.termination) { return .none }
    note(result)
    return .unknown
  }

  /// Limits of one more search; nil where there is time for none. Trials of what was found have the whole
  /// time and no count.
  private mutating func limitsOfNext(isTrial: Bool = false) -> SolveOptions? {
    if options.cancellation?.isRaised ?? false {
      isProven = false
      return nil
    }
    if !isTrial {
      guard nodesLeft > 0 else {
        (isProven, isOutOfNodes) = (false, true)
        return nil
      }
      nodesLeft -= max(1, settings.nodeLimit / 10)
    }
    guard let deadline = isTrial ? deadline : searchDeadline else { return options }
    let seconds = ContinuousClock.now.duration(to: deadline) / .seconds(1)
    guard seconds > 0.01 else {
      (isProven, isOutOfTime) = (false, true)
      return nil
    }
    var limits = options
    limits.timeLimitSeconds = seconds
    return limits
  }

  private mutating func note(_ result: SolveResult) {
    nodesLeft -= min(nodesLeft, result.nodes)
    switch result.termination {
    case .optimal, .infeasible, .unboundedOrInfeasible: break
    case .timeLimit: (isProven, isOutOfTime) = (false, true)
    case .nodeLimit: (isProven, isOutOfNodes) = (false, true)
    case .cancelled, .numericalFailure: isProven = false
    }
  }

  /// The way where the problem with it has a plan; with a little more of each where rounding stands in its
  /// way; nil where it has none.
  private mutating func givesPlan(_ way: [Relaxation]) throws -> [Relaxation]? {
    for attempt in [way, way.map(Self.loosened)] {
      let arguments = attempt.map(\.argument)
      guard let changed = settings.changed.map({ $0(arguments) }) ?? problem.applying(attempt) else {
        return nil
      }
      switch try anyPlan(of: changed, isTrial: true) {
      case .found: return attempt
      case .none: continue
      case .unknown: return nil
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
