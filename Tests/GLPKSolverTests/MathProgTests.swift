// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPK
import TestSupport
import Testing

@testable import GLPKSolver

@Suite struct MathProgTests {
  private static let model = """
    set SITES;
    param opening{SITES};
    param block{SITES};
    param most{SITES};
    param demand;
    var open{SITES} binary;
    var blocks{SITES} integer >= 0;
    minimize cost: 3.5 + sum{s in SITES} (opening[s] * open[s] + block[s] * blocks[s]);
    subject to power{s in SITES}: blocks[s] <= most[s] * open[s];
    subject to need: sum{s in SITES} blocks[s] >= demand;
    data;
    set SITES := nowhere;
    end;

    """

  private func solve(_ data: String, model: String = Self.model) throws -> MathProgSolver.Answer {
    let directory = FileManager.default.temporaryDirectory.appending(path: "mathprog-\(UUID())")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let files = ["model.mod": model, "model.dat": data]
    for (name, text) in files { try Data(text.utf8).write(to: directory.appending(path: name)) }
    return try MathProgSolver.solve(
      model: directory.appending(path: "model.mod").path,
      data: directory.appending(path: "model.dat").path)
  }

  private func data(demand: Int) -> String {
    """
    data;
    set SITES := a b c;
    param : opening block most := a 10 2 5  b 4 3 3  c 20 1 9;
    param demand := \(demand);
    end;

    """
  }

  @Test func optimum() throws {
    // By hand: six blocks come cheapest from c (20 + 6 = 26) or from a and b (10 + 10 + 4 + 3 = 27).
    #expect(try solve(data(demand: 6)) == .optimal(objective: 29.5))
    // Three from b: 4 + 9 = 13; from a: 10 + 6 = 16.
    #expect(try solve(data(demand: 3)) == .optimal(objective: 16.5))
  }

  @Test func infeasible() throws {
    #expect(try solve(data(demand: 18)) == .infeasible)
  }

  @Test func unboundedIsNeither() throws {
    let answer = try solve("data;\nend;\n", model: "var x integer; maximize z: x; s.t. r: x >= 0; end;\n")
    guard case .failed(let text) = answer else {
      Issue.record("\(answer)")
      return
    }
    #expect(text.contains("unbounded"))
  }

  @Test func faultsOfFilesAreErrors() throws {
    #expect(throws: GLPKError.self) { try solve("data;\nset SITES := ;\nend;\n") }
    #expect(throws: GLPKError.self) { try solve(data(demand: 1), model: "nonsense") }
    #expect(throws: GLPKError.self) { try MathProgSolver.solve(model: "/nowhere.mod", data: "/nowhere.dat") }
  }
}
