// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Quantities
import Reports
import TestSupport
import Testing
import Workflows

/// Somebody who knows all files, and changes several of them so that they agree, digests included. What the
/// inputs contradict does not stand; what only the solver's search can know is said to rest on it in the
/// first line.
@Suite("verify against files that are forged together")
struct ForgeryTests {
  /// A result that is being forged.
  private struct Forgery {
    let made: SmallResult
    var plan: JSONValue
    var manifest: JSONValue
    var certificate: JSONValue?
    var other: [String: [UInt8]?] = [:]

    init(_ made: SmallResult) throws {
      self.made = made
      plan = try made.json("plan.json")
      manifest = try made.json("manifest.json")
      certificate = made.files["certificate.json"] == nil ? nil : try made.json("certificate.json")
    }

    /// Writes the files with digests that fit, verifies, and puts everything back.
    func verdict() throws -> VerifyResponse? {
      var files: [String: [UInt8]?] = other
      files["plan.json"] = Array(JSONWriter.text(plan).utf8)
      if made.files["certificate.json"] != nil || certificate != nil {
        files.updateValue(certificate.map { Array(JSONWriter.text($0).utf8) }, forKey: "certificate.json")
      }
      files["manifest.json"] = Array(sealed(files).utf8)
      defer { try? made.restore(files.keys) }
      try made.put(files)
      do { return try made.verify() } catch is WorkflowFailure { return nil }
    }

    private func sealed(_ files: [String: [UInt8]?]) -> String {
      var digests: [JSONValue.Member] = []
      for name in ["plan.json", "certificate.json"] {
        if case .some(.some(let bytes)) = files[name] {
          digests.append(.init(name, .string(SHA256.hexDigest(of: bytes))))
        }
      }
      let members = (manifest.members ?? []).filter { $0.name != "digests" }
      let open = JSONWriter.text(.object(members + [.init("digests", .object(digests))]))
      digests.append(.init("manifest.json", .string(SHA256.hexDigest(of: Array(open.utf8)))))
      return JSONWriter.text(.object(members + [.init("digests", .object(digests))]))
    }

    /// The bound of the plan in all places that tell it, the page made again from them.
    mutating func raiseBound(to bound: Double, status: String? = nil) throws {
      let objective = try #require(plan["objective"]?.double)
      let unavoidable = try #require(plan["unavoidable_cost_eur"]?.double)
      let missing = max(0, objective - bound)
      plan.set("bound", .number(bound))
      plan.set("gap", .number(missing / objective))
      plan.set("gap_eur", .number(missing))
      plan.set("gap_of_controllable_cost", .number(missing / max(1, objective - unavoidable)))
      plan.change("objectives") { objectives in
        objectives.changeEntry(0) {
          $0.set("bound", .number(bound))
          $0.set("gap", .number(missing / objective))
        }
      }
      manifest.change("search") { search in
        search.changeEntry((search.array?.count ?? 1) - 1) { $0.set("bound", .number(bound)) }
      }
      if let status {
        plan.set("status", .string(status))
        manifest.set("status", .string(status))
      }
      // What can make the page again from a plan and a manifest that agree.
      try made.put([
        "plan.json": Array(JSONWriter.text(plan).utf8),
        "manifest.json": Array(JSONWriter.text(manifest).utf8),
      ])
      defer { try? made.restore(["plan.json", "manifest.json"]) }
      let page = made.folder.path + "/page.html"
      _ = try ReportWorkflow.run(
        ReportRequest(plan: made.place, output: page, force: true), context: SmallResult.context)
      other["report.html"] = [UInt8](try #require(FileManager.default.contents(atPath: page)))
    }
  }

  private static let campus = SingleMutationTests.campus

  @Test(
    "A bound at the objective, reported alike in every file, stands only as what the solver's search says")
  func raisedBound() throws {
    let made = try SmallResult(changes: Self.campus + ["solver.node_limit=1"])
    defer { made.folder.remove() }
    #expect(try made.json("plan.json")["status"]?.string == "limit")
    var forgery = try Forgery(made)
    let objective = try #require(forgery.plan["objective"]?.double)
    try forgery.raiseBound(to: objective, status: "gap")
    let answer = try #require(try forgery.verdict())
    #expect(answer.findings.isEmpty, "\(answer.text)")
    let first = answer.text.split(separator: "\n").first.map(String.init) ?? ""
    let root = try VerifyTests.certified(made)
    #expect(
      VerifyTests.states(root, first, "rests on the solver's search beyond the proven bound of "), "\(first)")

    // Whoever claims the optimum against the node limit that was reached contradicts himself.
    try forgery.raiseBound(to: objective, status: "optimal")
    #expect(try forgery.verdict()?.passed != true)
    // A bound above a plan that is there is none, however it is reported.
    try forgery.raiseBound(to: objective * 1.001, status: "gap")
    #expect(try forgery.verdict()?.passed != true)
    // Nor does the certificate prove what it does not.
    try forgery.raiseBound(to: objective, status: "gap")
    forgery.certificate?.set("bound", .string(String(format: "%.2f", objective)))
    let claimed = try forgery.verdict()
    #expect(claimed?.findings.contains { $0.contains("claims a bound of") } == true)
    // Without a certificate nothing is proven, and the first line says so.
    forgery.certificate = nil
    forgery.manifest.change("files") { files in
      files = .array((files.array ?? []).filter { $0.string != "certificate.json" })
    }
    let bare = try #require(try forgery.verdict())
    #expect(bare.verdict.contains("rests on the solver's search alone: no bound is proven"), "\(bare.text)")
  }

  @Test("Thirty forgeries of several files")
  func forgeries() throws {
    let made = try SmallResult(changes: Self.campus)
    defer { made.folder.remove() }
    let objective = try #require(try made.json("plan.json")["objective"]?.double)
    let other = try SmallResult(changes: ["demand.gpus={ 2029 = 4000, 2030 = 12000 }"])
    defer { other.folder.remove() }
    typealias Edit = (inout Forgery) throws -> Void
    func both(_ key: String, _ value: JSONValue) -> Edit {
      {
        $0.plan.set(key, value)
        $0.manifest.set(key, value)
      }
    }
    func site(_ edit: @escaping (inout JSONValue) -> Void) -> Edit {
      { forgery in
        forgery.plan.change("sites") { sites in
          let place = sites.array?.firstIndex { $0["selected"]?.bool == true } ?? 0
          sites.changeEntry(place, edit)
        }
      }
    }
    func multipliers(_ edit: @escaping ([Double]) -> [Double]) -> Edit {
      { forgery in
        forgery.certificate?.change("row_multipliers") { list in
          list = .array(edit((list.array ?? []).compactMap(\.double)).map { .number($0) })
        }
      }
    }
    let edits: [(String, Edit)] = [
      ("status of plan and manifest", both("status", "gap")),
      ("termination of plan and manifest", both("termination", "timeLimit")),
      ("a solution that was taken over", both("termination", "imported")),
      ("a word that is no ending", both("termination", "proven")),
      ("no plan found", both("status", "unknown")),
      ("infeasible although there is a plan", both("status", "infeasible")),
      ("a limit", both("status", "limit")),
      (
        "a wider gap asked for in plan and options",
        {
          $0.plan.set("gap_asked", 0.5)
        }
      ),
      ("the option alone", { $0.manifest.change("options") { $0.set("gap", 0.5) } }),
      (
        "the name",
        {
          $0.plan.set("name", "Five sites")
          $0.manifest.change("scenario") { $0.set("name", "Five sites") }
        }
      ),
      (
        "a cheaper plan",
        {
          $0.plan.set("objective", .number(objective - 1))
          $0.plan.change("objectives") { $0.changeEntry(0) { $0.set("value", .number(objective - 1)) } }
        }
      ),
      (
        "capital cost plus one EUR, in sums too",
        { forgery in
          for path in [["totals", "cost"]] {
            forgery.plan.change(path[0]) {
              $0.change(path[1]) { cost in
                cost.set("capex_eur", .number((cost["capex_eur"]?.double ?? 0) + 1))
              }
            }
          }
        }
      ),
      (
        "a best amount and bound that agree with each other",
        { forgery in
          forgery.plan.change("objectives") {
            $0.changeEntry(0) {
              $0.set("best", .number(objective + 1000))
              $0.set("bound", .number(objective + 1000))
            }
          }
        }
      ),
      ("fewer blocks", site { $0.change("blocks") { $0.changeEntry(0) { $0.set("blocks", 1) } } }),
      ("another connection", site { $0.change("connection") { $0.set("substation", "South-West") } }),
      ("an earlier year", site { $0.set("opens_year", 2028) }),
      (
        "an explanation of what is no question",
        {
          $0.plan.set("explanation", ["relaxations": [], "alternatives": [], "proven": true])
        }
      ),
      ("emptied multipliers", multipliers { $0.map { _ in 0 } }),
      (
        "no multipliers at all",
        { forgery in
          try multipliers { _ in [] }(&forgery)
          forgery.certificate?.set("rows", 0)
        }
      ),
      ("multipliers on sides that rows do not have", multipliers { $0.map { $0 == 0 ? -1e-300 : $0 } }),
      ("half the multipliers", multipliers { $0.map { $0 / 2 } }),
      ("the certificate without its count of rows", { $0.certificate?.remove("rows") }),
      ("the certificate of another plan", { $0.certificate = try other.json("certificate.json") }),
      (
        "a certificate that proves there is no plan",
        {
          $0.certificate?.set("proves", "infeasible")
          for key in ["objective_number", "objective", "unit", "sense", "bound"] {
            $0.certificate?.remove(key)
          }
        }
      ),
      (
        "another demand in the recorded scenario",
        {
          $0.manifest.change("scenario") { scenario in
            let text = scenario["effective"]?.string ?? ""
            scenario.set("effective", .string(text.replacing("41000", with: "40000")))
          }
        }
      ),
      (
        "another demand in scenario and what was set",
        {
          $0.manifest.change("scenario") { scenario in
            let text = scenario["effective"]?.string ?? ""
            scenario.set("effective", .string(text.replacing("41000", with: "20000")))
          }
          $0.manifest.change("options") { $0.set("set", []) }
        }
      ),
      (
        "inputs without digests",
        {
          $0.manifest.change("inputs") { inputs in
            for place in 0..<(inputs.array?.count ?? 0) { inputs.changeEntry(place) { $0.set("sha256", "") } }
          }
        }
      ),
      ("no inputs", { $0.manifest.set("inputs", []) }),
      (
        "an end of the search that the plan does not know",
        {
          $0.manifest.change("search") { search in
            search.changeEntry((search.array?.count ?? 1) - 1) { $0.set("bound", .number(objective * 0.9)) }
          }
        }
      ),
      (
        "a search without an end",
        {
          $0.manifest.change("search") { $0 = .array(($0.array ?? []).dropLast()) }
        }
      ),
      (
        "a file taken off the list and away",
        {
          $0.manifest.change("files") { $0 = .array(($0.array ?? []).filter { $0.string != "costs.csv" }) }
          $0.other["costs.csv"] = .some(nil)
        }
      ),
      (
        "page and maps of another plan",
        { forgery in
          for name in ["report.html", "plan.gpkg", "sites.geojson", "connections.geojson"] {
            forgery.other[name] = other.files[name]
          }
        }
      ),
      (
        "everything of another plan but its inputs",
        { forgery in
          for (name, bytes) in other.files
          where !["manifest.json", "plan.json", "certificate.json"].contains(name) {
            forgery.other[name] = bytes
          }
          forgery.plan = try other.json("plan.json")
          forgery.certificate = try other.json("certificate.json")
        }
      ),
      ("a day that is none", { $0.manifest.set("date", "2026-02-30") }),
      (
        "a layer read in less than no time",
        {
          $0.manifest.change("layers") { $0.changeEntry(0) { $0.set("elapsed_seconds", -1) } }
        }
      ),
    ]
    #expect(edits.count >= 30)
    let standing = try Forgery(made).verdict()
    #expect(standing?.passed == true, "\(standing?.text ?? "")")
    for (words, edit) in edits {
      var forgery = try Forgery(made)
      try edit(&forgery)
      let answer = try forgery.verdict()
      #expect(answer?.passed != true, "\(words): \(answer?.text ?? "")")
      if let answer { #expect(!answer.findings.isEmpty) }
    }
  }

  @Test("A scenario that has plans, kept as one that has none")
  func hiddenPlan() throws {
    // What a search says where nothing but branching shows that there is no plan: no certificate.
    let made = try SmallResult(changes: ["limits.budget_eur=5e8"])
    defer { made.folder.remove() }
    var forgery = try Forgery(made)
    forgery.certificate = nil
    forgery.manifest.change("files") { files in
      files = .array((files.array ?? []).filter { $0.string != "certificate.json" })
    }
    let unproven = try #require(try forgery.verdict())
    #expect(unproven.passed, "\(unproven.text)")
    #expect(unproven.verdict.hasPrefix("not proven here: that no plan meets all rules"), "\(unproven.text)")

    forgery.manifest.change("scenario") { scenario in
      let text = scenario["effective"]?.string ?? ""
      scenario.set(
        "effective", .string(text.replacing("budget_eur = 500000000.0", with: "budget_eur = 5000000000.0")))
    }
    forgery.manifest.change("options") { $0.set("set", ["limits.budget_eur=5e9"]) }
    forgery.manifest.set(
      "changes",
      ["--set limits.budget_eur=5000000000.0 changes 1 value: limits.budget_eur: nothing -> 5000000000.0"])
    let answer = try #require(try forgery.verdict())
    #expect(!answer.passed)
    #expect(
      answer.findings.contains { $0.contains("there is a plan that meets every rule") }, "\(answer.text)")
  }
}

extension JSONValue {
  /// Puts a value in the place of a member's, or adds the member.
  mutating func set(_ name: String, _ value: JSONValue) {
    guard var members else { return }
    if let place = members.firstIndex(where: { $0.name == name }) {
      members[place].value = value
    } else {
      members.append(.init(name, value))
    }
    self = .object(members)
  }

  mutating func remove(_ name: String) {
    if let members { self = .object(members.filter { $0.name != name }) }
  }

  mutating func change(_ name: String, _ edit: (inout JSONValue) -> Void) {
    guard var value = self[name] else { return }
    edit(&value)
    set(name, value)
  }

  mutating func changeEntry(_ place: Int, _ edit: (inout JSONValue) -> Void) {
    guard var values = array, values.indices.contains(place) else { return }
    edit(&values[place])
    self = .array(values)
  }
}
