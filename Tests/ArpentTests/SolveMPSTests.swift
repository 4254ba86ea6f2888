// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The program that solves an MPS file by the pipeline alone, as it is run for measurements.
@Suite("solve-mps")
struct SolveMPSTests {
  private struct Run {
    var code: Int32
    var diagnostics: String
    /// Seconds of CPU, gap, objective, nodes, seconds, why it stopped, bound.
    var fields: [String]
    func number(_ place: Int) -> Double { place < fields.count ? Double(fields[place]) ?? .nan : .nan }
    var gap: Double { number(1) }
    var objective: Double { number(2) }
    var seconds: Double { number(4) }
    var ending: String { fields.count > 5 ? fields[5] : "" }
    var bound: Double { number(6) }
  }

  private func run(_ arguments: String...) throws -> Run {
    let runner = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: runner).deletingLastPathComponent()
      .appendingPathComponent("solve-mps")
    process.arguments = arguments
    let (output, diagnostics) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, diagnostics)
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let words = String(decoding: diagnostics.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let code =
      process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    return Run(
      code: code, diagnostics: words,
      fields: text.split(separator: "\n").last.map { $0.split(separator: " ").map(String.init) } ?? [])
  }

  /// Whole columns `X1` and so on from 0 to `most`, with their costs, under one row.
  private func file(
    _ folder: TemporaryFolder, costs: [Double], weights: [Double], kind: String, side: Double, most: Double?,
    last: Double? = nil
  ) throws -> String {
    var text = "NAME test\nROWS\n N COST\n \(kind) ROOM\nCOLUMNS\n MARK1 'MARKER' 'INTORG'\n"
    for (place, cost) in costs.enumerated() {
      text += " X\(place + 1) COST \(cost)\n X\(place + 1) ROOM \(weights[place])\n"
    }
    text += " MARK2 'MARKER' 'INTEND'\nRHS\n RHS ROOM \(side)\nBOUNDS\n"
    for place in costs.indices {
      text +=
        (place == costs.count - 1 ? last ?? most : most).map { " UP B X\(place + 1) \($0)\n" }
        ?? " PL B X\(place + 1)\n"
    }
    return try folder.write("model.mps", text + "ENDATA\n")
  }

  /// Choose among items so that as little as possible is missing to half of their weight: nothing but trying
  /// them shows how little.
  private func remainder(_ folder: TemporaryFolder, items: Int) throws -> String {
    var state = 12_345
    let weights = (0..<items).map { _ -> Double in
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Double(state / 16 % 1_000_000 + 250_000)
    }
    let half = (weights.reduce(0, +) / 2).rounded(.down)
    return try file(
      folder, costs: weights.map { _ in 0 } + [1], weights: weights + [1], kind: "E", side: half, most: 1,
      last: half)
  }

  @Test("The optimum of a knapsack: 21, by items 2 and 4; bound, gap, status and solution file say the same")
  func knapsack() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try file(
      folder, costs: [-10, -13, -7, -8], weights: [5, 6, 4, 3], kind: "L", side: 10, most: 1)
    let solution = folder.path + "/model.sol"
    let run = try self.run(path, "0", "30", solution)
    #expect(run.code == 0 && run.ending == "optimal" && run.objective == -21, "\(run)")
    #expect(run.gap <= 1e-9 && abs(run.bound + 21) < 1e-6, "\(run)")
    #expect(
      try String(contentsOfFile: solution, encoding: .utf8)
        == "# Objective value = -21.0\nX2 1.0\nX4 1.0\n")
  }

  @Test("No point, and no end: 3, and no solution file")
  func without() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let solution = folder.path + "/model.sol"
    // No whole number of twos is 3.
    let odd = try file(folder, costs: [1, 1], weights: [2, 2], kind: "E", side: 3, most: 5)
    let none = try run(odd, "0", "30", solution)
    #expect(none.code == 3 && none.ending == "infeasible" && none.objective.isNaN, "\(none)")
    let endless = try file(folder, costs: [-1, 0], weights: [-1, 1], kind: "L", side: 3, most: nil)
    let unbounded = try run(endless, "0", "30", solution)
    #expect(unbounded.code == 3 && unbounded.ending == "unboundedOrInfeasible", "\(unbounded)")
    #expect(!FileManager.default.fileExists(atPath: solution))
  }

  @Test(
    "At the limit: 4 with a solution between whose objective and the bound the optimum lies, 5 without one")
  func limits() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let hard = try remainder(folder, items: 20)
    let cut = try run(hard, "0", "1")
    #expect(cut.code == 4 && cut.ending == "timeLimit" && cut.seconds < 2.5, "\(cut)")
    // Of all 2^20 choices, counted one by one, one leaves nothing over.
    #expect(cut.bound <= 1e-6 && cut.objective >= 0 && cut.gap > 0, "\(cut)")
    // The best of 2^12 leaves 192, the best of 2^10 leaves 497.
    for (items, least) in [(12, 192.0), (10, 497.0)] {
      let whole = try run(remainder(folder, items: items), "0", "60")
      #expect(whole.code == 0 && whole.objective == least && abs(whole.bound - least) < 0.01, "\(whole)")
    }
    let none = try run(hard, "0", "0")
    #expect(none.code == 5 && none.ending == "timeLimit" && none.objective.isNaN, "\(none)")
  }

  @Test("Damaged, missing and misnamed files, and words that are no numbers")
  func faults() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try file(folder, costs: [1, 1], weights: [1, 1], kind: "G", side: 1, most: 1)
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    for (name, text) in [
      ("cut.mps", String(whole.prefix(whole.count / 2))), ("empty.mps", ""),
      ("words.mps", "no model at all\n"),
      ("row.mps", whole.replacing("X2 ROOM", with: "X2 HALL")),
      ("nan.mps", whole.replacing("COST 1.0", with: "COST x")),
    ] {
      let run = try self.run(folder.write(name, text), "0", "10")
      #expect(run.code == 65 && run.diagnostics.contains(name) && run.fields.isEmpty, "\(name): \(run)")
    }
    let missing = try run(folder.path + "/none.mps", "0", "10")
    #expect(missing.code == 66 && missing.diagnostics.contains("none.mps: cannot be opened"), "\(missing)")
    #expect(try run(path, "0", "10", folder.path + "/no/such/folder.sol").code == 73)
    for words in [["-1", "10"], ["0", "x"], ["0", "-1"], ["nan", "1"]] {
      #expect(try run(path, words[0], words[1]).code == 64, "\(words)")
    }
    #expect(try run(path).code == 64)
  }

  @Test("The model of a plan: its solution, read back by arpent, is a plan of the same objective")
  func plan() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"
    let (model, solution) = (folder.path + "/model.mps", folder.path + "/model.sol")
    #expect(try ArpentBinary.run("model", scenario, "-o", model, "--quiet").code == 0)
    let solved = try run(model, "0.001", "60", solution)
    #expect(solved.code == 0 && solved.ending == "optimal" && solved.gap <= 0.001, "\(solved)")
    let read = try ArpentBinary.run("plan", scenario, "--solution", solution, "--format", "json")
    let plan = try #require(
      try JSONSerialization.jsonObject(with: Data(read.output.utf8)) as? [String: Any], "\(read.diagnostics)")
    let objective = try #require(plan["objective"] as? Double) / 1e6
    #expect(abs(objective - solved.objective) <= 1e-6 * objective, "\(objective) \(solved)")
    #expect(solved.bound <= objective * (1 + 1e-9))
  }
}
