// SPDX-License-Identifier: GPL-3.0-or-later

import GLPK
import Optimization

/// One solve: what it was asked, what it knows so far, and the order of its stages. Lives on one thread.
final class SolveRun {
  let model: Model
  let options: SolveOptions
  let tuning: Tuning
  /// Never nil, so that slices of the simplex method are the same with and without a cancellation flag.
  let stop: StopRequest
  let deadline: ContinuousClock.Instant?
  private let begin: ContinuousClock.Instant
  private let progress: (@Sendable (SolveProgress) -> Void)?
  /// Where others see what is known so far.
  private let ledger: SolveLedger
  private var lines: [String] = []
  private var raw: [String] = []

  /// Best solution, checked against the model.
  private(set) var incumbent: (values: [Double], objective: Double)?
  /// Best proven bound.
  private(set) var bound: Double?
  /// What the root relaxation says about bounds of columns.
  var tightening: ReducedCostTightening?
  /// The root relaxation's point and reduced costs.
  var relaxation: (values: [Double], reducedCosts: [Double])?
  /// Row multipliers of the root relaxation.
  var rootMultipliers: [Double]? { didSet { tellLedger() } }
  /// Nodes explored by finished stages.
  private(set) var nodes = 0
  /// Simplex iterations of finished stages.
  private(set) var iterations = 0
  /// Most nodes that were reported: those of a tree that still grows are not in `nodes`.
  private var nodesReported = 0
  /// Why the run stopped; nil while it goes on.
  private(set) var termination: SolveResult.Termination?

  init(
    model: Model, options: SolveOptions, tuning: Tuning, begin: ContinuousClock.Instant,
    deadline: ContinuousClock.Instant?, ledger: SolveLedger,
    progress: (@Sendable (SolveProgress) -> Void)?
  ) {
    self.model = model
    self.options = options
    self.tuning = tuning
    self.progress = progress
    self.begin = begin
    self.deadline = deadline
    self.ledger = ledger
    let flag = options.cancellation
    stop = StopRequest(orWhen: { flag?.isRaised ?? false || ledger.isLeft })
  }

  /// Runs the stages until one of them settles the question.
  func solve(in environment: borrowing Environment) throws {
    try environment.withProblem { problem in
      try problem.load(ProblemArrays(solving: model))
      try RootRelaxation(run: self).solve(&problem)
      guard termination == nil else { return }
      if options.relaxationOnly {
        end(.nodeLimit)
        return
      }
      let repair = Repair(run: self, roles: IntegerRoles(model))
      let neighbourhoods = NeighbourhoodSearch(run: self, repair: repair)
      if tuning.dives {
        try Dive(run: self, repair: repair).search(from: problem, in: environment)
        guard termination == nil else { return }
        try neighbourhoods.search(in: environment)
        guard termination == nil else { return }
      }
      if tuning.relaxesCounts {
        try RelaxedCountSearch(run: self, repair: repair, neighbourhoods: neighbourhoods).search(
          in: environment)
        guard termination == nil else { return }
      }
      try FullSearch(run: self, repair: repair).search(in: environment)
    }
  }

  /// The result as it stands.
  func result() -> SolveResult {
    SolveResult(
      termination: termination ?? .numericalFailure, values: incumbent?.values,
      objective: incumbent?.objective, bound: termination == .infeasible ? nil : bound,
      rootMultipliers: rootMultipliers, nodes: nodes,
      iterations: iterations, rawStatus: raw.joined(separator: "; "), log: lines)
  }

  // MARK: What is known

  /// Sign that turns the objective into one to be made small.
  var sign: Double { model.sense == .minimize ? 1 : -1 }

  /// The better of the best bound known and another. A bound beyond the incumbent, which is rounding, ends
  /// there.
  func bestBound(with other: Double?) -> Double? {
    guard let other, other.isFinite else { return bound }
    var best = other
    if let bound, sign * bound > sign * best { best = bound }
    if let incumbent, sign * best > sign * incumbent.objective { best = incumbent.objective }
    return best
  }

  /// Takes a proven bound if it is better than the present one.
  func improveBound(_ value: Double?) {
    let before = bound
    bound = bestBound(with: value)
    if bound != before { tellLedger() }
  }

  /// Takes a point as incumbent if it satisfies the model and is better.
  ///
  /// - Returns: Whether the point satisfies the model, better or not.
  @discardableResult
  func consider(_ values: [Double], from stage: String) -> Bool {
    var point = values
    for column in point.indices {
      if model.isInteger[column] { point[column] = point[column].rounded() }
      // A value beyond its bound by the solver's tolerance goes back to it.
      point[column] = min(max(point[column], model.columnLower[column]), model.columnUpper[column])
    }
    guard FeasibilityReport(of: point, in: model).isFeasible else { return false }
    let objective = model.objectiveValue(at: point)
    if let incumbent, sign * objective >= sign * incumbent.objective { return true }
    incumbent = (point, objective)
    bound = bestBound(with: bound)
    log("\(stage): objective \(objective), bound \(bound.map { "\($0)" } ?? "unknown")")
    tellLedger()
    report(stage, nodes: nodes)
    return true
  }

  /// Whether the gap asked for is proven, if need be with a better bound than the one known. A gap below 1e-9
  /// is beyond floating-point numbers and counts as none.
  func isGapProven(with other: Double? = nil) -> Bool {
    guard let incumbent, let bound = bestBound(with: other) else { return false }
    let width = sign * (incumbent.objective - bound)
    return width <= max(options.relativeGap, 1e-9) * max(incumbent.objective.magnitude, 1e-9)
  }

  /// Takes over what another run of the same model has found out.
  func adopt(_ known: SolveResult) {
    improveBound(known.bound)
    if let values = known.values { consider(values, from: "attempt before") }
  }

  /// Writes down what is known, with the gap as the reason where it is proven.
  private func tellLedger() {
    ledger.note(
      SolveResult(
        termination: isGapProven() ? .optimal : .timeLimit, values: incumbent?.values,
        objective: incumbent?.objective, bound: bound, rootMultipliers: rootMultipliers, nodes: nodes,
        iterations: iterations, rawStatus: raw.joined(separator: "; "), log: []))
  }

  /// Why the run has to end now, for a limit or a request; nil when it may go on.
  var interruption: SolveResult.Termination? {
    if stop.isRaised { return .cancelled }
    if let deadline, ContinuousClock.now >= deadline { return .timeLimit }
    return nil
  }

  // MARK: What happened

  /// Settles why the run stopped. The first reason counts.
  func end(_ reason: SolveResult.Termination) { termination = termination ?? reason }

  /// Ends the run if the gap is proven or it has to end now.
  func endIfSettled() {
    if isGapProven() {
      end(.optimal)
    } else if let reason = interruption {
      end(reason)
    }
  }

  /// Adds nodes and iterations of a stage.
  func count(nodes: Int = 0, iterations: Int) {
    self.nodes += nodes
    self.iterations += iterations
  }

  /// Keeps GLPK's own codes, for a bug report.
  func note(_ routine: String, _ status: RawStatus) {
    raw.append("\(routine) \(status.code), status \(status.status)")
  }

  /// Keeps a line for verbose output.
  func log(_ line: String) {
    if !line.allSatisfy(\.isWhitespace) { lines.append(line) }
  }

  /// Tells the caller how things stand.
  func report(_ stage: String, nodes: Int, bound other: Double? = nil) {
    guard let progress else { return }
    nodesReported = max(nodesReported, nodes)
    let elapsed = begin.duration(to: .now).components
    progress(
      SolveProgress(
        stage: stage, bound: bestBound(with: other), incumbent: incumbent?.objective,
        nodes: nodesReported, iterations: iterations,
        elapsedSeconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18))
  }
}
