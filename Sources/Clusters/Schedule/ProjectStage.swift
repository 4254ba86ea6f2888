// SPDX-License-Identifier: GPL-3.0-or-later

/// How far a project on a site has come when it is decided to build. What exists by then takes no time.
package enum ProjectStage: String, Sendable, Codable, CaseIterable {
  /// Nothing is there but the place. What holds where nothing is known.
  case idea
  /// The permits are there.
  case permitted
  /// The building is going up, and its transformers are ordered.
  case underConstruction = "under_construction"
  /// A finished building with power.
  case inService = "in_service"
}

extension ProjectStage: Comparable {
  package static func < (a: ProjectStage, b: ProjectStage) -> Bool { a.order < b.order }

  private var order: Int {
    switch self {
    case .idea: 0
    case .permitted: 1
    case .underConstruction: 2
    case .inService: 3
    }
  }
}
