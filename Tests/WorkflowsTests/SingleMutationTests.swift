// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import TestSupport
import Testing
import Workflows

/// Every key of every file of a result is changed, taken away and added to, one at a time; verify has to find
/// each.
@Suite("verify finds every single change of a result")
struct SingleMutationTests {
  /// A plan whose optimality rests on branching, so that no figure follows from another by chance.
  static let campus = [
    "demand.gpus={ 2029 = 21000, 2030 = 41000 }", "limits.campus_min_it_mw=45", "solver.gap=0",
  ]

  private func expectCaught(
    _ mutations: [Mutation], in made: SmallResult, least: Int, _ comment: Comment? = nil
  ) throws {
    let standing = try made.verify()
    try #require(standing.passed, "the result itself does not stand: \(standing.text)")
    #expect(mutations.count >= least, comment)
    for mutation in mutations {
      try made.put([mutation.file: mutation.bytes])
      defer { try? made.restore([mutation.file]) }
      do {
        let answer = try made.verify()
        #expect(!answer.passed, "\(mutation.words)")
      } catch is WorkflowFailure {
        // Refused as input, with the place.
      }
    }
  }

  @Test("plan.json")
  func plan() throws {
    let made = try SmallResult(changes: Self.campus)
    defer { made.folder.remove() }
    try expectCaught(JSONMutations(made.json("plan.json")).files("plan.json"), in: made, least: 200)
  }

  @Test("manifest.json and certificate.json")
  func record() throws {
    let made = try SmallResult(changes: Self.campus, gap: 0)
    defer { made.folder.remove() }
    let manifest = JSONMutations(try made.json("manifest.json")).files("manifest.json")
    try expectCaught(manifest, in: made, least: 45)
    let certificate = JSONMutations(try made.json("certificate.json"), most: 60).files("certificate.json")
    try expectCaught(certificate, in: made, least: 30)
  }

  /// Files from which nothing else follows: verify holds them byte by byte against the ones made again, so
  /// that all their changes can be tried on the comparison itself, and some of them, one of each file at a
  /// time, on the whole.
  @Test("Designs, maps, tables, GeoPackage and page")
  func derivedFiles() throws {
    let made = try SmallResult(changes: Self.campus)
    defer { made.folder.remove() }
    var mutations: [[Mutation]] = [
      FileMutations.page("report.html", made.files["report.html"] ?? [], texts: 30),
      try FileMutations.geoPackage("plan.gpkg", made.files["plan.gpkg"] ?? []),
      JSONMutations(try made.json("designs.json")).files("designs.json"),
    ]
    for (name, bytes) in made.files.sorted(by: { $0.key < $1.key }) {
      if name.hasSuffix(".geojson") {
        mutations.append(JSONMutations(try made.json(name), most: 2).files(name))
      } else if name.hasSuffix(".csv") {
        mutations.append(FileMutations.table(name, bytes))
      }
    }
    #expect(mutations.map(\.count).reduce(0, +) > 700)
    for mutation in mutations.joined() {
      let differences = FileDifference.all(
        in: mutation.file, expected: made.files[mutation.file] ?? [], found: mutation.bytes ?? [])
      #expect(!differences.isEmpty, "\(mutation.words)")
    }
    for round in 0..<12 {
      let chosen = mutations.map { $0[(round * 31) % $0.count] }
      try made.put(Dictionary(uniqueKeysWithValues: chosen.map { ($0.file, $0.bytes) }))
      defer { try? made.restore(chosen.map(\.file)) }
      let findings = try made.verify().findings
      for mutation in chosen {
        #expect(findings.contains { $0.hasPrefix("\(mutation.file): ") }, "\(mutation.words)")
      }
    }
  }

  @Test("Files that are gone, empty, or those of another plan")
  func files() throws {
    let made = try SmallResult(changes: Self.campus)
    defer { made.folder.remove() }
    let other = try SmallResult(changes: ["demand.gpus={ 2029 = 4000, 2030 = 12000 }"])
    defer { other.folder.remove() }
    var mutations: [Mutation] = []
    for (name, bytes) in made.files.sorted(by: { $0.key < $1.key }) {
      mutations.append(Mutation(words: "\(name) gone", file: name, bytes: nil))
      mutations.append(Mutation(words: "\(name) empty", file: name, bytes: []))
      if let foreign = other.files[name], foreign != bytes {
        mutations.append(Mutation(words: "\(name) of another plan", file: name, bytes: foreign))
      }
    }
    try expectCaught(mutations, in: made, least: 35)
  }

  @Test(
    "Results without a plan, and ones that a limit ended",
    arguments: [
      ["limits.budget_eur=5e8"],
      campus + ["solver.node_limit=1"],
    ])
  func others(changes: [String]) throws {
    let made = try SmallResult(changes: changes)
    defer { made.folder.remove() }
    for name in ["plan.json", "certificate.json"] {
      let short = JSONMutations(try made.json(name)).files(name).filter {
        !$0.words.contains(".sites[]") && !$0.words.contains(".assumptions[]")
      }
      try expectCaught(short, in: made, least: name == "plan.json" ? 60 : 6)
    }
  }
}
