// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("arpent serve", .serialized)
struct ServeTests {
  /// What the documents ask.
  private static let shipped = "models/scenarios/mistral-compute.toml"
  private static let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"
  private static let schema = "docs/serve.schema.json"

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func faults(_ answer: String, _ name: String) throws -> [String] {
    try SchemaCheck.faults(of: answer, by: name, of: Self.schema)
  }

  @Test("An answer is that of arpent plan with the same changes, written before the next question comes")
  func asPlanned() throws {
    let session = try ServedSession([Self.scenario])
    let questions: [[String]] = [
      [], ["cost.energy_eur_per_mwh*=2"], [#"sites.force_out=["mougins-evroc"]"#, "demand.gpus.2027=9000"],
      ["limits.budget_eur=1e8"], [],
    ]
    for (number, changes) in questions.enumerated() {
      let question: [String: Any] = ["id": number, "set": changes]
      let text = String(decoding: try JSONSerialization.data(withJSONObject: question), as: UTF8.self)
      #expect(try faults(text, "question") == [])
      let line = try session.ask(text)
      #expect(try faults(line, "plan_answer") == [])
      let answer = try object(line)
      let served = try #require(answer["result"] as? [String: Any])
      #expect(answer["id"] as? Int == number && answer["ok"] as? Bool == true)
      let run = try ArpentBinary.run(
        ["plan", Self.scenario, "--quiet", "--format", "json"] + changes.flatMap { ["--set", $0] })
      let planned = try object(run.output)
      for name in ["status", "objective", "bound", "objectives", "totals", "years", "demand_gpus_by_year"] {
        #expect(try same(served[name], planned[name]), "\(number): \(name)")
      }
      let chosen = try #require(planned["sites"] as? [[String: Any]]).filter {
        $0["selected"] as? Bool == true
      }
      let sites = try #require(served["sites"] as? [[String: Any]])
      #expect(sites.count == chosen.count)
      for (site, other) in zip(sites, chosen) {
        for name in site.keys.sorted() { #expect(try same(site[name], other[name]), "\(number): \(name)") }
      }
    }
    #expect(try session.end() == 0)
  }

  /// Whether two members of a document are the same JSON.
  private func same(_ a: Any?, _ b: Any?) throws -> Bool {
    func text(_ value: Any?) throws -> Data {
      try JSONSerialization.data(withJSONObject: [value ?? "missing"], options: [.sortedKeys])
    }
    return try text(a) == text(b)
  }

  @Test(
    "Hundreds of bounds in one session: each in its place, never better for more GPUs, the same when asked again"
  )
  func manyBounds() throws {
    let session = try ServedSession([Self.scenario, "--set", "demand.gpus.2026=0", "--quiet"])
    var bounds: [Int: Double] = [:]
    for number in 0..<300 {
      let gpus = 10_000 + number % 100 * 100
      let answer = try session.object(
        #"{"id":"\#(number)","depth":"relaxation","set":["demand.gpus.2027=\#(gpus)"]}"#)
      #expect(answer["id"] as? String == "\(number)")
      let result = try #require(answer["result"] as? [String: Any])
      let bound = try #require(result["bound"] as? Double)
      if let before = bounds[gpus] { #expect(bound == before) }
      bounds[gpus] = bound
    }
    let inOrder = bounds.sorted { $0.key < $1.key }.map(\.value)
    #expect(inOrder.count == 100)
    for (less, more) in zip(inOrder, inOrder.dropFirst()) { #expect(less <= more * (1 + 1e-9)) }
    #expect(try session.end() == 0 && session.diagnostics.isEmpty)
  }

  @Test(
    "Depths nest: a bound is below the plan, and a plan that keeps its siting is no better than a free one")
  func depths() throws {
    let session = try ServedSession([Self.scenario, "--quiet"])
    let change = #""set":["cost.energy_eur_per_mwh*=2","demand.gpus.2027*=1.1"]"#
    func result(_ depth: String) throws -> [String: Any] {
      try #require(session.object(#"{"depth":"\#(depth)",\#(change)}"#)["result"] as? [String: Any])
    }
    let (bound, free, kept) = (try result("relaxation"), try result("full"), try result("fixed_siting"))
    let cost = try #require(free["objective"] as? Double)
    #expect(try #require(bound["bound"] as? Double) <= cost * (1 + 1e-9))
    #expect(cost <= (try #require(kept["objective"] as? Double)) * (1 + 1e-4))
    let base = try #require(session.object("{}")["result"] as? [String: Any])
    func siting(_ result: [String: Any]) -> [String] {
      (result["sites"] as? [[String: Any]] ?? []).map { "\($0["id"] ?? "") \($0["opens_year"] ?? "")" }
    }
    #expect(siting(kept) == siting(base))
    #expect(Set([bound, free, kept].compactMap { $0["key"] as? String }).count == 3)
    #expect(try session.end() == 0)
  }

  @Test("What there is to ask about: sites, years and a scenario that can be planned as it stands")
  func description() throws {
    let session = try ServedSession([Self.scenario, "--quiet"])
    let line = try session.ask(#"{"op":"describe","set":["demand.gpus.2027=20000"]}"#)
    #expect(try faults(line, "describe_answer") == [])
    let result = try #require(try object(line)["result"] as? [String: Any])
    #expect(result["demand_gpus"] as? [Int] == [4_000, 20_000, 20_000])
    #expect((result["sites"] as? [Any])?.count == 65)
    let text = try #require(result["scenario"] as? String)
    #expect(text.contains("2027 = 20000") && !text.contains("extends"))
    #expect(try session.end() == 0)
  }

  @Test("The questions of docs/serve.md are answered as they stand")
  func documented() throws {
    let text = try String(contentsOfFile: ArpentBinary.root + "/docs/serve.md", encoding: .utf8)
    let session = try ServedSession([Self.shipped, "--quiet"])
    var asked = 0
    for line in text.split(separator: "\n") where line.hasPrefix("    {\"id\"") {
      let question = String(line.dropFirst(4))
      #expect(try faults(question, "question") == [])
      let answer = try session.ask(question)
      #expect(
        try faults(answer, "answer") == [] && object(answer)["ok"] as? Bool == true, "\(answer.prefix(300))")
      asked += 1
    }
    #expect(try asked == 4 && session.end() == 0)
  }

  @Test("The examples in Python and for a shell run", arguments: ["serve.py", "serve.sh"])
  func examples(name: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ArpentBinary.root + "/docs/examples/" + name)
    process.arguments = [Self.shipped]
    process.currentDirectoryURL = URL(fileURLWithPath: ArpentBinary.root)
    process.environment = ProcessInfo.processInfo.environment.merging([
      "ARPENT": ArpentBinary.path, "PYTHONDONTWRITEBYTECODE": "1",
    ]) { $1 }
    process.standardOutput = FileHandle(forWritingAtPath: try folder.write("out", ""))
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let output = try String(contentsOfFile: folder.path + "/out", encoding: .utf8)
    #expect(process.terminationStatus == 0)
    #expect(output.split(separator: "\n").count == (name == "serve.py" ? 7 : 3), "\(output)")
    #expect(
      output.contains("did you mean 'gpus'?") && output.contains(name == "serve.py" ? "richemont" : "optimal")
    )
  }
}
