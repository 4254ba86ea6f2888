// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents

/// One of two results that are compared: what was decided, what it comes to, and what it was made from where
/// that is recorded.
package struct ComparedPlan: Sendable, Equatable {
  /// The path the planner gave.
  package var path: String
  /// What was decided and what it comes to.
  package var record: CaseRecord
  /// What it was made from; nil where it is not recorded.
  package var inputs: RecordedInputs?

  /// Numbers of a file beyond this are no figures of a plan.
  package static let largest = 1e13

  /// Reads a plan.json or the file of a case.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - path: The path the planner gave.
  ///   - inputs: What it was made from.
  /// - Throws: `PlanReadingError` with every fault.
  package init(_ document: JSONValue, path: String, inputs: RecordedInputs? = nil) throws(PlanReadingError) {
    var findings: [PlanReadingError.Finding] = []
    Self.checkNumbers(document, &findings)
    if !findings.isEmpty { throw PlanReadingError(findings: findings) }
    try self.init(record: CaseRecord(document), path: path, inputs: inputs)
  }

  /// A result that was read before.
  ///
  /// - Throws: `PlanReadingError` where a site stands twice or a year has no figure.
  package init(record: CaseRecord, path: String, inputs: RecordedInputs? = nil) throws(PlanReadingError) {
    self.path = path
    self.record = record
    self.inputs = inputs
    var findings: [PlanReadingError.Finding] = []
    var seen: Set<String> = []
    for site in record.sites {
      if !seen.insert(site.id).inserted {
        findings.append(.init(path: "sites[\(site.id)]", message: "stands twice in the file"))
      }
      if site.gpusByYear.count != record.years.count {
        findings.append(
          .init(path: "sites[\(site.id)].gpus_by_year", message: "needs one number for each of the years"))
      }
    }
    if record.hasPlan, record.gpusByYear.count != record.years.count {
      findings.append(
        .init(path: "totals.gpus_by_year", message: "needs one number for each of the years"))
    }
    if !findings.isEmpty { throw PlanReadingError(findings: findings) }
  }

  /// What was sought first; nil where nothing is stated.
  package var objective: CaseRecord.Objective? { record.objectives.first }

  /// How far the search stayed from a proof, in the unit of the objective; nil without a plan or a bound.
  package var gap: Double? {
    guard let objective, let value = objective.value, let bound = objective.bound else { return nil }
    return max(0, objective.isMaximised ? bound - value : value - bound)
  }

  /// GPUs of the plan in a year; nil where it does not plan that year.
  package func gpus(in year: Int) -> Int? {
    guard let index = record.years.firstIndex(of: year), index < record.gpusByYear.count else { return nil }
    return record.gpusByYear[index]
  }

  /// GPUs of a site in a year; nil where the plan has no such year.
  package func gpus(of site: CaseRecord.Site, in year: Int) -> Int? {
    guard let index = record.years.firstIndex(of: year), index < site.gpusByYear.count else { return nil }
    return site.gpusByYear[index]
  }

  /// Refuses numbers that no plan can hold, so that arithmetic with what is left cannot overflow.
  private static func checkNumbers(_ document: JSONValue, _ findings: inout [PlanReadingError.Finding]) {
    func check(_ value: JSONValue?, _ path: String, depth: Int) {
      guard let value, depth < 8 else { return }
      if let number = value.double, !(number.magnitude <= largest) {
        findings.append(.init(path: path, message: "\(number) is no figure of a plan"))
      }
      for member in value.members ?? [] { check(member.value, "\(path).\(member.name)", depth: depth + 1) }
      for (index, entry) in (value.array ?? []).enumerated() {
        check(entry, "\(path)[\(index)]", depth: depth + 1)
      }
    }
    for name in ["objective", "totals", "objectives", "years"] { check(document[name], name, depth: 0) }
    for site in document["sites"]?.array ?? [] {
      let id = site["id"]?.string ?? ""
      for name in ["gpus_by_year", "cost", "blocks", "opens_year", "connection", "grid_mw", "lon", "lat"] {
        check(site[name], "sites[\(id)].\(name)", depth: 0)
      }
    }
  }
}
