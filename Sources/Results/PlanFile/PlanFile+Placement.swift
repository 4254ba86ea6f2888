// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import PlanningModel
import Quantities
import Sites

extension PlanFile {
  /// The decisions as a placement in a problem, so that everything can be computed again.
  ///
  /// - Parameter problem: The problem built from the inputs of the plan.
  /// - Throws: `PlanReadingError` with every site, connection, year and sku that the problem does not know.
  package func placement(in problem: SitingProblem) throws(PlanReadingError) -> Placement {
    var faults = FileFaults()
    let candidates = Dictionary(
      problem.sites.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var placed: [Placement.Site] = []
    for site in sites where site.isSelected {
      let path = "sites[\(site.id)]"
      guard let index = candidates[site.id] else {
        faults.report(path, Self.whyUnknown(site.id, in: problem))
        continue
      }
      var decision = Placement.Site(
        site: index, connection: nil, opensYear: nil,
        blocks: problem.blocks.map { _ in problem.years.map { _ in 0 } })
      decision.connection = connection(of: site, in: problem.sites[index], path: path, faults: &faults)
      if let year = site.opensYear {
        decision.opensYear = Self.index(of: year, in: problem, path: "\(path).opens_year", faults: &faults)
      }
      for (position, entry) in site.blocks.enumerated() {
        let place = "\(path).blocks[\(position)]"
        let year = Self.index(of: entry.year, in: problem, path: "\(place).year", faults: &faults)
        let sku = problem.blocks.firstIndex { $0.skuID == entry.skuID }
        if sku == nil {
          let hint =
            nearestName(to: entry.skuID, among: problem.blocks.map(\.skuID)).map { "; did you mean '\($0)'?" }
            ?? ""
          faults.report("\(place).sku", "the inputs place no '\(entry.skuID)'\(hint)")
        }
        if let year, let sku { decision.blocks[sku][year] = entry.blocks }
      }
      placed.append(decision)
    }
    try faults.check()
    return Placement(sites: placed.sorted { $0.site < $1.site })
  }

  private func connection(
    of site: Site, in candidate: CandidateSite, path: String, faults: inout FileFaults
  ) -> Int? {
    guard let connection = site.connection else { return nil }
    let voltageKV = connection.voltageKV
    let options = candidate.connections
    let exact = options.firstIndex {
      $0.kind == connection.kind && $0.voltageKV == voltageKV && $0.substation == connection.substation
    }
    if let index = exact ?? options.firstIndex(where: { $0.voltageKV == voltageKV }) { return index }
    let known = options.map { "\($0.voltageKV)" }.joined(separator: " or ")
    faults.report(
      "\(path).connection.voltage_kv", "the inputs offer no \(voltageKV) kV here, only \(known) kV")
    return nil
  }

  private static func index(
    of year: Int, in problem: SitingProblem, path: String, faults: inout FileFaults
  ) -> Int? {
    if let index = problem.years.firstIndex(of: year) { return index }
    let known = problem.years.map(String.init).joined(separator: ", ")
    faults.report(path, "\(year) is no planning year of the inputs (\(known))")
    return nil
  }

  private static func whyUnknown(_ id: String, in problem: SitingProblem) -> String {
    let reasons = problem.exclusions.filter { $0.siteID == id }
    if !reasons.isEmpty {
      let why = reasons.map { "\($0.rule): \($0.value), \($0.limit)" }.joined(separator: "; ")
      return "is selected although the inputs exclude it (\(why))"
    }
    let hint = nearestName(to: id, among: problem.sites.map(\.id)).map { "; did you mean '\($0)'?" } ?? ""
    return "the inputs have no such site\(hint)"
  }
}
