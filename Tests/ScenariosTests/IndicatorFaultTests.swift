// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Testing

@testable import Scenarios

/// Every check of a derivation, with the spot at which the finding must point.
@Suite struct IndicatorFaultTests {
  /// One fault: a marked derivation, and what must be said about it.
  struct Fault: Sendable, CustomTestStringConvertible {
    var toml: String
    var says: String
    var hint: String
    var testDescription: String { toml }

    init(_ toml: String, _ says: String, _ hint: String = "") {
      self.toml = toml
      self.says = says
      self.hint = hint
    }
  }

  static let faults: [Fault] = [
    // Which indicator.
    Fault("<!>indicator = 'nearst'\ndistance_km = 'd_km'", "is 'nearst'", "did you mean 'nearest'?"),
    Fault(
      "<!>indicator = 'buffer'\nradius_km = 3\nmean = 'a'", "is 'buffer'", "valid: nearest, k_nearest, count_"
    ),
    Fault("<!>indicator = 3\nk = 2", "must be a text in quotes"),
    // Unknown keys, and keys of others.
    Fault(
      "indicator = 'nearest'\ndistance_km = 'd'\n<!>wher = 'a = 1'", "unknown key", "did you mean 'where'?"),
    Fault(
      "indicator = 'nearest'\ndistance_km = 'd'\n<!>zebra = 3", "unknown key",
      "valid here: distance_km, fields, indicator, max_km, units, where"),
    Fault("indicator = 'nearest'\n<!>distance_m = 'e'", "wrong unit", "use 'distance_km', in km"),
    Fault("indicator = 'count_within'\ncount = 'c'\n<!>radius_m = 500", "wrong unit", "radius_km = 0.5"),
    Fault("indicator = 'share_covered'\nshare = 's'\n<!>area = 'c'", "wrong unit", "use 'area_ha', in ha"),
    Fault(
      "indicator = 'within'\nfields = { a = 'b' }\n<!>distance_km = 'c'",
      "is a key of 'k_nearest' and 'nearest', not of 'within'",
      "within takes fields, inside, tolerance_km, units"),
    Fault(
      "indicator = 'count_within'\ncount = 'c'\nradius_km = 5\n<!>buffer_km = 5",
      "is a key of 'share_covered', 'slope' and 'zonal', not of 'count_within'",
      "count_within takes count, radius_km, sums, units"),
    Fault("indicator = 'nearest'\ndistance_km = 'c'\n<!>k = 5", "is a key of 'k_nearest', not of 'nearest'"),
    Fault(
      "indicator = 'raster_value'\nvalue = 'v'\n<!>mean = 'm'", "is a key of 'zonal'",
      "band, method, unit, value"),
    Fault(
      "indicator = 'join'\nsite_key = 'a'\nlayer_key = 'b'\nfields = { c = 'd' }\n<!>inside = 'm'",
      "of 'within'"),
    // Filters.
    Fault("indicator = 'nearest'\ndistance_km = 'd'\n<!>where = 3", "must be a text in quotes"),
    Fault(
      "indicator = 'raster_value'\nvalue = 'v'\n<!>where = 'a = 1'", "no features to filter", "leave it out"),
    Fault("indicator = 'zonal'\nmean = 'v'\n<!>where = 'a = 1'", "'zonal' reads a raster"),
    Fault("indicator = 'slope'\nvalue = 'v'\n<!>where = 'a = 1'", "'slope' reads a raster"),
    // Attributes, fields and units.
    Fault(
      "indicator = 'nearest'\n<!>distance_km = 5", "must be a text in quotes, found the number 5", "attribute"
    ),
    Fault("indicator = 'nearest'\n<!>distance_km = ''", "must not be empty"),
    Fault("indicator = 'nearest'\n<!>distance_km = \"a\\nb\"", "no line break"),
    Fault("indicator = 'nearest'\n<!>distance_km = 'id'", "is a column that every site has", "another name"),
    Fault("indicator = 'nearest'\nfields = { <!>a = 'area_basis' }", "ends in '_basis'", "another name"),
    Fault("indicator = 'nearest'\n<!>fields = 'name'", "must be a block or table"),
    Fault(
      "indicator = 'nearest'\ndistance_km = 'd'\n<!>fields = {}", "names no field", "fields = { layer_field"),
    Fault(
      "indicator = 'nearest'\nfields = { <!>a = 3 }", "must be a text in quotes, found the number 3",
      "attribute"),
    Fault(
      "indicator = 'within'\nfields = { a = 'x_c' }\nunits = { <!>mean = 'degC' }",
      "is no attribute of 'fields'"),
    Fault(
      "indicator = 'within'\nfields = { a = 'mean_c' }\nunits = { <!>mean_d = 'degC' }",
      "is no attribute of 'fields'", "did you mean 'mean_c'?"),
    Fault("indicator = 'within'\ninside = 'in_a'\nunits = { <!>in_a = 'yes' }", "has no unit"),
    Fault(
      "indicator = 'nearest'\ndistance_km = 'd'\nunits = { <!>d = 'm' }", "is a distance, which is in km"),
    Fault("indicator = 'nearest'\nfields = { a = 'b' }\nunits = { <!>b = 3 }", "must be a text in quotes"),
    Fault("indicator = 'count_within'\nradius_km = 1\ncount = 'c'\nunits = { <!>c = 'GW' }", "has no unit"),
    Fault(
      "indicator = 'count_within'\nradius_km = 1\nsums = { a = 'mw' }\nunits = { <!>mv = 'MW' }",
      "is no attribute of 'sums'", "did you mean 'mw'?"),
    Fault(
      "indicator = 'count_within'\nradius_km = 1\ncount = 'c'\n<!>sums = ['a']", "must be a block or table"),
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'nearest'\nfields = { a = 'd', b = 'd' }", "which this layer gives"
    ),
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'k_nearest'\nk = 1\ndistance_km = 'a'\nfields = { b = 'a' }",
      "gives the site attribute 'a_1', which this layer gives already"),
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'nearest'\ndistance_km = 'area_ha'",
      "gives the site attribute 'area_ha' in km; planning reads it in ha", "another name"),
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'nearest'\nfields = { a = 'region_name' }\nunits = { region_name = 'm' }",
      "planning reads it as a text"),
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'raster_value'\nvalue = 'pue'\nunit = 'percent'",
      "planning reads it without unit"),
    // What is needed.
    Fault("<!>[[layers.x.derive]]\nwhere = 'a = 1'", "is missing", "indicator = \"nearest\""),
    Fault("<!>[[layers.x.derive]]\nindicator = 'nearest'\nmax_km = 3", "is missing", "or fields"),
    Fault("<!>[[layers.x.derive]]\nindicator = 'k_nearest'\nk = 3", "is missing", "or fields"),
    Fault("<!>[[layers.x.derive]]\nindicator = 'k_nearest'\ndistance_km = 'd'", "is missing", "k = 3"),
    Fault("<!>[[layers.x.derive]]\nindicator = 'count_within'\nradius_km = 3", "is missing", "or sums"),
    Fault("<!>[[layers.x.derive]]\nindicator = 'count_within'\ncount = 'c'", "is missing", "radius_km = 1"),
    Fault("<!>[[layers.x.derive]]\nindicator = 'within'\ntolerance_km = 3", "is missing", "or inside"),
    Fault("<!>[[layers.x.derive]]\nindicator = 'share_covered'\nbuffer_km = 3", "is missing", "or area_ha"),
    Fault("<!>[[layers.x.derive]]\nindicator = 'length_within'\nradius_km = 3", "is missing", "length_km ="),
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'length_within'\nlength_km = 'l'", "is missing", "radius_km ="),
    Fault("<!>[[layers.x.derive]]\nindicator = 'raster_value'\nband = 1", "is missing", "value ="),
    Fault("<!>[[layers.x.derive]]\nindicator = 'slope'\nband = 1", "is missing", "value ="),
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'zonal'\nband = 1", "is missing", "or another of min, max, sum"),
    Fault("<!>[[layers.x.derive]]\nindicator = 'interpolated'\npower = 1", "is missing", "fields ="),
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'join'\nsite_key = 'a'\nlayer_key = 'b'", "is missing", "fields ="),
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'join'\nsite_key = 'a'\nfields = { c = 'd' }", "is missing",
      "layer_key ="),
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'join'\nlayer_key = 'a'\nfields = { c = 'd' }", "is missing",
      "site_key ="),
    // Ranges.
    Fault("indicator = 'nearest'\ndistance_km = 'd'\n<!>max_km = 0", "must be above 0"),
    Fault("indicator = 'nearest'\ndistance_km = 'd'\n<!>max_km = '5'", "must be a number", "max_km = 5"),
    Fault("indicator = 'k_nearest'\ndistance_km = 'd'\n<!>k = 0", "must be from 1 to 50, found 0"),
    Fault("indicator = 'k_nearest'\ndistance_km = 'd'\n<!>k = 51", "must be from 1 to 50, found 51"),
    Fault("indicator = 'k_nearest'\ndistance_km = 'd'\n<!>k = 2.5", "must be a whole number"),
    Fault("indicator = 'count_within'\ncount = 'd'\n<!>radius_km = 0", "must be above 0"),
    Fault("indicator = 'count_within'\ncount = 'd'\n<!>radius_km = -1", "found -1"),
    Fault("indicator = 'count_within'\ncount = 'd'\n<!>radius_km = nan", "must be a finite number"),
    Fault("indicator = 'count_within'\ncount = 'd'\n<!>radius_km = inf", "must be a finite number"),
    Fault("indicator = 'length_within'\nlength_km = 'd'\n<!>radius_km = 40_000", "at most 2000"),
    Fault("indicator = 'within'\nfields = { a = 'b' }\n<!>tolerance_km = -1", "found -1"),
    Fault("indicator = 'share_covered'\nshare = 'b'\n<!>buffer_km = 0", "must be above 0"),
    Fault("indicator = 'raster_value'\nvalue = 'b'\n<!>band = 0", "must be from 1"),
    Fault("indicator = 'raster_value'\nvalue = 'b'\n<!>band = 1.5", "must be a whole number"),
    Fault(
      "indicator = 'raster_value'\nvalue = 'b'\n<!>method = 'bilinar'", "is 'bilinar'",
      "did you mean 'bilinear'?"),
    Fault("indicator = 'slope'\nvalue = 'b'\n<!>unit = 'degree'", "is 'degree'", "did you mean 'degrees'?"),
    Fault("indicator = 'slope'\nvalue = 'b'\n<!>buffer_km = -2", "found -2"),
    Fault("indicator = 'interpolated'\nfields = { a = 'b' }\n<!>power = 0", "must be above 0"),
    Fault("indicator = 'interpolated'\nfields = { a = 'b' }\n<!>neighbours = 0", "must be from 1"),
    Fault("indicator = 'interpolated'\nfields = { a = 'b' }\n<!>neighbours = 1.5", "must be a whole number"),
    // Lists of zonal statistics.
    Fault("indicator = 'zonal'\n<!>quantiles = 0.9", "must be a list of tables", "[{ q = 0.9"),
    Fault("indicator = 'zonal'\n<!>shares = [1]", "must be a list of tables", "[{ max = 5"),
    Fault("indicator = 'zonal'\nquantiles = [{ <!>q = 1.5, attribute = 'a' }]", "must be from 0 to 1"),
    Fault(
      "indicator = 'zonal'\nquantiles = [{ <!>q = 90, attribute = 'a' }]", "must be from 0 to 1",
      "0.9 for 90 %"),
    Fault("indicator = 'zonal'\nquantiles = [<!>{ attribute = 'a' }]", "is missing", "q = 0.9"),
    Fault("indicator = 'zonal'\nquantiles = [<!>{ q = 0.1 }]", "is missing", "attribute ="),
    Fault("indicator = 'zonal'\nquantiles = [{ q = 0.1, <!>atribute = 'a' }]", "unknown key", "'attribute'?"),
    Fault("indicator = 'zonal'\nshares = [<!>{ attribute = 'a' }]", "is missing", "or max or equals"),
    Fault("indicator = 'zonal'\nshares = [{ <!>min = 5, max = 1, attribute = 'a' }]", "5 lies above max, 1"),
    Fault(
      "indicator = 'zonal'\nshares = [{ min = 5, <!>equals = 1, attribute = 'a' }]",
      "stands beside min or max"),
    Fault("indicator = 'zonal'\nshares = [{ min = 5, <!>attribute = 'name' }]", "every site has"),
    // Lapse rates.
    Fault("indicator = 'interpolated'\nfields = { a = 'b' }\n<!>lapse = -6.5", "must be a block or table"),
    Fault(
      "indicator = 'interpolated'\nfields = { a = 'b' }\n<!>lapse = { site_elevation = 'h', per_km = { b = 1 } }",
      "is missing", "station_elevation ="),
    Fault(
      "indicator = 'interpolated'\nfields = { a = 'b' }\n<!>lapse = { station_elevation = 'h', per_km = { b = 1 } }",
      "is missing", "site_elevation ="),
    Fault(
      "indicator = 'interpolated'\nfields = { a = 'b' }\n<!>lapse = { station_elevation = 'h', site_elevation = 'h' }",
      "is missing", "per_km ="),
    Fault(
      "indicator = 'interpolated'\nfields = { a = 't_c' }\n"
        + "lapse = { station_elevation = 'h', site_elevation = 'h', per_km = { <!>t_d = 1 } }",
      "is no attribute of 'fields'", "did you mean 't_c'?"),
    Fault(
      "indicator = 'interpolated'\nfields = { a = 't_c' }\n"
        + "lapse = { station_elevation = 'h', site_elevation = 'h', per_km = { <!>t_c = 'x' } }",
      "must be a number"),
    Fault(
      "indicator = 'interpolated'\nfields = { a = 't_c' }\n"
        + "lapse = { station_elevation = 'h', site_elevation = 'h', <!>per_km = {} }",
      "names no attribute"),
    // Cycles.
    Fault(
      "<!>[[layers.x.derive]]\nindicator = 'join'\nsite_key = 'd'\nlayer_key = 'b'\nfields = { c = 'd' }",
      "needs the site attribute 'd', which it gives itself", "something else"),
  ]

  @Test("points at the spot and says what is wrong", arguments: faults)
  func fault(_ fault: Fault) throws {
    let header = fault.toml.contains("[[layers.x.derive]]") ? "" : "[[layers.x.derive]]\n"
    let marked = MarkedText(
      "\(ScenarioFixture.layers)[layers.x]\nsource = \"x.gpkg\"\n\(header)\(fault.toml)\n")
    let reading = ScenarioFixture.read(["work/data/layers.toml": marked.text])
    let finding = try #require(reading.findings.first)
    #expect(reading.findings.count == 1, "\(reading.findings)")
    #expect(reading.scenario == nil)
    #expect(finding.file == "work/data/layers.toml")
    #expect(finding.message.contains(fault.says), "\(finding)")
    #expect(finding.hint.contains(fault.hint), "\(finding)")
    #expect("\(finding.line ?? 0):\(finding.column ?? 0)" == marked.places.first)
  }

  @Test func `a cycle of derivations names the attributes on the way, at each of them`() throws {
    let marked = MarkedText(
      """
      schema = 1
      [layers.a]
      source = "a.csv"
      <!>[[layers.a.derive]]
      indicator = "join"
      site_key = "y"
      layer_key = "k"
      fields = { v = "x" }
      [layers.b]
      source = "b.csv"
      [[layers.b.derive]]
      indicator = "join"
      site_key = "in_the_site_source"
      layer_key = "k"
      fields = { v = "z" }
      <!>[[layers.b.derive]]
      indicator = "interpolated"
      fields = { v = "y" }
      lapse = { station_elevation = "h", site_elevation = "x", per_km = { y = 1 } }
      """)
    let reading = ScenarioFixture.read(["work/data/layers.toml": marked.text])
    #expect(reading.findings.map { "\($0.line ?? 0):\($0.column ?? 0)" } == marked.places)
    #expect(reading.findings.map(\.message).first == "goes in a cycle: 'y' needs 'x' needs 'y'")
  }

  @Test func `several faults of one derivation come at once, and the others are read all the same`() {
    let pack = """
      [layers.x]
      source = "x.gpkg"
      [[layers.x.derive]]
      indicator = "k_nearest"
      k = 99
      fields = { a = 3 }
      radius_km = 4
      [[layers.x.derive]]
      indicator = "nearest"
      distance_km = "substation_225_km"
      """
    let reading = ScenarioFixture.read(["work/data/layers.toml": ScenarioFixture.layers + pack])
    #expect(
      reading.findings.map(\.keyPath).sorted() == [
        "layers.x.derive", "layers.x.derive.1.fields.a", "layers.x.derive.1.k", "layers.x.derive.1.radius_km",
      ])
    #expect(reading.draft?.layers.count == 3, "the layers can still be looked at")
  }
}
