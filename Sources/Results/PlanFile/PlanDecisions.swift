// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
package import Planning
import PlanningModel
import Quantities

/// The decisions in a plan file, by names and not by positions, with what the solver said. Everything else in
/// the file follows from these and the inputs, which is how a file is verified.
package struct PlanDecisions: Sendable, Equatable {
  /// Blocks in service at the end of a year.
  package struct Blocks: Sendable, Equatable {
    /// Calendar year.
    package var year: Int
    /// The sku.
    package var skuID: String
    /// Whole blocks.
    package var blocks: Int
  }

  /// Decisions for one chosen site.
  package struct Site: Sendable, Equatable {
    /// Identifier in the site table.
    package var id: String
    /// Voltage of its connection in kV; nil when it has none.
    package var voltageKV: Int?
    /// Substation of its connection; empty when it has none.
    package var substation: String
    /// Calendar year in which it is energised; nil when it is not.
    package var opensYear: Int?
    /// Blocks in service by year and sku; what is not named is none.
    package var blocks: [Blocks]
  }

  /// Title of the scenario.
  package var name: String
  /// What the solver said.
  package var outcome: PlanBuilder.Outcome
  /// Decisions for the chosen sites, in the order of the file.
  package var sites: [Site]
  /// Why there is no plan, as the file says; nil where it says nothing.
  package var explanation: InfeasibilityExplanation?

  /// Reads the decisions out of a document.
  ///
  /// - Throws: `PlanReadingError` with every fault.
  package init(_ document: JSONValue) throws(PlanReadingError) {
    guard document.members != nil else {
      throw PlanReadingError(findings: [
        .init(path: "", message: "a plan is an object, this is \(document.kind)")
      ])
    }
    guard let version = document["schema"]?.int else {
      throw PlanReadingError(findings: [
        .init(path: "schema", message: "is missing; name a plan.json that Arpent wrote")
      ])
    }
    guard version == PlanDocument.schema else {
      throw PlanReadingError(findings: [
        .init(
          path: "schema",
          message: "this is version \(version), and this Arpent reads version \(PlanDocument.schema); "
            + "make the plan again with this version")
      ])
    }
    var reader = PlanFieldReader()
    name = reader.text("name", of: document, at: "")
    outcome = PlanBuilder.Outcome(
      status: reader.word("status", of: document, at: "") ?? .unknown,
      termination: reader.text("termination", of: document, at: ""),
      objectives: Self.objectives(document, reader: &reader),
      gapAsked: reader.optionalNumber("gap_asked", of: document, at: "") ?? 0)
    explanation = Self.explanation(document["explanation"])
    sites = []
    var seen: Set<String> = []
    for (index, entry) in reader.list("sites", of: document, at: "").enumerated() {
      let id = reader.text("id", of: entry, at: "sites[\(index)]")
      let path = id.isEmpty ? "sites[\(index)]" : "sites[\(id)]"
      if !id.isEmpty, !seen.insert(id).inserted { reader.report(path, "stands twice in the file") }
      if let site = Self.site(entry, id: id, path: path, reader: &reader) { sites.append(site) }
    }
    if !reader.findings.isEmpty { throw PlanReadingError(findings: reader.findings) }
  }

  /// Why there is no plan. It is told on, not recomputed; what cannot be read of it is left out.
  private static func explanation(_ value: JSONValue?) -> InfeasibilityExplanation? {
    guard let value, value.members != nil else { return nil }
    return InfeasibilityExplanation(
      relaxations: (value["relaxations"]?.array ?? []).compactMap(relaxed),
      alternatives: (value["alternatives"]?.array ?? []).map { ($0.array ?? []).compactMap(relaxed) },
      isProven: value["proven"]?.bool ?? false,
      cutShort: PhraseDocument.phrase(value["cut_short_words"])
        ?? value["cut_short"]?.string.map { Phrase(verbatim: $0) })
  }

  private static func relaxed(_ value: JSONValue) -> InfeasibilityExplanation.RelaxedRule? {
    guard let name = value["name"]?.string, let sentence = value["sentence"]?.string,
      let limit = value["limit"]?.double, let needed = value["needed"]?.double
    else { return nil }
    return InfeasibilityExplanation.RelaxedRule(
      rule: RowKey(
        RuleFamilies.kind(name), scope: value["scope"]?.string ?? "", year: value["year"]?.int),
      limit: limit, needed: needed, unit: value["unit"]?.string ?? "",
      words: PhraseDocument.phrase(value["words"]) ?? Phrase(word: sentence),
      argument: value["set"]?.string)
  }

  /// What the solver reached of each objective it sought.
  private static func objectives(
    _ document: JSONValue, reader: inout PlanFieldReader
  ) -> [PlanBuilder.Outcome.ObjectiveResult] {
    var results: [PlanBuilder.Outcome.ObjectiveResult] = []
    for (index, entry) in reader.list("objectives", of: document, at: "").enumerated() {
      let place = "objectives[\(index)]"
      results.append(
        .init(
          best: reader.optionalNumber("best", of: entry, at: place),
          bound: reader.optionalNumber("bound", of: entry, at: place)))
    }
    return results
  }

  /// Decisions for one site; nil when it is not selected.
  private static func site(
    _ entry: JSONValue, id: String, path: String, reader: inout PlanFieldReader
  ) -> Site? {
    let years = 1900...2200
    let isSelected = reader.flag("selected", of: entry, at: path)
    let entries = reader.list("blocks", of: entry, at: path)
    guard isSelected else {
      if !entries.isEmpty {
        reader.report("\(path).blocks", "a site that is not selected cannot hold blocks")
      }
      return nil
    }
    var site = Site(id: id, voltageKV: nil, substation: "", opensYear: nil, blocks: [])
    if let opens = reader.present("opens_year", of: entry, at: path), !opens.isNull {
      site.opensYear = reader.whole("opens_year", of: entry, in: years, at: path)
    }
    if let connection = reader.present("connection", of: entry, at: path), !connection.isNull {
      site.voltageKV = reader.whole("voltage_kv", of: connection, in: 1...2000, at: "\(path).connection")
      site.substation = reader.text("substation", of: connection, at: "\(path).connection")
    }
    var seen: Set<String> = []
    for (index, block) in entries.enumerated() {
      let place = "\(path).blocks[\(index)]"
      let skuID = reader.text("sku", of: block, at: place)
      guard let year = reader.whole("year", of: block, in: years, at: place),
        let count = reader.whole("blocks", of: block, in: 0...10_000_000, at: place)
      else { continue }
      if !seen.insert("\(year) \(skuID)").inserted {
        reader.report(place, "\(skuID) in \(year) stands twice for this site")
      }
      site.blocks.append(Blocks(year: year, skuID: skuID, blocks: count))
    }
    return site
  }
}
