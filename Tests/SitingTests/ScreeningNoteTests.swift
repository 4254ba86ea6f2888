// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import TestSupport
import Testing

@testable import Sites

/// Each note on rules and scores claims that something has no effect, or takes every site: the table is
/// screened again without it.
@Suite("What the notes of a screening say is so when it is screened again")
struct ScreeningNoteTests {
  private func screen(_ table: SiteTable, _ parameters: ScreeningParameters) throws -> Screening {
    try Screening(table: table, parameters: parameters)
  }

  @Test("A rule that excludes no site can be left out, one that excludes every site keeps none")
  func rules() throws {
    var reported: Set<String> = []
    for seed in 1...60 {
      var random = SeededGenerator(seed: UInt64(seed))
      let sites = Int.random(in: 1...8, using: &random)
      let isEmpty = seed % 6 == 0
      var table = try ScreeningFixture.numbers([
        ("x", (0..<sites).map { _ in isEmpty ? nil : Double(Int.random(in: 0...9, using: &random)) }),
        ("y", (0..<sites).map { _ in Double(Int.random(in: 0...9, using: &random)) }),
      ])
      if seed % 5 == 0, var column = table.column("x") {
        for row in column.values.indices { column.values[row].isUpperBound = true }
        try table.set(column)
      }
      let own = ScreeningRule(
        name: "own", attribute: "x",
        limit: ScreeningLimit(max: Double(Int.random(in: -1...10, using: &random))))
      let other = ScreeningRule(name: "other", attribute: "y", limit: ScreeningLimit(max: 8))
      for policy in [ScreeningRule.MissingPolicy.exclude, .keep] {
        let whole = try screen(table, ScreeningParameters(missing: policy, rules: [own, other]))
        let without = try screen(table, ScreeningParameters(missing: policy, rules: [other]))
        let alone = try screen(table, ScreeningParameters(missing: policy, rules: [own]))
        for note in whole.notes.map(\.message) where note.hasPrefix("rule 'own'") {
          if note.hasSuffix("excludes no site") {
            #expect(whole.keptRows == without.keptRows, "seed \(seed): \(note)")
          } else if note.hasSuffix("excludes every site") || note.contains("every site is excluded because") {
            #expect(alone.keptRows.isEmpty, "seed \(seed): \(note)")
          } else {
            Issue.record("seed \(seed): \(note)")
          }
          reported.insert(String(note.suffix(18)))
        }
        let isNobody = whole.notes.contains { $0.message.hasPrefix("no site is kept") }
        #expect(isNobody == whole.keptRows.isEmpty)
      }
    }
    #expect(reported.count >= 4, "\(reported)")
  }

  @Test(
    "A score that distinguishes none can weigh anything, and so can all where the shortlist holds every site")
  func scores() throws {
    for seed in 1...20 {
      var (table, parameters) = try ScreeningFixture.random(seed: UInt64(seed), sites: 6)
      try table.set(
        SiteTable.Column(
          name: "flat", unit: "",
          values: (0..<6).map { _ in SiteValue(.number(4), basis: .derived, source: "t") })
      )
      parameters.scores.append(ScreeningScore(name: "flat", attribute: "flat", better: .lower))
      parameters.top = seed % 2 == 0 ? 6 : 3
      let screening = try screen(table, parameters)
      #expect(
        screening.notes.contains { $0.message.hasPrefix("score 'flat' is the same at every kept site") })
      let ranking = try #require(screening.ranking)
      var heavy = parameters
      heavy.scores[heavy.scores.count - 1].weight = 3
      #expect(try #require(screen(table, heavy).ranking).ranks == ranking.ranks, "seed \(seed)")
      guard screening.notes.contains(where: { $0.message.contains("so no weight can change it") }) else {
        #expect(seed % 2 == 1)
        continue
      }
      #expect(ranking.ranks.allSatisfy { $0 <= parameters.top } && ranking.rows.count <= parameters.top)
    }
  }
}
