// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites
import Testing

@testable import Geodata

@Suite("Derivations that need each other")
struct DerivationLevelTests {
  private func nearest(_ name: String) -> LayerDerivation {
    LayerDerivation(
      .nearest(NearestIndicator(fields: [FieldMapping(field: "code", attribute: name)])))
  }

  private func join(_ key: String, gives: String) -> LayerDerivation {
    LayerDerivation(
      .join(
        JoinIndicator(
          siteKey: key, layerKey: "code", fields: [FieldMapping(field: "next", attribute: gives)])))
  }

  private func read(_ layers: [(String, [LayerDerivation])], jobs: Int = 1) throws -> SiteTable {
    let folder = try LayerFolder()
    defer { folder.remove() }
    let sites = try folder.layer("sites.geojson", GeoJSON.points([("a", 2, 48, #","own":"k1""#)]))
    let sources = try layers.map {
      try folder.layer(
        "\($0.0).csv", "code,next,WKT\nk1,k2,POINT (2 48)\nk2,k3,POINT (3 48)\nk3,k4,POINT (4 48)\n",
        derivations: $0.1, crs: "EPSG:4326")
    }
    return try SiteTableReader(sites: SiteReader(declared: sites), layers: sources, jobs: jobs).read().table
  }

  @Test(
    "A chain runs in levels, whatever the names of the layers; columns keep the order of the declaration",
    arguments: [1, 4])
  func chain(jobs: Int) throws {
    let table = try read(
      [
        ("a", [join("third", gives: "fourth"), join("first", gives: "second")]),
        ("b", [join("second", gives: "third")]), ("c", [nearest("first")]),
      ], jobs: jobs)
    #expect(table.text("first", row: 0) == "k1")
    #expect(table.text("second", row: 0) == "k2")
    #expect(table.text("third", row: 0) == "k3")
    #expect(table.text("fourth", row: 0) == "k4")
    #expect(table.columns.map(\.name).suffix(4) == ["fourth", "second", "third", "first"])
  }

  @Test("A column of the site source serves as well, and its published values win over derived ones")
  func fromSites() throws {
    #expect(try read([("a", [join("own", gives: "x")])]).text("x", row: 0) == "k2")
    let both = try read([("a", [join("own", gives: "x")]), ("b", [join("x", gives: "own2"), nearest("z")])])
    #expect(both.text("own2", row: 0) == "k3")
  }

  @Test("An attribute that nobody gives is a finding with the nearest name; a cycle names its members")
  func faults() throws {
    let unknown = #expect(throws: InputFailure.self) { try read([("a", [join("onw", gives: "x")])]) }
    let words = try #require(unknown?.findings.first?.message)
    #expect(words.contains("needs the site attribute 'onw'") && words.contains("did you mean 'own'?"))
    let cycle = #expect(throws: InputFailure.self) {
      try read([
        ("a", [join("y", gives: "x")]), ("b", [join("x", gives: "y")]), ("c", [join("x", gives: "z")]),
      ])
    }
    #expect(cycle?.findings.count == 1)
    let chain = try #require(cycle?.findings.first?.message)
    #expect(chain.contains("in a cycle: 'x' of layer 'a' needs y; 'y' of layer 'b' needs x;"))
    let itself = #expect(throws: InputFailure.self) { try read([("a", [join("x", gives: "x")])]) }
    #expect(itself?.findings.count == 1)
  }

  @Test("What fails in one level is reported once, and what depends on it keeps quiet")
  func failure() throws {
    let failure = #expect(throws: InputFailure.self) {
      try read([
        (
          "a",
          [
            LayerDerivation(
              .nearest(NearestIndicator(fields: [FieldMapping(field: "kode", attribute: "first")])))
          ]
        ),
        ("b", [join("first", gives: "second")]),
      ])
    }
    #expect(failure?.findings.map(\.layer) == ["a"])
  }
}
