// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@testable import Scenarios

/// Small study files in memory, on the scenario of `ScenarioFixture`.
enum StudyFixture {
  static let path = "work/studies/study.toml"
  static let csvPath = "work/studies/cases.csv"

  /// What every study needs.
  static let head = """
    schema = 1
    name = "Study"
    base = "../scenarios/plan.toml"

    """

  /// Two factors with levels.
  static let factors = """
    [[factors]]
    name = "energy"
    path = "cost.energy_eur_per_mwh"
    unit = "EUR/MWh"
    levels = [50, 70]
    [[factors]]
    name = "ask"
    path = "demand.gpus.*"
    verb = "multiply"
    levels = [1, 1.2, 1.4]

    """

  /// A reader of a study file with these texts.
  static func reader(_ text: String, csv: String? = nil) -> StudyReader {
    var files = ScenarioFixture.files
    files[path] = text
    files[csvPath] = csv
    return StudyReader(files: .memory(files))
  }

  /// The study of a text.
  static func study(_ text: String, csv: String? = nil) throws -> Study {
    try reader(text, csv: csv).study(path)
  }

  /// The cases of a text without stress tests.
  static func cases(_ text: String, csv: String? = nil, estimates: [NamedQuantity] = []) throws -> StudyCases
  {
    try study(text, csv: csv).cases(stress: { _ in [] }, estimates: estimates)
  }

  /// What is wrong with a text, a line a finding, without the path of the folder.
  static func findings(_ text: String, csv: String? = nil, estimates: [NamedQuantity] = []) -> [String] {
    do {
      _ = try cases(text, csv: csv, estimates: estimates)
      return []
    } catch let failure as InputFailure {
      return failure.findings.map { finding in
        var short = finding
        if short.place.file.hasPrefix("work/studies/") { short.place.file.removeFirst("work/studies/".count) }
        return short.description
      }
    } catch {
      return ["\(error)"]
    }
  }
}
