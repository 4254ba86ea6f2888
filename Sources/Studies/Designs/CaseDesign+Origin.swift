// SPDX-License-Identifier: GPL-3.0-or-later

extension CaseDesign {
  /// How the cases of the design come about.
  package var origin: StudyCase.Origin {
    switch self {
    case .latinHypercube, .sobol, .monteCarlo: .draw
    case .grid: .combination
    case .zipped, .explicit, .oneAtATime: .chosen
    }
  }
}
