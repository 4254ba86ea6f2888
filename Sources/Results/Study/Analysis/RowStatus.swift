// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
import Studies

extension StudyResult.Row {
  /// What is known of a case, as tables show it.
  package enum Status: RawRepresentable, Hashable, Sendable, CaseIterable {
    /// What the file of the case says of its plan.
    case answered(Plan.Status)
    /// Only a bound was asked for, and there is one.
    case bound
    /// It could not be read or solved.
    case failed
    /// It was not run, or not to its end.
    case notRun

    /// In the order in which they are counted.
    package static let allCases: [Self] = [
      .answered(.optimal), .answered(.gap), .answered(.limit), .bound, .answered(.infeasible),
      .answered(.unknown), .failed, .notRun,
    ]

    package init?(rawValue: String) {
      guard let status = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
      self = status
    }

    /// Its name in files.
    package var rawValue: String {
      switch self {
      case .answered(let status): status.rawValue
      case .bound: "bound"
      case .failed: StudyOutcome.failed.rawValue
      case .notRun: StudyOutcome.notRun.rawValue
      }
    }
  }

  /// What is known of the case.
  package var status: Status {
    switch outcome {
    case .bounded: .bound
    case .notRun: .notRun
    case .failed: record?.plan.status == .unknown ? .answered(.unknown) : .failed
    case .planned, .infeasible: record.map { .answered($0.plan.status) } ?? .failed
    }
  }
}
