// SPDX-License-Identifier: GPL-3.0-or-later

/// Layers that cannot be used, with everything that is wrong with them.
public struct GeodataFailure: Error, Sendable, Equatable, CustomStringConvertible {
  /// One thing that is wrong.
  public struct Finding: Sendable, Equatable {
    /// Layer it was found in, as declared.
    public var layer: String
    /// Source of the layer.
    public var source: String
    /// What is wrong, where, and what to do.
    public var message: String
    /// Whether the source could not be opened at all, as opposed to holding something unusable.
    public var cannotOpen: Bool

    /// One thing that is wrong.
    public init(layer: String, source: String, message: String, cannotOpen: Bool = false) {
      self.layer = layer
      self.source = source
      self.message = message
      self.cannotOpen = cannotOpen
    }
  }

  /// Everything that is wrong, in the order of the layers.
  public var findings: [Finding]

  /// Layers that cannot be used.
  public init(findings: [Finding]) { self.findings = findings }

  public var description: String {
    findings.map { "layer '\($0.layer)' (\($0.source)): \($0.message)" }.joined(separator: "\n")
  }
}
