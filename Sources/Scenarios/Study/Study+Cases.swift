// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Quantities
import Studies

extension Study {
  /// Makes the list of cases.
  ///
  /// - Parameters:
  ///   - expand: Says what a stress test changes, as `--set` takes it; asked once for each of `stresses`.
  ///   - figures: Figures of the base scenario with the keys that set them; needed where `estimates` is
  ///     stated.
  /// - Returns: The cases and the factors that they give values to. Labels and values do not depend on
  ///   anything but the study, the figures and the answers of `expand`.
  /// - Throws: `InputFailure` with everything that is wrong.
  package func cases(
    stress expand: (Stress) throws -> [String], estimates figures: [NamedQuantity]
  ) throws(InputFailure) -> StudyCases {
    let log = FindingLog()
    let varied = factors + estimatedFactors(figures, log)
    var result = StudyCases(factors: varied + columns, cases: [])
    let empty = result.factors.map { _ in "" }
    if includesBase {
      result.cases.append(
        StudyCases.Case(
          id: StudyCases.baseID, label: "base", overlays: changes, values: empty, assignments: [],
          role: .base,
          origin: .base))
    }
    let origin = design.caseDesign(seed: seed)?.origin ?? .chosen
    for item in designed(varied, log) { result.cases.append(planned(item, varied, empty, origin)) }
    for item in listed {
      var made = planned(item, result.factors, empty)
      if let stress = item.stress { made.overlays += Self.overlays(of: stress, at: item.place, expand, log) }
      result.cases.append(made)
    }
    if log.hasErrors { throw InputFailure(findings: log.sorted) }
    return result
  }

  /// Cases of the design without its base, which has a name of its own.
  private func designed(_ factors: [StudyFactor], _ log: FindingLog) -> [StudyCase] {
    guard let design = design.caseDesign(seed: seed) else { return [] }
    do {
      var cases = try design.cases(factors.map(\.factor)).filter { $0.role != .base }
      for index in cases.indices { cases[index].id = Self.number(index) }
      return cases
    } catch {
      for fault in error.faults where !log.hasErrors || fault != .noFactors {
        designPlace.report(fault.description, in: log)
      }
      return []
    }
  }

  /// The name of the case at a position from 0.
  private static func number(_ position: Int) -> String {
    let digits = String(position + 1)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }

  private func planned(
    _ item: StudyCase, _ factors: [StudyFactor], _ empty: [String], _ origin: StudyCase.Origin
  ) -> StudyCases.Case {
    var made = StudyCases.Case(
      id: item.id, label: item.label, overlays: changes, values: empty, assignments: item.assignments,
      role: item.role, origin: origin)
    for given in item.assignments {
      made.values[given.factor] = given.value.description
      if let text = OverlayText.text(factors[given.factor].factor, given.value) { made.overlays.append(text) }
    }
    return made
  }

  private func planned(_ item: ListedCase, _ factors: [StudyFactor], _ empty: [String]) -> StudyCases.Case {
    var made = StudyCases.Case(
      id: item.id, label: item.label, overlays: changes + item.overlays, values: empty, assignments: [],
      role: nil, origin: .chosen)
    for (index, factor) in factors.enumerated() {
      guard let value = item.values[factor.factor.name] else { continue }
      made.values[index] = value.description
      made.assignments.append(StudyCase.Assignment(factor: index, value: value))
    }
    return made
  }

  private static func overlays(
    of stress: Stress, at place: StudyPlace, _ expand: (Stress) throws -> [String], _ log: FindingLog
  ) -> [String] {
    do {
      return try expand(stress)
    } catch let fault as StressFault {
      place.report(fault.message, hint: fault.hint, in: log)
    } catch {
      place.report("\(error)", in: log)
    }
    return []
  }

  /// Estimated figures with a band, as factors. A figure that the file itself varies is left to it.
  private func estimatedFactors(_ figures: [NamedQuantity], _ log: FindingLog) -> [StudyFactor] {
    guard let estimates else { return [] }
    let own = Set(factors.map(\.factor.path))
    let estimated = figures.filter { $0.figure.basis == .estimated }
    let before = log.reports
    report(estimates.include, "include", estimated.map(\.name), log)
    report(estimates.exclude, "exclude", figures.map(\.name), log)
    var made: [StudyFactor] = []
    for item in estimated where estimates.takes(item.name) && !own.contains(item.name) {
      do {
        guard let distribution = try FigureBand.distribution(of: item.figure) else { continue }
        made.append(
          StudyFactor(
            Factor(item.name, path: item.name, domain: .distribution(distribution)), unit: item.figure.unit))
      } catch {
        estimatesPlace.report("\(item.name): \(error)", in: log)
      }
    }
    if made.isEmpty, log.reports == before {
      estimatesPlace.report(
        "no estimated figure with a band is left", hint: "include more, or give figures their low and high",
        in: log)
    }
    return made
  }

  private func report(_ patterns: [NamePattern], _ key: String, _ names: [String], _ log: FindingLog) {
    for pattern in patterns where !names.contains(where: pattern.matches) {
      let near = pattern.nearest(among: names).map { "did you mean '\($0)'?" }
      StudyPlace(origin: estimatesPlace.origin, path: estimatesPlace.path + [key]).report(
        "no \(key == "include" ? "estimated " : "")figure is called '\(pattern.text)'",
        hint: near ?? "for example \(names.prefix(3).joined(separator: ", "))", in: log)
    }
  }
}
