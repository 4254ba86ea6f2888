// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Optimization
import Testing

@testable import BoundProof

/// What cannot be a proof is refused with everything that is wrong, and never ends the process.
@Suite struct RefusalTests {
  private func model() throws -> Model {
    try Models.model(
      columns: [(0, 1, 1)], rows: [([(0, 1)], 0, 1), ([(0, 1)], 0, 1), ([(0, 1)], 0, 1)])
  }

  @Test func notANumberAndInfinityAreRefusedWithTheirPositions() throws {
    let expected = BoundProofError.notFinite(what: "row multipliers", positions: [0, 2])
    #expect(throws: expected) {
      try ExactBound(model: model(), rowMultipliers: [.nan, 0, .infinity])
    }
    #expect(throws: expected) {
      try InfeasibilityProof(model: model(), rowMultipliers: [-.infinity, 0, .nan])
    }
    #expect(throws: BoundProofError.notFinite(what: "column values", positions: [0])) {
      try ExactCheck(of: [.nan], in: model())
    }
    #expect(throws: BoundProofError.notFinite(what: "tolerances", positions: [1])) {
      try ExactCheck(of: [0], in: model(), integerTolerance: .infinity)
    }
    #expect("\(expected)" == "row multipliers must be finite numbers; not so at positions 0, 2")
  }

  @Test func wrongLengthsAreRefused() throws {
    #expect(throws: BoundProofError.wrongCount(what: "row multipliers", expected: 3, found: 2)) {
      try ExactBound(model: model(), rowMultipliers: [0, 0])
    }
    #expect(throws: BoundProofError.wrongCount(what: "row multipliers", expected: 3, found: 4)) {
      try InfeasibilityProof(model: model(), rowMultipliers: [0, 0, 0, 0])
    }
    #expect(throws: BoundProofError.wrongCount(what: "column values", expected: 1, found: 0)) {
      try ExactCheck(of: [], in: model())
    }
  }

  @Test func damagedModelsAreRefused() throws {
    let text = try #require(String(data: JSONEncoder().encode(model()), encoding: .utf8))
    let damages = [
      ("\"columnIndex\":[0,0,0]", "\"columnIndex\":[0,7,0]"),
      ("\"columnIndex\":[0,0,0]", "\"columnIndex\":[0,-1,0]"),
      ("\"columnIndex\":[0,0,0]", "\"columnIndex\":[0,0]"),
      ("\"rowStart\":[0,1,2,3]", "\"rowStart\":[0,2,1,3]"),
      ("\"rowStart\":[0,1,2,3]", "\"rowStart\":[0,1,2,9]"),
      ("\"rowStart\":[0,1,2,3]", "\"rowStart\":[]"),
      ("\"columnLower\":[0]", "\"columnLower\":[]"),
      ("\"isInteger\":[false]", "\"isInteger\":[]"),
      ("\"rowUpper\":[1,1,1]", "\"rowUpper\":[1,1]"),
    ]
    for (good, bad) in damages {
      #expect(text.contains(good))
      let damaged = text.replacing(good, with: bad)
      let model = try JSONDecoder().decode(Model.self, from: Data(damaged.utf8))
      #expect(throws: BoundProofError.self) { try ExactBound(model: model, rowMultipliers: [0, 0, 0]) }
      #expect(throws: BoundProofError.self) { try ExactCheck(of: [0], in: model) }
      #expect(throws: BoundProofError.self) {
        try InfeasibilityProof(model: model, rowMultipliers: [0, 0, 0])
      }
    }
  }

  @Test func boundsWithoutAnyNumberBetweenAreRefused() throws {
    var model = Model()
    let column = try model.addVariable()
    try model.setBounds(of: column, lower: .infinity, upper: .infinity)
    #expect(throws: BoundProofError.faultyModel("the bounds of column 0 are inf and inf")) {
      try ExactBound(model: model, rowMultipliers: [])
    }
    var constant = Model()
    constant.objectiveConstant = .nan
    #expect(throws: BoundProofError.faultyModel("a coefficient is not a finite number")) {
      try ExactBound(model: constant, rowMultipliers: [])
    }
  }
}
