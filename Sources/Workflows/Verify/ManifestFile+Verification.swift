// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization
import Results

/// What the manifest of a result says that its inputs do not give again, and that verification therefore
/// takes over. The list is written down in docs/certificate.md with the reasons:
///
/// - the day of the run, how long each layer took, the seconds of the search: times;
/// - versions of Arpent and of the libraries: what the result was made with;
/// - what was asked beside the scenario file;
/// - the states of the search, which must end with what the plan says.
///
/// All else of the manifest is made again and compared, and its own digest covers these too.
extension ManifestFile {
  /// Whether durations are reported; without them the same inputs give the same bytes.
  var statesDurations: Bool {
    elapsedSeconds.contains { $0 != nil } || (search?.entries.contains { $0.seconds != nil } ?? false)
  }

  /// File of a solution that was taken over; nil for a search.
  var solution: ReportContext.Input? { inputs.first { $0.role == "solution" } }

  /// Times that cannot be so, whatever the inputs.
  var impossibleTimes: [String] {
    var findings: [String] = []
    if elapsedSeconds.contains(where: { ($0 ?? 0) < 0 }) {
      findings.append("manifest.json: layers: elapsed_seconds: a duration is below 0")
    }
    let seconds = (search?.entries ?? []).compactMap(\.seconds)
    if zip(seconds, seconds.dropFirst()).contains(where: { $0 > $1 }) {
      findings.append("manifest.json: search: seconds: a later state comes before an earlier one")
    }
    return findings
  }
}
