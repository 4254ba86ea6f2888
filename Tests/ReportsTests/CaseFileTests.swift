// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Testing

@testable import Results

@Suite struct CaseFileTests {
  private func document(_ place: [String], _ value: JSONValue) -> JSONValue {
    let whole = StudyFixture.document(
      costMEUR: 5, gpus: [10, 20], sites: [.init(id: "a", gpus: 7, opens: 2027)])
    return Self.replacing(whole, place[...], value)
  }

  /// The document with another value at a place; `*` is the first entry of a list.
  private static func replacing(_ whole: JSONValue, _ place: ArraySlice<String>, _ value: JSONValue)
    -> JSONValue
  {
    guard let name = place.first else { return value }
    let rest = place.dropFirst()
    switch whole {
    case .object(let members):
      return .object(
        members.map { .init($0.name, $0.name == name ? replacing($0.value, rest, value) : $0.value) })
    case .array(let entries):
      return .array(
        entries.enumerated().map { $0.offset == 0 ? replacing($0.element, rest, value) : $0.element })
    default: return whole
    }
  }

  @Test func wholeNumbersAreReadHoweverTheyAreWritten() throws {
    let record = try CaseFile(document(["totals", "gpus_by_year", "2027"], .number(18_000)))
    #expect(record.plan.totals.gpusByYear.values == [18_000, 20] && record.plan.years == StudyFixture.years)
    #expect(record.plan.sites.map(\.gpusByYear.values) == [[0, 7]])
    let unopened = try CaseFile(document(["sites", "*", "opens_year"], .null))
    #expect(unopened.plan.sites[0].opensYear == nil)
  }

  @Test(
    "A number that no plan can hold is a finding with its place, and no trap",
    arguments: [
      ("totals.gpus_by_year.2028", ["totals", "gpus_by_year", "2028"]),
      ("totals.eu_controlled_gpus", ["totals", "eu_controlled_gpus"]),
      ("years[0]", ["years", "*"]),
      ("sites[a].gpus_by_year.2027", ["sites", "*", "gpus_by_year", "2027"]),
      ("sites[a].opens_year", ["sites", "*", "opens_year"]),
      ("sites[a].connection.voltage_kv", ["sites", "*", "connection", "voltage_kv"]),
    ],
    [
      JSONValue.number(1e300), .number(-1e300), .integer(.max), .integer(.min), .number(1_900.5),
      .string("many"), .array([]),
    ])
  func impossible(at place: (path: String, names: [String]), value: JSONValue) throws {
    let error = #expect(throws: PlanReadingError.self) { try CaseFile(document(place.names, value)) }
    let finding = try #require(error?.findings.first)
    #expect(finding.path == place.path && finding.message.hasPrefix("a whole number from "), "\(finding)")
  }

  @Test func everyFaultIsToldAtOnce() throws {
    var spoilt = document(["totals", "gpus_by_year", "2027"], .number(1e300))
    spoilt = Self.replacing(spoilt, ["sites", "*", "opens_year"][...], .number(1e300))
    let error = #expect(throws: PlanReadingError.self) { try CaseFile(spoilt) }
    #expect(error?.findings.map(\.path) == ["totals.gpus_by_year.2027", "sites[a].opens_year"])
  }
}
