// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
package import Studies

/// `[design]`: how cases are made from factors.
package struct StudyDesign: Sendable, Equatable {
  /// What the design is.
  package enum Kind: String, Sendable, CaseIterable {
    /// Every combination of levels.
    case grid
    /// The first levels of all factors, then the second ones, and so on.
    case zip
    /// The base, and each factor alone at its low and at its high end.
    case oneAtATime = "one-at-a-time"
    /// Draws from equal strata of each factor.
    case latinHypercube = "latin-hypercube"
    /// Points of the Sobol sequence, shifted by the seed.
    case sobol
    /// Independent draws.
    case monteCarlo = "monte-carlo"
    /// Only what is written out.
    case cases

    /// Whether it draws a stated number of samples.
    package var isSampled: Bool { self == .latinHypercube || self == .sobol || self == .monteCarlo }
  }

  /// What the design is.
  package var kind: Kind
  /// Number of draws of a sampled design; 0 for any other.
  package var samples: Int

  /// A design.
  package init(_ kind: Kind, samples: Int = 0) {
    self.kind = kind
    self.samples = samples
  }

  /// The design of `Studies`; nil where all cases are written out.
  ///
  /// - Parameter seed: Seed of the draws.
  package func caseDesign(seed: UInt64) -> CaseDesign? {
    switch kind {
    case .grid: .grid
    case .zip: .zipped
    case .oneAtATime: .oneAtATime
    case .latinHypercube: .latinHypercube(samples: samples, seed: seed)
    case .sobol: .sobol(samples: samples, seed: seed)
    case .monteCarlo: .monteCarlo(samples: samples, seed: seed)
    case .cases: nil
    }
  }

  /// Reads `[design]`; nil where it is wrong.
  init?(_ table: ConfigTable) {
    let written = table.entry("kind")
    let kind = table.choice("kind", Kind.self)
    if written != nil, kind == nil {
      _ = table.node("samples")
      return nil
    }
    self.init(kind ?? .cases)
    let range = NumberRange.from(1, to: Double(CaseDesign.limit))
    if self.kind.isSampled || table.isProbe {
      guard let samples = table.integer("samples", range, table.isProbe ? .optional : .required) else {
        return nil
      }
      self.samples = samples
    } else if let node = table.node("samples") {
      let sampled = Kind.allCases.filter(\.isSampled).map { "'\($0.rawValue)'" }.joined(separator: ", ")
      table.finding(
        "samples", node, "means nothing in the design '\(self.kind.rawValue)'",
        hint: "leave it out, or choose one of \(sampled)")
    }
  }
}
