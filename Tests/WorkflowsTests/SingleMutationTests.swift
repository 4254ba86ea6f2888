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

  /// How many changes each part below finds through the whole of verify, at least.
  private static let least = [
    "plan": [104, 103], "manifest": [69], "certificate": [49], "derived": [81], "files": [36],
    "without a plan": [58], "limit": [38],
  ]

  /// Verifies after each change alone: a fault that ends with 6, or, of a file that is no such document at
  /// all, a refusal as input.
  private func expectCaught(_ mutations: [Mutation], in made: SmallResult, part: String, _ number: Int = 0)
    throws
  {
    let standing = try made.verify()
    try #require(standing.passed, "the result itself does not stand: \(standing.text)")
    var found = 0
    for mutation in mutations {
      try made.put([mutation.file: mutation.bytes])
      defer { try? made.restore([mutation.file]) }
      do {
        let answer = try made.verify()
        #expect(!answer.passed && !answer.findings.isEmpty, "\(mutation.words)")
        found += answer.passed ? 0 : 1
      } catch let failure as WorkflowFailure {
        #expect(!failure.findings.isEmpty, "\(mutation.words)")
      }
    }
    let least = try #require(Self.least[part]?[number])
    #expect(found >= least, "\(part): \(found) of \(mutations.count)")
  }

  @Test("The parts below make at least 500 single changes")
  func count() {
    #expect(Self.least.values.joined().reduce(0, +) >= 500)
  }

  @Test("plan.json", arguments: 0..<2)
  func plan(half: Int) throws {
    let made = try SmallResult(changes: Self.campus)
    defer { made.folder.remove() }
    let all = try JSONMutations(made.json("plan.json")).files("plan.json")
    let mutations = all.enumerated().filter { $0.offset % 2 == half }.map(\.element)
    try expectCaught(mutations, in: made, part: "plan", half)
  }

  @Test("manifest.json and certificate.json")
  func record() throws {
    let made = try SmallResult(changes: Self.campus, gap: 0)
    defer { made.folder.remove() }
    let manifest = JSONMutations(try made.json("manifest.json")).files("manifest.json")
    try expectCaught(manifest, in: made, part: "manifest")
    let certificate = JSONMutations(try made.json("certificate.json"), most: 60).files("certificate.json")
    try expectCaught(certificate, in: made, part: "certificate")
  }

  /// Files from which nothing else follows: verify holds them byte by byte against the ones made again, so
  /// that all their changes can be tried on the comparison itself, and some of each file, one at a time, on
  /// the whole.
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
    // Spread over each file, so that every file and kind of change goes through the whole.
    let chosen = mutations.flatMap { ofFile in
      let count = min(Self.ofEachFile, ofFile.count)
      return (0..<count).map { ofFile[$0 * ofFile.count / count] }
    }
    #expect(Set(chosen.map(\.file)).count == made.files.count - 3)
    try expectCaught(chosen, in: made, part: "derived")
  }

  /// Changes of each file that is made from the plan.
  private static let ofEachFile = 9

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
    try expectCaught(mutations, in: made, part: "files")
  }

  @Test("Results without a plan, and ones that a limit ended", arguments: ["without a plan", "limit"])
  func others(part: String) throws {
    let isLimit = part == "limit"
    let made = try SmallResult(
      changes: isLimit ? Self.campus + ["solver.node_limit=1"] : ["limits.budget_eur=5e8"])
    defer { made.folder.remove() }
    let mutations = try ["plan.json", "certificate.json"].flatMap { name in
      JSONMutations(try made.json(name)).files(name).filter {
        !$0.words.contains(".sites[]") && !$0.words.contains(".assumptions[]")
      }
    }
    // Every other one: the keys are those of a result with a plan, which are all tried above.
    let chosen = mutations.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    try expectCaught(chosen, in: made, part: part)
  }
}
