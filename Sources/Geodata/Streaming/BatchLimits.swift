// SPDX-License-Identifier: GPL-3.0-or-later

/// How much of a layer is in memory at a time. Results do not depend on it.
struct BatchLimits: Sendable, Equatable {
  /// Most features of a batch.
  var features = 65_536
  /// A batch ends with the feature that brings it to this many coordinates.
  var coordinates = 1_000_000
}
