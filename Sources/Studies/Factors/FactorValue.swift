// SPDX-License-Identifier: GPL-3.0-or-later

/// A value that a factor may take.
package enum FactorValue: Sendable, Hashable, CustomStringConvertible {
  /// A number, in the unit of the input that the factor changes, or a ratio where the factor multiplies.
  case number(Double)
  /// A text, such as the name of a product.
  case text(String)
  /// Yes or no.
  case bool(Bool)

  /// The number, or nil for a text or a yes or no.
  package var number: Double? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The value as a person writes it; whole numbers without a decimal point.
  package var description: String {
    switch self {
    case .number(let value):
      value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
    case .text(let text): text
    case .bool(let bool): bool ? "true" : "false"
    }
  }

  /// Whether the value can be used at all: any text, any yes or no, any number that is finite.
  var isFinite: Bool { number?.isFinite ?? true }
}
