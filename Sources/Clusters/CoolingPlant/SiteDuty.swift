// SPDX-License-Identifier: GPL-3.0-or-later

/// A duty that the law ties to the size of a data centre.
package struct SiteDuty: Sendable, Equatable, Codable {
  /// The laws.
  package enum Law: String, Sendable, Codable, CaseIterable {
    /// France: use of the waste heat, law 2025-391, article 25; energy code, L. 236-1 to L. 236-3; decree
    /// 2025-1382.
    case frenchHeatReuse = "french-heat-reuse"
    /// European Union: yearly report, Regulation (EU) 2024/1364.
    case europeanReporting = "european-reporting"
  }

  /// The law.
  package var law: Law
  /// Power from which it applies, MW.
  package var thresholdMW: Double
  /// Power of the site that is held against it, MW: at the meter for heat, IT for the report.
  package var siteMW: Double

  /// Whether the site reaches the threshold.
  package var applies: Bool { siteMW >= thresholdMW * (1 - 1e-9) }

  /// What the law asks, in plain words.
  package var sentence: String {
    switch law {
    case .frenchHeatReuse:
      "From \(PlantArithmetic.text(thresholdMW)) MW on, a French data centre must make use of its waste heat "
        + "(law 2025-391, article 25; energy code, L. 236-1 to L. 236-3; decree 2025-1382); derogations exist."
    case .europeanReporting:
      "From \(PlantArithmetic.text(thresholdMW * 1_000)) kW of IT on, energy, water, heat and renewables are reported "
        + "every year by 15 May (Regulation (EU) 2024/1364)."
    }
  }

  /// Every duty with the power of a site.
  static func all(itMW: Double, gridMW: Double) -> [SiteDuty] {
    [
      SiteDuty(law: .frenchHeatReuse, thresholdMW: 1, siteMW: gridMW),
      SiteDuty(law: .europeanReporting, thresholdMW: 0.5, siteMW: itMW),
    ]
  }
}
