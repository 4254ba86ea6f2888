// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@Suite("Figures of the design as files")
struct AssumptionFileTests {
  private func check<Assumptions: AssumptionSet>(_ type: Assumptions.Type) throws {
    #expect(Assumptions.file.faults == [], "\(Assumptions.name)")
    #expect(Assumptions().findings().isEmpty, "\(Assumptions.name)")
    for key in Assumptions.fields {
      let figure = try #require(key.figure(of: Assumptions()))
      #expect(key.meaning.hasSuffix("."), "\(key.name)")
      #expect(key.range.contains(figure.value) && key.range.lowest < key.range.highest, "\(key.name)")
      #expect(!figure.source.isEmpty, "\(key.name)")
    }
  }

  @Test("Every figure of a file has a place, every place a figure, and each is sound")
  func agree() throws {
    try check(NetworkAssumptions.self)
    try check(PowerAssumptions.self)
    try check(CoolingAssumptions.self)
    try check(SpaceAssumptions.self)
    try check(ScheduleAssumptions.self)
    try check(LedgerAssumptions.self)
    try check(CarbonAssumptions.self)
    try check(PerformanceAssumptions.self)
    try check(SizingAssumptions.self)
    func range(_ name: String) -> NumberRange? {
      SizingAssumptions.fields.first { $0.name == name }?.range
    }
    #expect(range("reference_pue") == .from(1, to: 3))
    #expect(range("supply_temperature_c") == .from(25, to: 45))
  }

  private let entry = """
    meaning = "Racks."
    value = 10
    unit = "count"
    low = 8
    high = 12
    range = [1, 200]
    whole = true
    basis = "derived"
    source = "a drawing"

    """

  private func file(_ text: String) -> AssumptionFile<SpaceAssumptions> {
    AssumptionFile("space", Array(text.utf8), ["racks_per_row": \.racksPerRow])
  }

  @Test("A file is read with all that is known of a figure")
  func reads() throws {
    let file = file("[racks_per_row]\n" + entry)
    #expect(file.faults == [])
    #expect(
      file.defaults.racksPerRow
        == Quantity(10, unit: "count", basis: .derived, source: "a drawing", low: 8, high: 12))
    let key = try #require(file.fields.first)
    #expect(
      key.name == "racks_per_row" && key.range == .from(1, to: 200) && key.isWhole && key.meaning == "Racks.")
  }

  @Test("What file and list do not agree in is named, and leaves no number that could be taken for one")
  func disagree() {
    #expect(
      file("[racks]\n" + entry).faults == ["'racks' has no place", "'racks_per_row' is not in the file"])
    #expect(file("[racks]\n" + entry).defaults.racksPerRow.value.isNaN)
    func fault(_ old: String, _ new: String) -> [String] {
      file("[racks_per_row]\n" + entry.replacing(old, with: new)).faults
    }
    #expect(fault("derived", "guessed") == ["'racks_per_row': basis guessed"])
    #expect(fault("[1, 200]", "[200, 1]") == ["'racks_per_row': no range"])
    #expect(fault("low =", "lowest =") == ["'racks_per_row': lowest is no part of a figure"])
    #expect(file("[racks_per_row\n").faults.first?.hasPrefix("line 1:") == true)
  }
}
