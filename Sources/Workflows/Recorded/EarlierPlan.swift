// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import Quantities
import Results

/// The plan that a directory holds already, as far as it decides whether a new one takes its place.
struct EarlierPlan {
  private let status: Plan.Status
  private let objectives: [Plan.ObjectiveOutcome]
  private let question: Asked

  /// Everything that decides which plan is best: how long it is sought and what gap is enough play no part.
  private struct Asked: Equatable {
    var toolVersion: String
    var scenario: String
    var digests: [String]

    init(toolVersion: String, effectiveText: String, inputs: [(role: String, sha256: String)]) {
      self.toolVersion = toolVersion
      var isSolver = false
      var lines: [Substring] = []
      for line in effectiveText.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("[") { isSolver = line.hasPrefix("[solver]") || line.hasPrefix("[solver.") }
        if !isSolver { lines.append(line) }
      }
      scenario = lines.joined(separator: "\n")
      // The scenario counts by its effective text, and a solution that was taken over is an answer.
      digests = inputs.filter { $0.role != "scenario" && $0.role != "solution" }.map(\.sha256).sorted()
    }
  }

  /// Reads a directory; nil where it holds no whole result of a plan.
  init?(directory: String) {
    let folder = PlanFolder(directory)
    guard let manifest = try? folder.manifest(), let plan = try? PlanFile(folder.json("plan.json"))
    else { return nil }
    status = plan.status
    objectives = plan.objectives
    question = Asked(
      toolVersion: manifest.toolVersion, effectiveText: manifest.effectiveScenario,
      inputs: manifest.inputs.map { ($0.role, $0.sha256) })
  }

  /// Why this plan keeps its place, in words for the planner; nil where the new one takes it.
  ///
  /// - Parameters:
  ///   - plan: The new plan.
  ///   - context: What it was made from.
  ///   - isInterrupted: Whether a signal ended its search.
  func reasonToKeep(over plan: Plan, context: ReportContext, isInterrupted: Bool) -> String? {
    let asked = Asked(
      toolVersion: context.toolVersion, effectiveText: context.effectiveScenario,
      inputs: context.inputs.map { ($0.role, $0.sha256) })
    guard asked == question else {
      guard isInterrupted, status != .unknown else { return nil }
      return "its search (\(status.rawValue)) was not cut short as this one was"
    }
    switch (status, plan.status) {
    case (.unknown, _), (_, .infeasible): return nil
    case (.infeasible, .unknown):
      return "it is proven that there is no plan, and this search did not come so far"
    case (.infeasible, _): return nil
    case (_, .unknown): return "it holds a plan (\(status.rawValue)), and this search found none"
    default: return isBetter(than: plan)
    }
  }

  private func isBetter(than plan: Plan) -> String? {
    for (old, new) in zip(objectives, plan.objectives) {
      guard let a = old.best ?? old.value, let b = new.best ?? new.value else { break }
      let isEqual = (a - b).magnitude <= 1e-9 * max(1, a.magnitude, b.magnitude)
      if isEqual { continue }
      guard old.isMaximised ? a > b : a < b else { return nil }
      let (kept, found) = (shown(a, old.unit), shown(b, old.unit))
      return "it comes to \(kept) of \(old.name) (\(status.rawValue)), and this one to \(found)"
    }
    if plan.status == .limit, status != .limit {
      return "it is the same to the cent and proven (\(status.rawValue)), and this one is not"
    }
    let (before, now) = (largestGap, plan.gap)
    if status == .limit, plan.status == .limit, let before, before + 1e-6 < now ?? .infinity {
      return "it costs the same and is closer to what is proven"
    }
    return nil
  }

  private var largestGap: Double? {
    let gaps = objectives.compactMap(\.gap)
    return gaps.count == objectives.count ? gaps.max() : nil
  }

  private func shown(_ amount: Double, _ unit: String) -> String {
    unit == "EUR"
      ? "\(NumberText.millionEUR(amount)) MEUR" : "\(NumberText.grouped(amount, decimals: 1)) \(unit)"
  }
}

extension EarlierPlan {
  /// Where a result goes whose own directory keeps a better one: beside it, under the first name that is free
  /// or holds such a result.
  static func place(beside directory: String, isInterrupted: Bool) throws -> ResultDirectory {
    var base = directory
    while base.count > 1, base.hasSuffix("/") { base.removeLast() }
    if let last = base.split(separator: "/").last, last == "." || last == ".." {
      base = ComparedResult.place(base) ?? base
    }
    let name = base + (isInterrupted ? ".interrupted" : ".worse")
    for number in 2..<100 {
      let place = ResultDirectory(number == 2 ? name : "\(name)-\(number - 1)", kind: .plan)
      do {
        try place.check()
        return place
      } catch {
        continue
      }
    }
    return ResultDirectory(name, kind: .plan)
  }
}
