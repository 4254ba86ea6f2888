// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Quantities
import Reports
import TestSupport
import Testing
import Wording
import Workflows

@Suite("What verify says of a whole result")
struct VerifyTests {
  private func first(_ answer: VerifyResponse) -> String {
    answer.text.split(separator: "\n").first.map(String.init) ?? ""
  }

  /// The bound that the certificate of a result proves, EUR.
  static func certified(_ result: SmallResult) throws -> Double {
    try #require(try result.json("certificate.json")["bound"]?.string.flatMap { Double($0) })
  }

  /// Whether a line states an amount after some words, in MEUR and not above it.
  static func states(_ amountEUR: Double, _ line: String, _ words: String) -> Bool {
    guard let start = line.range(of: words)?.upperBound else { return false }
    let number = line[start...].prefix { $0.isNumber || $0 == "." || $0 == "," }.filter { $0 != "," }
    guard let stated = Double(number) else { return false }
    return (0...0.0101).contains(amountEUR / 1e6 - stated)
  }

  @Test("The first line says what is proven and what rests on the solver")
  func firstLine() throws {
    let proven = try SmallResult()
    defer { proven.folder.remove() }
    let bound = try #require(proven.json("plan.json")["bound"]?.double)
    #expect(
      Self.states(bound, first(try proven.verify()), "stands; optimality is proven exactly by the bound of "))
    let searched = try SmallResult(changes: SingleMutationTests.campus)
    defer { searched.folder.remove() }
    let root = try Self.certified(searched)
    #expect(try #require(searched.json("plan.json")["bound"]?.double) > root * 1.0001)
    #expect(
      Self.states(
        root, first(try searched.verify()),
        "optimality rests on the solver's search beyond the proven bound of "))
    let none = try SmallResult(changes: ["limits.budget_eur=5e8"])
    defer { none.folder.remove() }
    #expect(first(try none.verify()).contains("stands; that no plan meets all rules is proven exactly"))
  }

  @Test(
    "Of several objectives the certificate, the first line and the page say which one is proven, and which are not"
  )
  func severalAims() throws {
    let made = try SmallResult(changes: [
      "objective.order=[{ maximise = \"gpus\" }, { minimise = \"discounted_cost_eur\" }]",
      "limits.sites_max=1",
    ])
    defer { made.folder.remove() }
    let certificate = try made.json("certificate.json")
    #expect(certificate["objective"]?.string == "discounted_cost_eur")
    #expect(certificate["not_covered"]?.array?.compactMap(\.string) == ["gpus"])
    let answer = try made.verify()
    #expect(answer.passed, "\(answer.text)")
    #expect(
      answer.verdict.contains("that gpus cannot be better rests on the solver's search alone"),
      "\(answer.text)")
    #expect(!answer.verdict.contains("optimality"), "\(answer.text)")
    #expect(answer.verdict.contains("with gpus held to what was reached"), "\(answer.text)")
    let page = String(decoding: made.files["report.html"] ?? [], as: UTF8.self)
    #expect(
      page.contains("certificate.json can prove a bound for the last one sought alone, discounted cost"))
    // One that leaves out what it does not prove does not stand.
    let text = String(decoding: made.files["certificate.json"] ?? [], as: UTF8.self)
    try made.put(["certificate.json": Array(text.replacing("[\"gpus\"]", with: "[]").utf8)])
    #expect(try made.verify().findings.contains { $0.hasPrefix("certificate.json: not_covered") })
  }

  @Test("A file that is none of the result is a warning, a French page beside it is one of the result")
  func foreignFile() throws {
    let made = try SmallResult()
    defer { made.folder.remove() }
    try made.put(["notes.txt": Array("mine".utf8)])
    let answer = try made.verify()
    #expect(answer.passed)
    #expect(answer.warnings == ["notes.txt: is no file of this result and was not looked at"])
    var request = ReportRequest(plan: made.place)
    request.language = .french
    _ = try ReportWorkflow.run(request, context: SmallResult.context)
    #expect(try made.verify().passed)
    let page = String(
      decoding: FileManager.default.contents(atPath: made.place + "/report.fr.html") ?? Data(), as: UTF8.self)
    try made.put(["report.fr.html": Array(page.replacing("Alpha", with: "Beta", maxReplacements: 1).utf8)])
    #expect(try made.verify().findings.contains { $0.hasPrefix("report.fr.html: ") })
  }

  @Test("A page made later of the same plan stands, with the seconds of the search in it")
  func laterPage() throws {
    let made = try SmallResult(changes: SingleMutationTests.campus)
    defer { made.folder.remove() }
    _ = try ReportWorkflow.run(ReportRequest(plan: made.place), context: SmallResult.context)
    let answer = try made.verify()
    #expect(answer.passed, "\(answer.text)")
  }

  @Test(
    "A damaged or missing file is a result that does not stand, and no wrong input; the file is named",
    arguments: [
      "plan.json", "manifest.json", "certificate.json", "plan.gpkg", "sites.geojson", "report.html",
    ])
  func damaged(name: String) throws {
    let made = try SmallResult()
    defer { made.folder.remove() }
    let whole = try #require(made.files[name])
    let damages: [[UInt8]?] = [
      Array(whole.prefix(whole.count / 2)), [], Array("{}".utf8), Array("garbage".utf8), [0, 255], nil,
    ]
    for bytes in damages {
      try made.put([name: bytes])
      defer { try? made.restore([name]) }
      let answer = try made.verify()
      #expect(!answer.passed, "\(bytes?.count ?? -1)")
      #expect(answer.findings.contains { $0.hasPrefix(name + ": ") }, "\(answer.text)")
      #expect(first(answer).contains(": does not stand; "), "\(answer.text)")
    }
  }

  @Test("What is no result is no result that does not stand")
  func noResult() throws {
    let made = try SmallResult()
    defer { made.folder.remove() }
    func kind(_ path: String) -> WorkflowFailure.Kind? {
      do {
        _ = try VerifyWorkflow.run(VerifyRequest(plan: path), context: SmallResult.context)
        return nil
      } catch { return (error as? WorkflowFailure)?.kind }
    }
    #expect(kind(made.folder.path) == .cannotOpen)
    #expect(kind(made.folder.path + "/nothing") == .cannotOpen)
    #expect(kind(made.place + "/pln.json") == .cannotOpen)
    let other = try made.folder.write("other.json", "{\"schema\": 1,")
    #expect(kind(other) == .invalidInput)
  }

  @Test("Scenario files that are gone leave a warning, ones that changed a fault")
  func scenarioFiles() throws {
    let made = try SmallResult(changes: ["limits.sites_max=2"])
    defer { made.folder.remove() }
    let file = made.folder.path + "/scenario.toml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try (text + "\n# a remark\n").write(toFile: file, atomically: true, encoding: .utf8)
    let changed = try made.verify()
    #expect(changed.findings.count == 1, "\(changed.text)")
    #expect(
      changed.findings.first?.hasSuffix(
        "/scenario.toml is not the file the plan was made from (SHA-256 differs)") == true)
    try FileManager.default.removeItem(atPath: file)
    let gone = try made.verify()
    #expect(gone.passed, "\(gone.text)")
    #expect(
      gone.warnings.contains { $0.contains("/scenario.toml: not here; the text in manifest.json was taken") })
  }

  @Test("A plan.json of its own is held against the scenario that is named, and nothing else is claimed")
  func alone() throws {
    let made = try SmallResult()
    defer { made.folder.remove() }
    let place = try made.folder.write(
      "own.json", String(decoding: made.files["plan.json"] ?? [], as: UTF8.self))
    let answer = try VerifyWorkflow.run(
      VerifyRequest(plan: place, scenario: made.folder.path + "/scenario.toml"), context: SmallResult.context)
    #expect(answer.passed, "\(answer.text)")
    #expect(answer.verdict.hasPrefix("plan.json alone, without the other files of a result: stands"))
  }
}
