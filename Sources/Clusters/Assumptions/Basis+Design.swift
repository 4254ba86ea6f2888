// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

extension Basis {
  /// The word for readers of a design, whose estimates are assumptions of the engine.
  package var designWord: String { self == .estimated ? "assumption" : rawValue }
}
