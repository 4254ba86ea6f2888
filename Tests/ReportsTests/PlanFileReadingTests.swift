// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import Studies
import Testing

@testable import Results

@Suite("Files of plans and cases read what they write, and nothing else")
struct PlanFileReadingTests {
  /// A file and what is done with it by whoever reads one of its kind.
  struct Subject {
    var name: String
    var document: JSONValue
    var write: (JSONValue) throws -> JSONValue
    var readers: [(JSONValue) throws -> Void]
  }

  /// Parts that are kept as they stand.
  private static let kept: Set<String> = ["design", "attributes", "constraints", "assumptions", "audit"]

  private func subjects() throws -> [Subject] {
    let fixture = try PlanFixture()
    let none = try fixture.infeasible(Fixtures.explanation())
    func plan(_ name: String, _ plan: Plan) -> Subject {
      Subject(
        name: name, document: PlanFile(plan, problem: fixture.problem, table: fixture.table).json,
        write: { try PlanFile($0).json },
        readers: [
          { _ = try PlanFile($0) }, { _ = try CaseFile($0) }, { _ = try ComparedPlan($0, path: "x") },
        ])
    }
    func study(_ name: String, _ plan: Plan) -> Subject {
      Subject(
        name: name,
        document: CaseFile(plan, problem: fixture.problem, key: "k", depth: .fixedSiting, notes: ["n"]).json,
        write: { try CaseFile($0).json },
        readers: [{ _ = try CaseFile($0) }, { _ = try ComparedPlan($0, path: "x") }])
    }
    return [
      plan("plan.json", fixture.plan), plan("plan.json without a plan", none),
      study("a case", fixture.plan), study("a case without a plan", none),
    ]
  }

  @Test("What is read is written as the same bytes")
  func roundTrip() throws {
    for subject in try subjects() {
      let text = JSONWriter.text(subject.document)
      #expect(try JSONWriter.text(subject.write(JSONReader.value(text))) == text, "\(subject.name)")
    }
  }

  @Test("A member that is missing or of another type is recognised by its place, the same by every reader")
  func mutations() throws {
    var count = 0
    for subject in try subjects() {
      let places = Self.places(of: subject.document)
      for place in places {
        // A site that does not say which it is has its number.
        let reported = place.names.last == "id" ? "sites[\(place.names[1])].id" : place.path
        let isKept = place.names.last.map { Self.kept.contains($0) } ?? false
        for value in isKept ? [nil] : [nil, JSONValue.object([.init("of", "another type")])] {
          let spoilt = Self.replaced(subject.document, place.names[...], by: value)
          let faults = subject.readers.map { read in
            #expect(throws: PlanReadingError.self, "\(subject.name): \(place.path)") {
              try read(spoilt)
            }?.findings ?? []
          }
          #expect(faults.allSatisfy { $0 == faults[0] }, "\(subject.name): \(place.path)")
          #expect(
            faults[0].contains { $0.path.hasPrefix(reported) || reported.hasPrefix($0.path) },
            "\(subject.name): \(place.path): \(faults[0])")
          count += 1
        }
      }
    }
    #expect(count > 1_000)
  }

  @Test("A word of a closed set that is none is reported with those that are")
  func words() throws {
    let subject = try subjects()[2]
    for (place, known) in [
      (["status"], "optimal, gap, limit, infeasible, unknown"), (["depth"], "relaxation, fixed_siting, full"),
      (["objectives", "0", "sense"], "minimise, maximise"),
      (["sites", "alpha", "basis"], "published, derived, estimated"),
    ] {
      let spoilt = Self.replaced(subject.document, place[...], by: "better")
      let error = #expect(throws: PlanReadingError.self) { try CaseFile(spoilt) }
      #expect(error?.findings.map(\.message) == ["'better' is none of \(known)"], "\(place)")
    }
  }

  /// Every member below a value but those of parts that are kept, by its names and as findings show it.
  private static func places(
    of value: JSONValue, _ names: [String] = [], _ path: String = "", isEntry: Bool = true
  ) -> [(names: [String], path: String)] {
    if let last = names.last, kept.contains(last) { return [(names, path)] }
    var found = isEntry ? [] : [(names, path)]
    for member in value.members ?? [] {
      found += places(
        of: member.value, names + [member.name], path.isEmpty ? member.name : "\(path).\(member.name)",
        isEntry: false)
    }
    for (index, entry) in (value.array ?? []).enumerated() where entry.members != nil {
      let id = entry["id"]?.string
      found += places(of: entry, names + [String(index)], "\(path)[\(id ?? String(index))]")
    }
    return found
  }

  /// The document with a member replaced, or removed for nil.
  private static func replaced(_ node: JSONValue, _ names: ArraySlice<String>, by value: JSONValue?)
    -> JSONValue
  {
    guard let name = names.first else { return value ?? .null }
    let rest = names.dropFirst()
    if let members = node.members {
      return .object(
        members.compactMap { member in
          guard member.name == name else { return member }
          if rest.isEmpty, value == nil { return nil }
          return .init(name, replaced(member.value, rest, by: value))
        })
    }
    return .array(
      (node.array ?? []).enumerated().map { index, entry in
        entry["id"]?.string == name || String(index) == name ? replaced(entry, rest, by: value) : entry
      })
  }
}
