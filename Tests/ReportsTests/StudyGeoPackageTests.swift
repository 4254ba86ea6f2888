// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Testing

@testable import Exports
@testable import Results

@Suite struct StudyGeoPackageTests {
  private func write(_ result: StudyResult, in folder: MemoryFolder, as name: String) throws -> String {
    let path = folder.file(name)
    try StudyGeoPackage.write(StudyFixture.report(result), to: path)
    return path
  }

  @Test func gdalReadsBackSitesTablesAndStyle() throws {
    let folder = MemoryFolder()
    let result = try StudyFixture.tornado()
    let path = try write(result, in: folder, as: "study.gpkg")
    try Dataset.withOpen(path) { dataset in
      #expect(try dataset.layers().map(\.name) == ["sites", "summary", "failures", "layer_styles"])
      let layer = try dataset.layer(named: "sites")
      #expect(layer.geometryType == .point)
      let sites = try layer.features()
      #expect(sites.map { $0["id"]?.text } == ["a", "b", "c"])
      #expect(sites[0]["name"]?.text == StudyFixture.hostileName)
      #expect(sites.map { $0["stability"]?.text } == ["all", "most", "some"])
      #expect(sites.map { $0["chosen_in"]?.wholeNumber } == [5, 4, 1])
      #expect(try sites[0].geometry?.coordinate() == Coordinate(x: 2.5, y: 47))
      let cases = try dataset.layer(named: "summary").features()
      #expect(cases.count == 6 && cases[1]["energy_eur_per_mwh"]?.number == 40)
      #expect(cases[0]["energy_eur_per_mwh"]?.isMissing == true && cases[5]["gpus"]?.isMissing == true)
      #expect(try dataset.layer(named: "failures").count() == 2)
      let style = try dataset.layer(named: "layer_styles").features()[0]
      #expect(style["f_table_name"]?.text == "sites" && style["useAsDefault"]?.number == 1)
      let qml = try #require(style["styleQML"]?.text)
      try XMLCheck.wellFormed(String(qml.drop { $0 != "\n" }))
      for site in sites {
        #expect(qml.contains("value=\"\(site["stability"]?.text ?? "?")\""))
      }
    }
  }

  @Test func everyStudyIsAFileAndTheSameStudyTheSameBytes() throws {
    let folder = MemoryFolder()
    for (index, result) in try StudyFixture.all().enumerated() {
      let first = try VirtualFile.read(try write(result, in: folder, as: "a\(index).gpkg"))
      let again = try VirtualFile.read(
        try write(try StudyFixture.all()[index], in: folder, as: "b\(index).gpkg"))
      #expect(first == again && !first.isEmpty)
    }
  }

  @Test func namesWithZerosAndQuotesAreWritten() throws {
    let folder = MemoryFolder()
    var result = try StudyFixture.curve()
    result.factors[0].name = "a\0b\"c' ; drop table sites"
    result.rows[0].label = "x\0y"
    let path = try write(result, in: folder, as: "odd.gpkg")
    try Dataset.withOpen(path) { dataset in
      let cases = try dataset.layer(named: "summary").features()
      #expect(cases[0]["label"]?.text == "xy")
      #expect(try dataset.layer(named: "sites").count() == 1)
    }
  }

  @Test func aFolderThatIsNotThereIsAnError() throws {
    let report = StudyFixture.report(StudyFixture.empty)
    #expect(throws: GDALError.self) {
      try StudyGeoPackage.write(report, to: "/nonexistent-folder/study.gpkg")
    }
  }
}
