// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import GDAL
import Planning
import PlanningModel
import Reports
import Results
import Sites
import Testing

@Suite struct GeoJSONTests {
  let fixture: PlanFixture
  let sites: String
  let connections: (text: String, warnings: [String])

  init() throws {
    fixture = try PlanFixture()
    sites = SitesGeoJSON.text(fixture.plan)
    connections = ConnectionsGeoJSON.text(fixture.plan, substations: PlanFixture.context.substations)
  }

  /// What RFC 7946 asks of a collection, checked on the parsed text.
  private func check(_ text: String, type: String) throws -> [JSONValue] {
    let root = try JSONReader.value(text)
    #expect(root["type"]?.string == "FeatureCollection")
    #expect(root["crs"] == nil, "section 4: no crs member")
    let features = try #require(root["features"]?.array)
    var ids: Set<String> = []
    for feature in features {
      #expect(feature["type"]?.string == "Feature")
      #expect(ids.insert(try #require(feature["id"]?.string)).inserted)
      let geometry = try #require(feature["geometry"])
      #expect(geometry["type"]?.string == type)
      let coordinates = try #require(geometry["coordinates"]?.array)
      for position in type == "Point" ? [geometry["coordinates"] ?? .null] : coordinates {
        let pair = try #require(position.array)
        #expect(pair.count == 2)
        let longitude = try #require(pair[0].double)
        let latitude = try #require(pair[1].double)
        #expect((-5.5...9.6).contains(longitude) && (41...51.5).contains(latitude), "longitude first")
      }
      for property in try #require(feature["properties"]?.members) {
        #expect(property.value.members == nil && property.value.array == nil, "\(property.name) is flat")
      }
    }
    return features
  }

  /// Digits after the point of every number inside `coordinates`, read off the text itself.
  private func longestFraction(_ text: String) -> Int {
    var longest = 0
    for part in text.split(separator: "\"coordinates\":").dropFirst() {
      let numbers = part.prefix { $0 != "}" }.split { !"0123456789.-+eE".contains($0) }
      for number in numbers {
        #expect(!number.contains("e") && !number.contains("E"))
        longest = max(longest, number.split(separator: ".").dropFirst().first?.count ?? 0)
      }
    }
    return longest
  }

  @Test func sitesFollowTheStandard() throws {
    let features = try check(sites, type: "Point")
    #expect(features.compactMap { $0["id"]?.string } == fixture.table.ids)
    #expect(longestFraction(sites) <= 7)
    #expect(longestFraction(sites) > 3, "the check sees the fractions")
    #expect(features[1]["geometry"]?["coordinates"] == [0.000_031_3, 45.123_456_8])
  }

  @Test func styledFieldsAreNeverNull() throws {
    for feature in try check(sites, type: "Point") {
      let properties = try #require(feature["properties"])
      for name in [
        "id", "name", "region", "status", "selected", "gpus", "it_mw", "grid_mw", "opens_year",
        "connection_kv",
        "capex_eur", "discounted_cost_eur", "eu_controlled", "secnumcloud_class", "basis", "reason",
      ] { #expect(properties[name].map { !$0.isNull } == true, "\(name)") }
    }
  }

  @Test func connectionsAreLinesToTheNearestSubstationOfThatName() throws {
    let features = try check(connections.text, type: "LineString")
    #expect(features.count == 1)
    #expect(features[0]["geometry"]?["coordinates"] == [[2.2, 51], [2.3, 50.95]])
    #expect(connections.warnings.count == 1)
    #expect(connections.warnings[0].contains("Big & \"South\"") && connections.warnings[0].contains("delta"))
    #expect(fixture.report().warnings == connections.warnings)
  }

  @Test func gdalReadsTheSameFields() throws {
    let folder = MemoryFolder()
    let path = try folder.write(sites, as: "sites.geojson")
    try Dataset.withOpen(path) { dataset in
      let layer = try dataset.layer()
      #expect(layer.geometryType == .point)
      let features = try layer.features()
      #expect(features.count == fixture.plan.sites.count)
      for (feature, site) in zip(features, fixture.plan.sites) {
        #expect(feature["id"]?.text == site.id)
        #expect(feature["name"]?.text == site.name)
        #expect(feature["gpus"]?.wholeNumber == Int64(site.gpus))
        #expect(feature["selected"]?.wholeNumber == (site.status == .chosen ? 1 : 0))
        #expect(feature["it_mw"]?.number == site.itMW)
        #expect(feature["capex_eur"]?.number == site.costs.capexEUR)
        let place = try #require(try feature.geometry?.coordinate())
        #expect(abs(place.x - site.position.longitude) <= 0.51e-7)
        #expect(abs(place.y - site.position.latitude) <= 0.51e-7)
      }
    }
  }

  @Test func aPlaceThatIsNotOnTheEarthHasNoGeometry() throws {
    var plan = fixture.plan
    plan.sites[0].position.longitude = .nan
    plan.sites[1].position.latitude = 91
    let features = try #require(try JSONReader.value(SitesGeoJSON.text(plan))["features"]?.array)
    #expect(features[0]["geometry"]?.isNull == true && features[1]["geometry"]?.isNull == true)
    #expect(features[2]["geometry"]?["type"]?.string == "Point")
  }

  @Test func noSitesIsAnEmptyCollection() throws {
    var plan = fixture.plan
    plan.sites = []
    #expect(try JSONReader.value(SitesGeoJSON.text(plan))["features"]?.array?.isEmpty == true)
  }
}
