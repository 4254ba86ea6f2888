// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Foundation
import GLPKSolver
import Optimization
import Planning
import PlanningModel
import TestSupport
import Testing

/// Sizes on both sides of every number at which a formulation might change its meaning.
@Suite("A thousand problems with many choices against HiGHS", .serialized)
struct ManyChoicesTests {
  private static let seeds = Array(1...1_000)

  @Test("Arpent's optimum is that of HiGHS on the independent statement of the model, or neither has a plan")
  func agreement() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let middle = Self.seeds.count / 2
    async let first = Self.onThread { try Self.solve(Self.seeds[..<middle], folder) }
    async let second = Self.onThread { try Self.solve(Self.seeds[middle...], folder) }
    let own = try await first + second
    async let lower = Self.onThread {
      try SolverAnswer.highs(Self.seeds[..<middle].map { Self.file($0, folder) })
    }
    async let upper = Self.onThread {
      try SolverAnswer.highs(Self.seeds[middle...].map { Self.file($0, folder) })
    }
    let highs = try await lower + upper
    try #require(highs.count == Self.seeds.count && own.count == highs.count)
    var infeasible = 0
    for (index, seed) in Self.seeds.enumerated() {
      #expect(own[index].agrees(with: highs[index]), "seed \(seed): \(own[index]), HiGHS \(highs[index])")
      if own[index] == .infeasible { infeasible += 1 }
    }
    #expect((50...600).contains(infeasible), "\(infeasible) of \(own.count) have no plan")
  }

  @Test("The problems lie on both sides of six sites with a choice and of six hubs, hard and soft")
  func coverage() throws {
    let problems = try Self.seeds.map { try RandomProblems.manyChoices(seed: UInt64($0)) }
    func choosing(_ rule: LinearRule) -> Int {
      var sites: Set<Int> = []
      for term in rule.terms {
        if case .connectedBlocks(let site, _, _) = term.quantity { sites.insert(site) }
      }
      return sites.count
    }
    for family in ["substation_headroom", "loss_of_one_substation"] {
      let rules = problems.flatMap(\.linearRules).filter { $0.kind.identifier == family && $0.name != "test" }
      let hard = Set(rules.filter { $0.penaltyEURPerUnit == nil }.map(choosing))
      let priced = Set(rules.filter { $0.penaltyEURPerUnit != nil }.map(choosing))
      #expect(hard.isSuperset(of: 1...9) && priced.isSuperset(of: 1...9), "\(family): \(hard) \(priced)")
    }
    let hubs = problems.map { problem in
      Set(
        problem.linearRules.filter { $0.kind.identifier == "demand_inference" }.flatMap {
          $0.scope.components(separatedBy: " and ")
        }
      ).count
    }
    #expect(Set(hubs).isSuperset(of: 5...8), "\(Set(hubs))")
    let families = Set(problems.flatMap(\.linearRules).map(\.kind.identifier))
    #expect(families.isSuperset(of: RandomProblems.families))
  }

  private static func file(_ seed: Int, _ folder: TemporaryFolder) -> String { "\(folder.path)/\(seed).mps" }

  /// Solves problems, checks their plans and writes the independent statement of each for HiGHS.
  private static func solve(_ seeds: ArraySlice<Int>, _ folder: TemporaryFolder) throws -> [SolverAnswer] {
    let data = "\(folder.path)/\(seeds.first ?? 0).dat"
    return try seeds.map { seed in
      let problem = try RandomProblems.manyChoices(seed: UInt64(seed))
      try MathProgData.text(of: problem).write(toFile: data, atomically: false, encoding: .utf8)
      let stated = try MathProgSolver.model(ArpentBinary.root + "/models/siting.mod", data: data)
      let names = ModelNames(
        problem: "stated", columns: (0..<stated.columnCount).map { "c\($0)" },
        rows: (0..<stated.rowCount).map { "r\($0)" })
      try GLPKModelWriter().write(stated, names: names, format: .freeMPS, to: file(seed, folder))
      let search = PlanSearch(
        solver: GLPKSolver(), options: SolveOptions(relativeGap: 5e-7, nodeLimit: 20_000))
      let answer = try search.search(problem, formulation: Formulation(problem))
      if answer.outcome.status == .infeasible { return .infeasible }
      #expect(PlanAudit(of: answer.placement, in: problem).passed, "seed \(seed)")
      guard let best = answer.outcome.objectives.first?.best,
        let bound = answer.outcome.objectives.first?.bound
      else { return .other(answer.result.rawStatus) }
      return answer.result.termination == .optimal ? .value(best / 1e6) : .between(bound / 1e6, best / 1e6)
    }
  }

  /// Works on a thread of its own, since the work blocks.
  private static func onThread<Result: Sendable>(
    _ work: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      Thread { continuation.resume(with: Swift.Result { try work() }) }.start()
    }
  }
}
