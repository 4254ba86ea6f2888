// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What `arpent sites` derives from layers, held against GeoPandas, Shapely, rasterstats, exactextract and
/// gdaldem. Each case is a folder of files that a Python script writes together with what every site must
/// get; see `scripts/oracles/layers_cases.py`.
@Suite("Layer indicators agree with GeoPandas, exactextract and rasterstats")
struct LayerOracleTests {
  static let cases =
    (1...12).map { "seed-\($0)" } + [
      "pack", "pack-more", "aligned", "axes", "guadeloupe", "guyane", "reunion", "mayotte", "quebec",
      "noumea",
      "greenwich", "europe", "antimeridian",
    ]

  @Test("Every value of every site equals the independent computation", arguments: cases)
  func agreement(name: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let diagnostics = try Python.run(["scripts/oracles/layers_cases.py", name, folder.path])
    let wanted = try LayerValues(reference: folder.path + "/reference.json", diagnostics: diagnostics)
    let run = try ArpentBinary.run(["sites", folder.path + "/scenario.toml", "--format", "json"])
    try #require(run.code == 0, "\(name): exit \(run.code): \(run.diagnostics)")
    let found = try LayerValues(output: run.output)
    #expect(found.values.keys.sorted() == wanted.values.keys.sorted(), "\(name): other sites")
    let differences = found.differences(from: wanted)
    let shown = differences.prefix(30).joined(separator: "\n")
    #expect(differences.isEmpty, "\(name): \(differences.count) differences\n\(shown)")
  }

  @Test("Every case that the script knows is run")
  func coverage() throws {
    let known = try Python.run(["scripts/oracles/layers_cases.py", "list"])
    #expect(known.split(separator: "\n").map(String.init).sorted() == Self.cases.sorted())
  }
}
