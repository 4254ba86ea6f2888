// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Testing

@Suite("Model")
struct ModelTests {
  @Test("Terms on the same variable are summed, zero terms dropped, and the constant moves to the bounds")
  func rowsAreNormalised() throws {
    var model = Model()
    let x = try model.addVariable()
    let y = try model.addVariable()
    var expression = LinearExpression(constant: 5)
    expression.add(2, y)
    expression.add(1, x)
    expression.add(3, y)
    expression.add(4, x)
    expression.add(-5, x)
    try model.addConstraint(expression, lower: 7, upper: 12)
    #expect(model.columnIndex == [1])
    #expect(model.coefficient == [5])
    #expect(model.rowLower == [2])
    #expect(model.rowUpper == [7])
    #expect(model.rowStart == [0, 1])
  }

  @Test("Bounds of integer columns become whole numbers inside the given ones")
  func integerBoundsAreRoundedInwards() throws {
    var model = Model()
    _ = try model.addVariable(lower: 0.2, upper: 3.9, integer: true)
    #expect(model.columnLower == [1])
    #expect(model.columnUpper == [3])
    #expect(throws: ModelError.self) { try model.addVariable(lower: 0.2, upper: 0.8, integer: true) }
  }

  @Test(
    "Numbers that are not finite are refused",
    arguments: [Double.nan, .infinity, -.infinity])
  func nonFiniteIsRefused(value: Double) throws {
    var model = Model()
    let x = try model.addVariable()
    #expect(throws: ModelError.self) { try model.addVariable(cost: value) }
    var expression = LinearExpression()
    expression.add(value, x)
    #expect(throws: ModelError.self) { try model.addConstraint(expression, upper: 1) }
    #expect(throws: ModelError.self) { try model.addConstraint(LinearExpression(), lower: .nan) }
    #expect(model.rowCount == 0)
  }

  @Test("Crossed bounds and foreign columns are refused")
  func faultsAreNamed() throws {
    var model = Model()
    #expect(throws: ModelError.crossedBounds("column 0", lower: 2, upper: 1)) {
      try model.addVariable(lower: 2, upper: 1)
    }
    var expression = LinearExpression()
    expression.add(1, Variable(column: 7))
    #expect(throws: ModelError.unknownColumn(7, row: 0)) {
      try model.addConstraint(expression, upper: 1)
    }
  }

  @Test("A binary is an integer column within 0 and 1")
  func binaries() throws {
    var model = Model()
    let binary = try model.addBinary()
    let integer = try model.addVariable(upper: 2, integer: true)
    let continuous = try model.addVariable(upper: 1)
    #expect(model.isBinary(binary))
    #expect(!model.isBinary(integer))
    #expect(!model.isBinary(continuous))
  }
}
