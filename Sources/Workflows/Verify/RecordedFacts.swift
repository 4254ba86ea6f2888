// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Optimization
import Results
import Sites

/// What the manifest of a result says that its inputs do not give again, and that verification therefore
/// takes over. The list is written down in docs/certificate.md with the reasons:
///
/// - the day of the run, how long each layer took, the seconds of the search: times;
/// - versions of Arpent and of the libraries: what the result was made with;
/// - what was asked beside the scenario file;
/// - the states of the search, which must end with what the plan says.
///
/// All else of the manifest is made again and compared, and its own digest covers these too.
struct RecordedFacts {
  /// The day of the run; nil where it is not reported.
  private(set) var day: CalendarDay?
  /// Seconds for each layer, in order; nil where they are not reported.
  private(set) var elapsedSeconds: [Double?]
  /// How the search went; nil where the manifest does not tell.
  private(set) var search: SearchTrace?
  /// Version of Arpent.
  let toolVersion: String
  /// Libraries that took part.
  let libraries: [ReportContext.Library]
  /// What was asked beside the scenario file.
  let options: ReportContext.Options
  /// Every file that was read.
  let inputs: [ReportContext.Input]
  /// What the changes of the scenario matched.
  let changes: [String]
  /// Warnings of the run.
  let warnings: [String]
  /// The scenario, changes included.
  let effectiveScenario: String
  /// Files of the result.
  let files: [String]
  /// What cannot be so, whatever the inputs.
  private(set) var findings: [String] = []

  /// Reads what can be read; what cannot is missed when the manifest is made again.
  init(_ manifest: JSONValue) {
    func texts(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }
    elapsedSeconds = (manifest["layers"]?.array ?? []).map { $0["elapsed_seconds"]?.double }
    toolVersion = manifest["tool"]?["version"]?.string ?? ""
    libraries = (manifest["libraries"]?.members ?? []).map {
      ReportContext.Library($0.name, version: $0.value.string ?? "")
    }
    let asked = manifest["options"]
    options = ReportContext.Options(
      changes: texts(asked?["set"]), gap: asked?["gap"]?.double,
      timeLimitSeconds: asked?["time_limit_seconds"]?.double, seed: asked?["seed"]?.int)
    inputs = (manifest["inputs"]?.array ?? []).map {
      ReportContext.Input(
        role: $0["role"]?.string ?? "", path: $0["path"]?.string ?? "", sha256: $0["sha256"]?.string ?? "")
    }
    changes = texts(manifest["changes"])
    warnings = texts(manifest["warnings"])
    effectiveScenario = manifest["scenario"]?["effective"]?.string ?? ""
    files = texts(manifest["files"])
    readTimes(manifest)
  }

  /// Whether durations are reported; without them the same inputs give the same bytes.
  var statesDurations: Bool {
    elapsedSeconds.contains { $0 != nil } || (search?.entries.contains { $0.seconds != nil } ?? false)
  }

  /// File of a solution that was taken over; nil for a search.
  var solution: ReportContext.Input? { inputs.first { $0.role == "solution" } }

  private mutating func readTimes(_ manifest: JSONValue) {
    if let date = manifest["date"], !date.isNull {
      let parts = (date.string ?? "").split(separator: "-").compactMap { Int($0) }
      if parts.count == 3 { day = CalendarDay(year: parts[0], month: parts[1], day: parts[2]) }
      if day == nil || day?.description != date.string { report("date: this is no day") }
    }
    if elapsedSeconds.contains(where: { ($0 ?? 0) < 0 }) {
      report("layers: elapsed_seconds: a duration is below 0")
    }
    do {
      search = try SearchRecord.trace(ofManifest: manifest)
    } catch {
      report("\(error)")
    }
    let seconds = (search?.entries ?? []).compactMap(\.seconds)
    if zip(seconds, seconds.dropFirst()).contains(where: { $0 > $1 }) {
      report("search: seconds: a later state comes before an earlier one")
    }
  }

  private mutating func report(_ message: String) { findings.append("manifest.json: \(message)") }
}
