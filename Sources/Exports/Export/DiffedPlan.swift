// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
import Planning
package import Results
import Sites

/// One of the two plans of the layer `diff`: what its plan.json says of every site, chosen or not.
package struct DiffedPlan: Sendable {
  /// A site of the file.
  struct Site: Sendable {
    var name: String
    var region: String
    /// Longitude and latitude, degrees, WGS 84; nil where the file has none.
    var position: SiteTable.Position?
    var status: PlannedSite.Status
    /// Why, in sentences.
    var reasons: [String]
    var opensYear: Int
    var connectionKV: Int
    /// Discounted cost, EUR; zero for a site that is not chosen.
    var discountedEUR: Double
    /// Power of the racks and from the grid, MW: at the end of the horizon, and by calendar year.
    var itMW: [Int?: Double] = [:]
    var gridMW: [Int?: Double] = [:]
  }

  /// What was decided, as `arpent compare` reads it.
  let compared: ComparedPlan
  /// Sites by identifier.
  let sites: [String: Site]

  /// Whether there is a plan, and not only the answer that there is none.
  package var hasPlan: Bool { compared.record.hasPlan }

  /// Reads a plan.json.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - path: The path the planner gave.
  /// - Throws: `PlanReadingError` with every fault.
  package init(_ document: JSONValue, path: String) throws(PlanReadingError) {
    compared = try ComparedPlan(document, path: path)
    var reader = PlanFieldReader()
    var sites: [String: Site] = [:]
    for entry in reader.list("sites", of: document, at: "") {
      let id = reader.text("id", of: entry, at: "sites")
      let site = Self.site(entry, at: "sites[\(id)]", &reader)
      if sites.updateValue(site, forKey: id) != nil {
        reader.report("sites[\(id)]", "stands twice in the file")
      }
    }
    if !reader.findings.isEmpty { throw PlanReadingError(findings: reader.findings) }
    self.sites = sites
  }

  private static func site(_ entry: JSONValue, at path: String, _ reader: inout PlanFieldReader) -> Site {
    let longitude = reader.optionalNumber("lon", of: entry, at: path)
    let latitude = reader.optionalNumber("lat", of: entry, at: path)
    var position: SiteTable.Position?
    if let longitude, let latitude {
      position = SiteTable.Position(longitude: longitude, latitude: latitude)
    }
    var site = Site(
      name: reader.text("name", of: entry, at: path), region: reader.text("region", of: entry, at: path),
      position: position, status: reader.word("status", of: entry, at: path) ?? .notChosen,
      reasons: reader.list("reasons", of: entry, at: path).compactMap(\.string),
      opensYear: entry["opens_year"]?.int ?? 0,
      connectionKV: entry["connection"]?["voltage_kv"]?.int ?? 0,
      discountedEUR: entry["cost"]?["discounted_eur"]?.double ?? 0)
    site.itMW = power("it_mw", of: entry, at: path, &reader)
    site.gridMW = power("grid_mw", of: entry, at: path, &reader)
    return site
  }

  /// A power by calendar year, and without a year that at the end of the horizon.
  private static func power(
    _ name: String, of entry: JSONValue, at path: String, _ reader: inout PlanFieldReader
  ) -> [Int?: Double] {
    var values: [Int?: Double] = [nil: reader.optionalNumber(name, of: entry, at: path) ?? 0]
    for member in entry[name + "_by_year"]?.members ?? [] {
      guard let year = Int(member.name), let value = member.value.double,
        value.magnitude <= ComparedPlan.largest
      else {
        reader.report("\(path).\(name)_by_year.\(member.name)", "a year with a power in MW is needed")
        continue
      }
      values[year] = value
    }
    return values
  }
}
