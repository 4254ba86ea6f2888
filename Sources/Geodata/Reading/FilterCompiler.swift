// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// Turns a filter into a calculation over the fields of a layer, and checks that it makes sense for them.
struct FilterCompiler {
  typealias Expression = FeatureFilter.Expression

  /// A calculation for one feature, and the kind of what it gives.
  struct Calculation {
    var kind: FilterValue.Kind
    var value: (Feature) throws -> FilterValue
  }

  /// A filter that does not fit the layer.
  struct Fault: Error {
    var message: String
  }

  let layer: Layer
  let notes: FilterNotes
  /// Columns that hold the coordinates of points; nil where features have geometries.
  let points: ColumnPoints?

  /// Places of the fields that were named, in the order of the filter.
  var indices: [Int] = []
  /// Whether the filter asks for the type or the area of the geometry.
  var needsGeometry = false

  init(_ layer: Layer, notes: FilterNotes, points: ColumnPoints? = nil) {
    self.layer = layer
    self.notes = notes
    self.points = points
  }

  // MARK: Statements

  /// A statement: true, false or, where a value is missing, nil.
  mutating func statement(_ expression: Expression) throws -> (Feature) throws -> Bool? {
    switch expression {
    case .not(let part):
      let part = try statement(part)
      return { feature in try part(feature).map { !$0 } }
    case .all(let parts):
      let parts = try parts.map { try statement($0) }
      return { feature in
        var result: Bool? = true
        for part in parts {
          switch try part(feature) {
          case false?: return false
          case nil: result = nil
          case true?: break
          }
        }
        return result
      }
    case .any(let parts):
      let parts = try parts.map { try statement($0) }
      return { feature in
        var result: Bool? = false
        for part in parts {
          switch try part(feature) {
          case true?: return true
          case nil: result = nil
          case false?: break
          }
        }
        return result
      }
    case .isMissing(let part):
      let part = try value(part)
      return { feature in if case .missing = try part.value(feature) { true } else { false } }
    case .compare(let comparison, let one, let other): return try compare(comparison, one, other)
    case .isIn(let part, let list):
      let equals = try list.map { try compare(.equal, part, $0) }
      return { feature in
        var result: Bool? = false
        for equal in equals {
          switch try equal(feature) {
          case true?: return true
          case nil: result = nil
          case false?: break
          }
        }
        return result
      }
    case .like(let part, let pattern, let escape, let ignoresCase):
      return try like(part, pattern, escape, ignoresCase)
    case .truth(let truth): return { _ in truth }
    case .field, .integer, .real, .text, .missing, .negative, .arithmetic, .function, .cast:
      let found = try value(expression)
      guard found.kind == .truth else {
        throw Fault(message: "\(words(expression)) holds \(found.kind.words) and is no condition; compare it")
      }
      return { feature in if case .truth(let truth) = try found.value(feature) { truth } else { nil } }
    }
  }

  private mutating func like(
    _ part: Expression, _ pattern: Expression, _ escape: Character?, _ ignoresCase: Bool
  ) throws -> (Feature) throws -> Bool? {
    let found = try value(part)
    guard found.kind == .text || found.kind == .missing else {
      throw Fault(
        message:
          "\(words(part)) holds \(found.kind.words), and LIKE compares texts; write CAST(\(sql(part)) AS CHARACTER) LIKE ..."
      )
    }
    if case .text(let text) = pattern {
      let pattern = LikePattern(text, escape: escape, ignoresCase: ignoresCase)
      let anyCase = LikePattern(text, escape: escape, ignoresCase: true)
      let (notes, name) = (notes, words(part))
      return { feature in
        guard let value = try found.value(feature).text else { return nil }
        if pattern.fits(value) { return true }
        if !ignoresCase, anyCase.fits(value) { notes.noteCase(value, text, field: name) }
        return false
      }
    }
    let wanted = try value(pattern)
    return { feature in
      guard let text = try found.value(feature).text, let pattern = try wanted.value(feature).text else {
        return nil
      }
      return LikePattern(pattern, escape: escape, ignoresCase: ignoresCase).fits(text)
    }
  }

  // MARK: Comparisons

  private mutating func compare(
    _ comparison: FeatureFilter.Comparison, _ one: Expression, _ other: Expression
  ) throws -> (Feature) throws -> Bool? {
    // An empty text is no value, so that to be equal to it is to have none.
    for (part, empty) in [(one, other), (other, one)] where empty == .text("") {
      switch comparison {
      case .equal: return try statement(.isMissing(part))
      case .notEqual: return try statement(.not(.isMissing(part)))
      default: throw Fault(message: "nothing is less or greater than an empty text; write IS NOT NULL")
      }
    }
    var (a, b) = (try value(one), try value(other))
    try bring(&a, one, to: b, other, comparison)
    try bring(&b, other, to: a, one, comparison)
    let literal: String? = if case .text(let text) = other, b.kind == .text { text } else { nil }
    let notes = notes
    let name = words(one)
    return { feature in
      let (left, right) = (try a.value(feature), try b.value(feature))
      guard let order = left.order(right) else { return nil }
      if let literal, order != 0, let text = left.text { notes.noteNear(text, literal, field: name) }
      switch comparison {
      case .equal: return order == 0
      case .notEqual: return order != 0
      case .less: return order < 0
      case .notGreater: return order <= 0
      case .greater: return order > 0
      case .notLess: return order >= 0
      }
    }
  }

  /// Makes one side of a comparison comparable with the other, or says why it is not.
  private func bring(
    _ side: inout Calculation, _ expression: Expression, to other: Calculation, _ otherExpression: Expression,
    _ comparison: FeatureFilter.Comparison
  ) throws {
    if side.kind == .missing || other.kind == .missing { return }
    for (kind, part) in [(side.kind, expression), (other.kind, otherExpression)] where kind == .other {
      throw Fault(message: "\(words(part)) holds lists or bytes, which cannot be compared")
    }
    let isOrder = comparison != .equal && comparison != .notEqual
    switch (side.kind, other.kind) {
    case (.text, .moment):
      side = try moment(side, expression)
    case (.text, .text) where isOrder || !isLiteral(expression):
      if isOrder, case .text(let literal) = expression, let day = FilterMoment.dayFirst(literal) {
        throw Fault(
          message: "'\(literal)' is a date with the day first, which has no order as a text; write '\(day)'")
      }
      // Texts that are dates are compared as dates: their order as texts depends on how they are written.
      guard case .text(let literal) = otherExpression, FilterMoment(literal) != nil else { return }
      side = datedText(side, expression, isOrder: isOrder)
    case (.text, .integer), (.text, .real):
      guard case .text(let literal) = expression else {
        let number = sql(otherExpression)
        throw Fault(
          message:
            "\(words(expression)) holds texts and \(number) is a number; write CAST(\(sql(expression)) AS FLOAT) "
            + "\(comparison.rawValue) \(number)"
            // The order of texts is not that of numbers: '10' comes before '2'.
            + (isOrder ? "" : ", or compare with a text as it is written there: '\(number)'"))
      }
      guard let number = FilterNumber.value(of: literal) else {
        throw Fault(message: "\(words(otherExpression)) holds numbers, and '\(literal)' is none")
      }
      side = Calculation(kind: .real) { _ in number }
    case (.text, .truth):
      guard case .text(let literal) = expression, let truth = Self.truth(of: literal) else {
        throw Fault(message: "\(words(otherExpression)) holds true or false; compare it with TRUE or FALSE")
      }
      side = Calculation(kind: .truth) { _ in .truth(truth) }
    case (.integer, .truth):
      guard case .integer(let number) = expression, number == 0 || number == 1 else {
        throw Fault(message: "\(words(otherExpression)) holds true or false; compare it with TRUE or FALSE")
      }
      side = Calculation(kind: .truth) { _ in .truth(number == 1) }
    case (.integer, .moment), (.real, .moment):
      throw Fault(
        message:
          "\(words(otherExpression)) holds dates, and \(words(expression)) is no date; write for example '2027-01-31'"
      )
    case (.real, .truth), (.moment, .truth):
      throw Fault(message: "\(words(otherExpression)) holds true or false; compare it with TRUE or FALSE")
    default: break
    }
  }

  private static func truth(of text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1": true
    case "false", "0": false
    default: nil
    }
  }

  /// A text as a date: a constant must be one, a field's texts that are none count as missing and are
  /// reported.
  private func moment(_ side: Calculation, _ expression: Expression) throws -> Calculation {
    if case .text(let literal) = expression {
      guard let moment = FilterMoment(literal) else {
        throw Fault(
          message: "'\(literal)' is compared with dates and is none; write year, month and day: '2027-01-31'")
      }
      return Calculation(kind: .moment) { _ in .moment(moment) }
    }
    let (notes, name) = (notes, words(expression))
    return Calculation(kind: .moment) { feature in
      guard let text = try side.value(feature).text else { return .missing }
      if let moment = FilterMoment(text) { return .moment(moment) }
      notes.noteUnreadable(text, field: name, wanted: "date (2027-01-31)")
      return .missing
    }
  }

  /// Texts that are compared with a date.
  private func datedText(_ side: Calculation, _ expression: Expression, isOrder: Bool) -> Calculation {
    let name = words(expression)
    return Calculation(kind: .moment) { feature in
      guard let text = try side.value(feature).text else { return .missing }
      if let moment = FilterMoment(text) { return .moment(moment) }
      guard isOrder else { return .text(text) }
      throw Fault(
        message:
          "\(name) is compared with a date and holds '\(text)', which is no date of the form 2027-01-31; "
          + "write its dates that way, or compare only with = and <>")
    }
  }

  private func isLiteral(_ expression: Expression) -> Bool {
    if case .text = expression { true } else { false }
  }
}
