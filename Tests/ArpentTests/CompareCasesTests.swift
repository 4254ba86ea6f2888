// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("arpent compare on the cases of a study", .serialized)
struct CompareCasesTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Paths of the values that differ.
  private func paths(_ run: ArpentBinary.Run) throws -> [String] {
    let inputs = try #require(try object(run.output)["inputs"] as? [String: Any], "\(run.output)")
    #expect((inputs["files"] as? [Any])?.isEmpty == true && (inputs["versions"] as? [Any])?.isEmpty == true)
    return try #require(inputs["values"] as? [[String: Any]]).compactMap { $0["path"] as? String }
  }

  /// A study of four cases, run.
  private func study(_ folder: TemporaryFolder) throws -> String {
    let scenario = ArpentBinary.root + "/Tests/ArpentTests/Scenarios/mistral-18000.toml"
    let file = try folder.write(
      "study.toml",
      """
      schema = 1
      name = "Cases to compare"
      base = "\(scenario)"
      changes = ["demand.gpus.2027*=1.1"]

      [[cases]]
      name = "dear"
      changes = ["cost.energy_eur_per_mwh*=2"]
      [[cases]]
      name = "elsewhere"
      changes = ['sites.force_out=["mougins-evroc"]', "cost.energy_eur_per_mwh*=2"]
      [[cases]]
      name = "wrong"
      changes = ["demand.gpu=1"]
      """)
    let directory = folder.path + "/out"
    let run = try ArpentBinary.run(
      "study", file, "-o", directory, "--set", "demand.gpus.2026*=0.5", "--quiet")
    #expect(run.code == 7, "one case is wrong: \(run.diagnostics)")
    return directory
  }

  @Test("The inputs in which two cases differ are what their changes did, by name or by file")
  func cases() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let directory = try study(folder)
    let record = try object(
      String(contentsOfFile: directory + "/study.json", encoding: .utf8))
    let cases = try #require(record["cases"] as? [[String: Any]])
    #expect(cases.compactMap { $0["id"] as? String } == ["base", "dear", "elsewhere", "wrong"])
    #expect(
      (record["base"] as? [String: Any])?["changes"] as? [String] == [
        "demand.gpus.2026*=0.5", "demand.gpus.2027*=1.1",
      ])
    let keys = cases.compactMap { $0["key"] as? String }

    let dear = try ArpentBinary.run(
      "compare", directory + "#base", directory + "/#dear", "--format", "json")
    #expect(dear.code == 0, "\(dear.diagnostics)")
    #expect(try paths(dear) == ["cost.energy_eur_per_mwh"])
    let values =
      try #require(try object(dear.output)["inputs"] as? [String: Any])["values"] as? [[String: Any]]
    let text = try #require(values?.first.map { "\($0)" })
    #expect(text.contains("70") && text.contains("140"), "\(text)")

    let files = keys.map { "\(directory)/cases/\($0).json" }
    let elsewhere = try ArpentBinary.run("compare", files[1], files[2], "--format", "json")
    #expect(try paths(elsewhere) == ["sites.force_out"])
    let same = try ArpentBinary.run("compare", directory + "#dear", files[1], "--format", "json")
    #expect(try paths(same).isEmpty && object(same.output)["equal"] as? Bool == true)
    // A case against the plan of the same question: arpent plan with the changes of the base and its own.
    let plan = folder.path + "/plan"
    #expect(
      try ArpentBinary.run(
        "plan", ArpentBinary.root + "/Tests/ArpentTests/Scenarios/mistral-18000.toml", "-o", plan, "--quiet",
        "--set",
        "demand.gpus.2026*=0.5", "--set", "demand.gpus.2027*=1.1", "--set", "cost.energy_eur_per_mwh*=2"
      ).code == 0)
    let asPlanned = try object(
      try ArpentBinary.run("compare", directory + "#dear", plan, "--format", "json").output)
    #expect(asPlanned["equal"] as? Bool == true)
    let inputs = try #require(asPlanned["inputs"] as? [String: Any])
    #expect((inputs["values"] as? [Any])?.isEmpty == true, "\(inputs["values"] ?? "")")
    try manifests(plan, folder)
    try faults(directory, files: files)
  }

  /// The manifest of a plan and of a screening say what the changes matched, and nothing where there are
  /// none.
  private func manifests(_ plan: String, _ folder: TemporaryFolder) throws {
    func changes(_ directory: String) throws -> [String]? {
      try object(String(contentsOfFile: directory + "/manifest.json", encoding: .utf8))["changes"]
        as? [String]
    }
    let reported = try #require(try changes(plan))
    #expect(reported.filter { $0.hasPrefix("--set ") }.count == 3, "\(reported)")
    #expect(reported[0] == "--set demand.gpus.2026*=0.5 changes 1 value: demand.gpus.2026: 4000 -> 2000")
    let screened = folder.path + "/screened"
    #expect(
      try ArpentBinary.run("screen", "-o", screened, "--set", "screening.top=5", "--quiet").code == 0)
    #expect(try changes(screened)?.count == 1)
    #expect(try ArpentBinary.run("screen", "-o", screened, "--quiet").code == 0)
    #expect(try changes(screened) == nil)
  }

  /// What is wrong with a name of a case, or with a record.
  private func faults(_ directory: String, files: [String]) throws {
    for (name, code, words) in [
      ("#deer", 65, "did you mean 'dear'?"), ("#", 65, "has no case ''"), ("#wrong", 65, "has no answer"),
      ("x#dear", 66, "there is no study.json"), ("", 66, "or \(directory)#CASE"),
    ] as [(String, Int32, String)] {
      let run = try ArpentBinary.run("compare", directory + name, directory + "#dear")
      #expect(
        run.code == code && run.diagnostics.contains(words) && run.output.isEmpty,
        "\(name): \(run.diagnostics)")
    }
    let record = directory + "/study.json"
    let text = try String(contentsOfFile: record, encoding: .utf8)
    // The base is elsewhere now: the answers are compared, and the reader is shown what was changed.
    try text.replacing("\"demand.gpus.2027*=1.1\"", with: "\"x=1\"")
      .replacing("cost.energy_eur_per_mwh*=2", with: "cost.energy*=2")
      .write(toFile: record, atomically: true, encoding: .utf8)
    let lost = try ArpentBinary.run("compare", files[0], files[1])
    #expect(lost.code == 0 && lost.output.contains("cost.energy*=2"), "\(lost.output)\(lost.diagnostics)")
    for broken in ["", "[]", "{\"schema\": 1, \"tool\": {\"name\": \"arpent\"}, \"base\": 3}"] {
      try broken.write(toFile: record, atomically: true, encoding: .utf8)
      let run = try ArpentBinary.run("compare", files[0], files[1])
      #expect(run.code == 65 && run.diagnostics.contains("study.json"), "\(run.diagnostics)")
    }
    try FileManager.default.removeItem(atPath: record)
    let bare = try ArpentBinary.run("compare", files[0], files[1])
    #expect(bare.code == 0 && bare.output.contains("The inputs of A are not recorded"))
  }
}
