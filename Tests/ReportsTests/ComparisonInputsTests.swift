// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports
import Results
import Testing

@Suite("Recorded inputs compared")
struct ComparisonInputsTests {
  private static let text = #"""
    schema = 1
    name = "Two \"towers\""

    [cost]
    energy_eur_per_mwh = { basis = "published", high = 90.0, low = 50.0, source = "CRE, 2025", unit = "EUR/MWh", value = 58.0 }
    price = 1

    [demand]
    gpus = { 2026 = 8000, 2027 = 18000 }

    [layers."flood zones"]
    source = "a.gpkg"

    [rules]

    [sites]
    force_out = ["one", "two, and more"]
    limit = [{ name = "near", max = 20 }, { name = "far", max = 90 }]
    """#

  private func record(
    _ text: String = text, layer: String = "aa", gdal: String = "3.6.2"
  ) -> RecordedInputs {
    RecordedInputs(ComparisonFixture.manifest(text, layer: layer, gdal: gdal))
  }

  private func inputs(_ a: RecordedInputs, _ b: RecordedInputs) throws -> InputsComparison {
    let fixture = ComparisonFixture(seed: 1)
    return try #require(
      try PlanComparison(fixture.side(inputs: a), fixture.side("b", inputs: b)).inputs)
  }

  @Test("The canonical text becomes values under their paths, a number with what it rests on being one")
  func flattened() throws {
    let values = try #require(record().values)
    #expect(
      values.map(\.path) == [
        "cost.energy_eur_per_mwh", "cost.price", "demand.gpus.2026", "demand.gpus.2027",
        "layers.\"flood zones\".source", "name", "rules", "schema", "sites.force_out",
        "sites.limit[far].max", "sites.limit[far].name", "sites.limit[near].max", "sites.limit[near].name",
      ])
    let energy = values[0]
    #expect(energy.value == "58.0" && energy.unit == "EUR/MWh" && energy.basis == "published")
    #expect(energy.source == "CRE, 2025" && energy.band == "50.0 to 90.0")
    #expect(values[8].entries == ["\"one\"", "\"two, and more\""])
    #expect(values[3].value == "18000")
  }

  @Test("Only what differs is reported, with value, basis and source of both")
  func differing() throws {
    let other = Self.text.replacing("58.0", with: "70.0").replacing("\"one\", ", with: "")
      .replacing("2027 = 18000", with: "2028 = 18000").replacing("max = 90", with: "max = 95")
    let found = try inputs(record(), record(other))
    #expect(
      found.values.map(\.path) == [
        "cost.energy_eur_per_mwh", "demand.gpus.2027", "demand.gpus.2028", "sites.force_out",
        "sites.limit[far].max",
      ])
    #expect(found.values[0].a?.shown == "58.0 EUR/MWh" && found.values[0].b?.shown == "70.0 EUR/MWh")
    #expect(found.values[1].b == nil && found.values[2].a == nil)
    #expect(found.values[3].onlyInA == ["\"one\""] && found.values[3].onlyInB.isEmpty)
    #expect(found.files.isEmpty && found.versions.isEmpty)
    let source = try inputs(record(), record(Self.text.replacing("CRE, 2025", with: "planner")))
    let (a, b) = (try #require(source.values.first?.a), try #require(source.values.first?.b))
    #expect(source.values.count == 1 && a.value == b.value && a.unit == b.unit)
    #expect(try inputs(record(), record()).isEmpty)
  }

  @Test("Files differ by their digests, libraries by their versions; the same bytes elsewhere are the same")
  func files() throws {
    let found = try inputs(record(), record(layer: "bb", gdal: "3.9"))
    #expect(found.files.map(\.path) == ["layers/grid.gpkg"])
    #expect(found.files.map(\.a) == ["aa"] && found.files.map(\.b) == ["bb"])
    #expect(found.versions.map(\.name) == ["gdal"])
    var moved = record()
    moved.files[0].path = "elsewhere/grid.gpkg"
    #expect(try inputs(record(), moved).isEmpty)
    var new = record(layer: "cc").files[0]
    new.path = "new.gpkg"
    moved.files.append(new)
    let more = try inputs(record(), moved)
    #expect(more.files.map(\.path) == ["new.gpkg"] && more.files[0].a == nil)
  }

  @Test(
    "A text that is not as Arpent writes it names its line and never crashes",
    arguments: [
      "a = ", "a", "= 1", "[a", "[]", "a = [1, 2", "a = { b = 1", "a = \"x", "a = \"\\q\"", "a = 1 2",
      "a = \"\\u00\"",
      "a = \"\\uD800\"", "a = { , }", "a = [,]", "[a] b", "a.= 1", "a = \"\\",
    ])
  func broken(line: String) throws {
    let inputs = record("schema = 1\n" + line)
    #expect(inputs.values == nil)
    #expect(inputs.fault?.contains("line 2") == true)
    let fixture = ComparisonFixture(seed: 1)
    let comparison = try PlanComparison(fixture.side(inputs: inputs), fixture.side("b", inputs: record()))
    #expect(comparison.inputs?.values.isEmpty == true)
    #expect(comparison.remarks.contains { $0.contains("line 2") })
  }

  @Test("Values within values without end are refused")
  func deep() throws {
    let inputs = record("a = " + String(repeating: "[", count: 100_000))
    #expect(inputs.values == nil)
  }

  @Test("Without a manifest the comparison says that the inputs are not recorded")
  func notRecorded() throws {
    let fixture = ComparisonFixture(seed: 1)
    let comparison = try PlanComparison(fixture.side("cases/k.json"), fixture.side(inputs: record()))
    #expect(comparison.inputs == nil)
    #expect(comparison.remarks.contains { $0.contains("not recorded beside cases/k.json") })
  }

  @Test("Other answers to equal inputs are told to come from elsewhere")
  func sameInputs() throws {
    let comparison = try PlanComparison(
      ComparisonFixture(seed: 3).side(inputs: record()),
      ComparisonFixture(seed: 4).side("b", inputs: record()))
    #expect(comparison.remarks.contains { $0.hasPrefix("No input differs although the answers do") })
  }

  @Test("Of two long sources the text shows where they part, and the basis where it differs")
  func longSources() throws {
    let address = "https://example.org/" + String(repeating: "a/", count: 40)
    let first = Self.text.replacing("CRE, 2025", with: address + "2025")
    let second = Self.text.replacing("CRE, 2025", with: address + "2026").replacing(
      "published", with: "estimated")
    let fixture = ComparisonFixture(seed: 1)
    let comparison = try PlanComparison(
      fixture.side(inputs: record(first)), fixture.side("b", inputs: record(second)))
    let text = ComparisonReport(comparison: comparison, toolVersion: "1").text
    #expect(text.contains("(published)") && text.contains("(estimated)"), "\(text)")
    #expect(text.contains("a/a/2025)") && text.contains("a/a/2026)"), "\(text)")
  }
}
