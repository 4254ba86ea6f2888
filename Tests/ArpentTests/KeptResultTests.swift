// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("A finished result is not replaced by a worse one")
struct KeptResultTests {
  private let scenario = "models/scenarios/campus-france.toml"

  private func plan(_ folder: TemporaryFolder) throws -> [String: Any] {
    let data = try #require(FileManager.default.contents(atPath: folder.path + "/out/plan.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("A search that found less goes beside it, and over it with --force")
  func worse() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let out = folder.path + "/out"
    #expect(try ArpentBinary.run("plan", scenario, "-o", out, "--quiet").code == 0)
    let first = try #require(FileManager.default.contents(atPath: out + "/plan.json"))
    let short = ["plan", scenario, "-o", out + "/", "--time-limit", "0.000001"]
    for _ in 0..<2 {
      let run = try ArpentBinary.run(short)
      #expect(run.code == 5)
      #expect(run.diagnostics.contains("keeps the result it holds") && run.diagnostics.contains("--force"))
      #expect(run.output.contains("\(out).worse/"))
      #expect(FileManager.default.contents(atPath: out + "/plan.json") == first)
      #expect(folder.names == ["out", "out.worse"])
    }
    // The same answer again, or another question, takes the place as ever.
    #expect(try ArpentBinary.run("plan", scenario, "-o", out, "--quiet").code == 0)
    #expect(FileManager.default.contents(atPath: out + "/plan.json") == first)
    let other = try ArpentBinary.run(short + ["--set", "demand.gpus.2030=90000"])
    #expect(other.code == 5 && !other.diagnostics.contains("keeps"))
    #expect(try plan(folder)["status"] as? String == "unknown")
    #expect(try ArpentBinary.run("plan", scenario, "-o", out, "--quiet").code == 0)
    #expect(try ArpentBinary.run(short + ["--force"]).code == 5)
    #expect(try plan(folder)["status"] as? String == "unknown")
  }

  @Test("An interrupted search goes beside a finished one, whatever was asked")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let out = folder.path + "/out"
    #expect(try ArpentBinary.run("plan", scenario, "-o", out, "--quiet").code == 0)
    let first = try #require(FileManager.default.contents(atPath: out + "/plan.json"))
    let (process, wait) = try ArpentBinary.start([
      "plan", scenario, "-o", out, "--gap", "0", "--set", "demand.gpus.2030=90000",
    ])
    Thread.sleep(forTimeInterval: 0.3)
    kill(process.processIdentifier, SIGINT)
    let run = wait()
    #expect(run.code == 130 || run.code == 0)
    // A search that was done before the signal came is no interrupted one.
    guard run.output.contains("out.interrupted/") else { return }
    #expect(FileManager.default.contents(atPath: out + "/plan.json") == first)
    #expect(folder.names == ["out", "out.interrupted"])
  }
}
