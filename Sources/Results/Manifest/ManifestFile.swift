// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
package import Optimization
package import Quantities
import Sites

/// What `manifest.json` says, written and read again.
package struct ManifestFile: Sendable, Equatable {
  /// What came of a run, by a name that each kind of result chooses.
  struct State: Sendable, Equatable {
    var name: String
    var value: String
  }

  /// The scenario with everything in place.
  struct Scenario: Sendable, Equatable {
    var name = ""
    var effective = ""
  }

  var tool = WritingTool(version: "")
  /// GDAL, PROJ, GLPK and what else took part.
  package var libraries: [ReportContext.Library] = []
  /// The day of the run; nil where it is not reported.
  package var day: CalendarDay?
  var states: [State] = []
  /// How the search went; nil where there was none.
  package var search: SearchTrace?
  var seed: Int?
  var scenario = Scenario()
  /// What the changes of the scenario matched.
  package var changes: [String] = []
  /// What was asked beside the scenario file; nil for what is no plan.
  package var options: ReportContext.Options?
  /// Every file that was read.
  package var inputs: [ReportContext.Input] = []
  var layers: [JSONValue] = []
  /// Warnings of the run.
  package var warnings: [String] = []
  /// Files of the result.
  package var files: [String] = []

  /// Version of Arpent.
  package var toolVersion: String { tool.version }
  /// The scenario as text, changes included; empty where none is recorded.
  package var effectiveScenario: String { scenario.effective }
  /// Seconds that each layer took, in order; nil where they are not reported.
  package var elapsedSeconds: [Double?] { layers.map { $0["elapsed_seconds"]?.double } }

  init() {}

  /// Reads a manifest of any result.
  ///
  /// - Throws: `PlanReadingError` with every fault.
  package init(_ document: JSONValue) throws(PlanReadingError) {
    self = try Self.members(states: []).document(
      document, into: ManifestFile(), schema: Manifest.schema, ("a manifest", "a manifest.json"))
  }

  /// Whether a document is a manifest of Arpent's, damaged or not.
  package static func isOurs(_ document: JSONValue) -> Bool {
    document["tool"]?["name"]?.string == WritingTool.name
  }

  /// The members in the order of the file.
  var written: [JSONValue.Member] { Self.members(states: states).written(self) }

  private static func members(states: [State]) -> [FileMember<ManifestFile>] {
    [
      FileMember("schema", .whole(Manifest.schema...Manifest.schema), following: { _ in Manifest.schema }),
      FileMember("tool", \.tool, .tool), FileMember("libraries", \.libraries, .libraries),
      FileMember("date", \.day, .optional(.day)),
    ] + states.map { state in FileMember(state.name, .text, following: { _ in state.value }) } + [
      FileMember("search", ifKnown: \.search, SearchRecord.form),
      FileMember("seed", \.seed, .optional(.whole(Int.min...Int.max))),
      FileMember("scenario", \.scenario, .scenario), FileMember("changes", ifAny: \.changes, .list(.text)),
      FileMember("options", ifKnown: \.options, .options), FileMember("inputs", \.inputs, .list(.input)),
      FileMember("layers", \.layers, .list(.json)), FileMember("warnings", \.warnings, .list(.text)),
      FileMember("files", \.files, .list(.text)),
    ]
  }
}

extension FileForm where Value == ManifestFile.Scenario {
  fileprivate static var scenario: Self {
    .object(
      [FileMember("name", \.name, .text), FileMember("effective", \.effective, .text)], empty: Value())
  }
}

extension FileForm where Value == ReportContext.Options {
  fileprivate static var options: Self {
    .object(
      [
        FileMember("set", \.changes, .list(.text)), FileMember("gap", \.gap, .optional(.number)),
        FileMember("time_limit_seconds", \.timeLimitSeconds, .optional(.number)),
        FileMember("seed", \.seed, .optional(.whole(Int.min...Int.max))),
      ], empty: Value())
  }
}

extension FileForm where Value == ReportContext.Input {
  fileprivate static var input: Self {
    .object(
      [
        FileMember("role", \.role, .text), FileMember("path", \.path, .text),
        FileMember("sha256", \.sha256, .text),
      ], empty: Value(role: "", path: "", sha256: ""))
  }
}

extension FileForm where Value == [ReportContext.Library] {
  /// The version of each by its name.
  fileprivate static var libraries: Self {
    Self(write: { .object($0.map { JSONValue.Member($0.name, .string($0.version)) }) }) {
      value, path, faults in
      guard let members = value.members else { return faults.refuse(value, at: path, needed: "an object") }
      var libraries: Value = []
      for member in members {
        guard let version = FileForm<String>.text.read(member.value, "\(path).\(member.name)", &faults)
        else { continue }
        libraries.append(ReportContext.Library(member.name, version: version))
      }
      return libraries
    }
  }
}

extension FileForm where Value == CalendarDay {
  fileprivate static var day: Self {
    Self(write: { .string($0.description) }) { value, path, faults in
      guard let text = FileForm<String>.text.read(value, path, &faults) else { return nil }
      let parts = text.split(separator: "-").compactMap { Int($0) }
      if parts.count == 3, let day = CalendarDay(year: parts[0], month: parts[1], day: parts[2]),
        day.description == text
      {
        return day
      }
      faults.report(path, "this is no day")
      return nil
    }
  }
}
