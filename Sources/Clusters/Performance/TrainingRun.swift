// SPDX-License-Identifier: GPL-3.0-or-later

/// A language model to be trained.
package struct TrainingRun: Sendable, Equatable, Codable {
  /// Parameters that each token passes through; for a mixture of experts the active ones.
  package var activeParameters: Double
  /// All parameters: what memory must hold.
  package var parameters: Double
  /// Tokens of training text.
  package var tokens: Double
  /// Number format of the arithmetic.
  package var precision: ComputePrecision

  /// Parameters and tokens that are accepted, each.
  package static let countRange: ClosedRange<Double> = 1...1e18

  /// A language model to be trained; `activeParameters` nil for a dense one.
  package init(
    parameters: Double, activeParameters: Double? = nil, tokens: Double, precision: ComputePrecision = .bf16
  ) {
    self.parameters = parameters
    self.activeParameters = activeParameters ?? parameters
    self.tokens = tokens
    self.precision = precision
  }

  /// Arithmetic of the run, FLOP: six for each parameter and token, two forward and four backward (Kaplan and
  /// others 2020, arXiv 2001.08361; Hoffmann and others 2022, arXiv 2203.15556).
  package var flop: Double { 6 * activeParameters * tokens }

  func check() throws {
    try SizingError.checkPositive("number of parameters", parameters)
    try SizingError.check("number of parameters", parameters, in: Self.countRange)
    try SizingError.checkPositive("number of active parameters", activeParameters)
    try SizingError.check("number of active parameters", activeParameters, in: 0...parameters)
    try SizingError.checkPositive("number of tokens", tokens)
    try SizingError.check("number of tokens", tokens, in: Self.countRange)
  }
}
