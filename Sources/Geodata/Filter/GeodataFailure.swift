// SPDX-License-Identifier: GPL-3.0-or-later

/// Layers that cannot be used, with everything that is wrong with them.
package struct GeodataFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// One thing that is wrong.
  package struct Finding: Sendable, Equatable {
    /// Layer it was found in, as declared.
    package var layer: String
    /// Source of the layer.
    package var source: String
    /// What is wrong, where, and what to do.
    package var message: String
    /// Whether the source could not be opened at all, as opposed to holding something unusable.
    package var cannotOpen: Bool

    /// One thing that is wrong.
    package init(layer: String, source: String, message: String, cannotOpen: Bool = false) {
      self.layer = layer
      self.source = source
      self.message = message
      self.cannotOpen = cannotOpen
    }
  }

  /// Everything that is wrong, in the order of the layers.
  package var findings: [Finding]

  /// Layers that cannot be used.
  package init(findings: [Finding]) { self.findings = findings }

  package var description: String {
    findings.map { "layer '\($0.layer)' (\($0.source)): \($0.message)" }.joined(separator: "\n")
  }
}
