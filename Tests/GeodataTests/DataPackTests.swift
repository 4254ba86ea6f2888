// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Geodata
import Quantities
import Sites
import Testing

/// The shipped layers, read as a plan reads them.
@Suite("Data pack")
struct DataPackTests {
  private static let layers: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/") + "/geodata/layers"
  }()

  private func sites() throws -> SiteTable {
    let declared = LayerSource(name: "sites", source: "\(Self.layers)/sites.geojson", title: "sites")
    return try SiteReader(declared: declared).read().table
  }

  @Test("There are 65 sites, five of them named by the State, and every row has a source")
  func sixtyFive() throws {
    let table = try sites()
    #expect(table.count == 65)
    let named = (0..<65).filter { table.text("on_government_list", row: $0) == "yes" }
    #expect(named.count == 5)
    #expect((0..<65).allSatisfy { table.text("source", row: $0)?.isEmpty == false })
  }

  @Test("Figures that were not published are absent from the pack, not filled in it")
  func nothingInvented() throws {
    let table = try sites()
    let column = try #require(table.column("power_mw_max"))
    #expect(column.values.contains { $0.isMissing })
    #expect(column.values.filter { !$0.isMissing }.allSatisfy { $0.basis == .published })
  }

  @Test("Every polygon layer tells where the sites are, within the tolerance of its coarse borders")
  func departements() throws {
    let departements = LayerSource(
      name: "departements", source: "\(Self.layers)/departements.geojson", title: "departements",
      derivations: [
        LayerDerivation(
          .within(WithinIndicator(fields: [FieldMapping(field: "code", attribute: "found")], toleranceKm: 5)))
      ])
    let declared = LayerSource(name: "sites", source: "\(Self.layers)/sites.geojson", title: "sites")
    let table = try SiteTableReader(sites: SiteReader(declared: declared), layers: [departements]).read()
      .table
    let wrong = (0..<table.count).filter {
      table.text("found", row: $0) != table.text("departement", row: $0)
    }
    #expect(wrong.map { table.ids[$0] } == ["cambrai-e-valley"])
  }
}
