// SPDX-License-Identifier: GPL-3.0-or-later

/// What a reader of an estimate of performance must know.
package enum PerformanceNote: Sendable, Equatable, Codable {
  /// The product is announced, not on sale; its rates may change.
  case announced(skuID: String)
  /// Published peaks are not reached; the utilisation is an assumption.
  case peaksAreNotReached
  /// Model, gradients and optimiser do not fit into the memory, TB.
  case modelDoesNotFit(neededTB: Double, availableTB: Double)
  /// No memory is published, so nobody knows whether the model fits.
  case memoryNotPublished(skuID: String)
  /// Reading prompts, network time and idle time are left out.
  case decodingOnly
  /// GPUs that make up no whole replica.
  case gpusLeftOver(Int)

  /// The note in plain words.
  package var sentence: String {
    switch self {
    case .announced(let skuID): "\(skuID) is announced, not on sale; its rates may change."
    case .peaksAreNotReached:
      "Published peaks are not reached; the share that training gets is an assumption."
    case .modelDoesNotFit(let neededTB, let availableTB):
      "The model with gradients and optimiser takes \(PlainWords.number(neededTB)) TB, and the GPUs hold "
        + "\(PlainWords.number(availableTB)) TB for it."
    case .memoryNotPublished(let skuID):
      "No memory is published for \(skuID), so whether the model fits is not known."
    case .decodingOnly:
      "Tokens a second count the writing of answers alone; reading prompts, network and idle time come on top."
    case .gpusLeftOver(let gpus): "\(gpus) GPUs make up no whole replica and write nothing."
    }
  }
}
