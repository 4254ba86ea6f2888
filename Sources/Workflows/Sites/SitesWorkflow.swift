// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Results
import Scenarios
import Sites
import Views

/// How a table is printed.
package enum TableFormat: String, Sendable, CaseIterable {
  case table
  case csv
  case json
  case geojson
}

/// What `arpent sites` is asked.
package struct SitesRequest: Sendable, Equatable {
  /// The scenario.
  package var source: ScenarioSource
  /// One site with everything about it; nil for all sites.
  package var siteID: String?
  /// Which attributes, in this order; nil for all, or the usual ones in a table.
  package var attributes: [String]?
  /// How to print.
  package var format: TableFormat

  /// What `arpent sites` is asked.
  package init(
    source: ScenarioSource, siteID: String? = nil, attributes: [String]? = nil, format: TableFormat = .table
  ) {
    self.source = source
    self.siteID = siteID
    self.attributes = attributes
    self.format = format
  }
}

/// Shows the site table: every value with its basis and source.
package enum SitesWorkflow {
  /// The scenario behind `arpent sites` where none is named.
  ///
  /// - Throws: `WorkflowFailure` where the shipped scenarios are not at hand.
  package static func defaultScenario() throws -> String {
    guard let folder = CatalogueFiles.folder(named: "models/scenarios") else {
      throw WorkflowFailure(
        .cannotOpen, "models/scenarios is not here; name a scenario or run arpent inside its repository")
    }
    return folder + "/france-65.toml"
  }

  /// The table as text.
  ///
  /// - Throws: `WorkflowFailure`, also for a site or an attribute that does not exist.
  package static func run(_ request: SitesRequest, context: WorkflowContext) throws -> String {
    let prepared = try PreparedScenario(request.source, context: context, purpose: .sites)
    let table = prepared.table
    var rows = Array(0..<table.count)
    if let id = request.siteID {
      guard let row = table.row(of: id) else {
        throw WorkflowFailure(.invalidInput, "there is no site '\(id)'; \(hint(for: id, in: table))")
      }
      rows = [row]
    }
    try check(request.attributes ?? [], in: table)
    switch request.format {
    case .json: return json(table, rows: rows, attributes: request.attributes)
    case .csv:
      let view = SiteAttributeTable(table: table, attributes: request.attributes, basis: .all)
      return CSVWriter.text(view.table(rows: rows, withPosition: true))
    case .geojson: return SiteTableGeoJSON.text(table, rows: rows, attributes: request.attributes)
    case .table:
      return request.siteID == nil
        ? overview(
          table, attributes: request.attributes, from: prepared.scenario.sites, width: context.outputWidth)
        : sheet(table, row: rows[0], attributes: request.attributes)
    }
  }

  /// What site was probably meant: by its name, by a part of its identifier, or by a slip of the hand.
  private static func hint(for id: String, in table: SiteTable) -> String {
    var near = table.ids.indices.filter { table.names[$0].lowercased() == id.lowercased() }.map {
      table.ids[$0]
    }
    if near.isEmpty { near = namesContaining(id, among: table.ids) }
    if near.isEmpty { near = nearestName(to: id, among: table.ids).map { [$0] } ?? [] }
    guard !near.isEmpty else { return "'arpent sites' lists all \(table.count) of them" }
    let shown = near.prefix(3).map { "'\($0)'" }.joined(separator: " or ")
    return "did you mean \(shown)?"
  }

  /// Checks the attributes that are asked for.
  private static func check(_ attributes: [String], in table: SiteTable) throws {
    let known = table.columns.map(\.name)
    let findings = attributes.filter { table.column($0) == nil }.map { name -> Finding in
      let hint =
        nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "there are \(known.sorted().joined(separator: ", "))"
      return Finding("the sites have no attribute '\(name)'; \(hint)")
    }
    if !findings.isEmpty { throw WorkflowFailure(.invalidInput, findings) }
  }

  /// One line a site: what decides whether it can be chosen.
  private static func overview(
    _ table: SiteTable, attributes: [String]?, from source: LayerSource, width: Int?
  ) -> String {
    // What the planner's own sites are is not for Arpent to say.
    let isShipped = source.attribution.hasPrefix("Arpent data pack")
    let notice =
      isShipped
      ? "The list is public knowledge put together by Arpent, not the State's own list.\n"
      : source.attribution.isEmpty ? "" : "Sites: \(source.attribution)\n"
    let text =
      attributes.map { SiteTableText.text(table, attributes: $0) } ?? SiteTableText.text(table, width: width)
    return text
      + "* derived, ? estimated by a written rule; arpent sites SCENARIO --site ID shows sources\n" + notice
  }

  /// Everything about one site: each attribute with its basis, and the source on a line of its own, since
  /// sources are long.
  private static func sheet(_ table: SiteTable, row: Int, attributes: [String]?) -> String {
    let position = table.positions[row]
    var out = "\(table.names[row]) (\(table.ids[row])), \(position.longitude) E \(position.latitude) N\n"
    // What the whole row rests on is said once.
    let rowSource = table.text("source", row: row) ?? ""
    for column in columns(table, attributes) {
      let value = column.values[row]
      if value.isMissing {
        out += "  \(column.name): missing (\(reason(value)))\n"
        continue
      }
      let unit = column.unit.isEmpty || column.unit == "year" ? "" : " \(column.unit)"
      var band = ""
      if let low = value.low, let high = value.high {
        band = ", \(SiteTableText.number(low)) to \(SiteTableText.number(high))"
      }
      out += "  \(column.name): \(text(value))\(unit) (\(value.basis?.rawValue ?? "")\(band))\n"
      if !value.source.isEmpty, value.source != rowSource { out += "      \(value.source)\n" }
    }
    return out
  }

  private static func columns(_ table: SiteTable, _ attributes: [String]?) -> [SiteTable.Column] {
    attributes.map { $0.compactMap { table.column($0) } } ?? table.columns
  }

  /// A list with one site a line, so that neither the text nor the memory grows out of hand with many.
  private static func json(_ table: SiteTable, rows: [Int], attributes: [String]?) -> String {
    let columns = columns(table, attributes)
    var out = "["
    for (index, row) in rows.enumerated() {
      let site: JSONValue = [
        "id": .string(table.ids[row]),
        "name": .string(table.names[row]),
        "longitude": .number(table.positions[row].longitude),
        "latitude": .number(table.positions[row].latitude),
        "attributes": .object(
          columns.map { JSONValue.Member($0.name, cell($0.values[row], unit: $0.unit)) }),
      ]
      out += (index == 0 ? "\n" : ",\n") + JSONWriter.text(site, layout: .compact)
    }
    return out + "\n]\n"
  }

  private static func cell(_ value: SiteValue, unit: String) -> JSONValue {
    if case .missing(let reason) = value.content { return ["value": .null, "missing": .string(reason)] }
    return [
      "value": value.number.map { .number($0) } ?? .string(value.text ?? ""),
      "unit": .string(unit),
      "basis": .string(value.basis?.rawValue ?? ""),
      "source": .string(value.source),
      "low": .optional(value.low),
      "high": .optional(value.high),
    ]
  }

  private static func text(_ value: SiteValue) -> String {
    value.number.map(SiteTableText.number) ?? value.text ?? ""
  }

  private static func reason(_ value: SiteValue) -> String {
    if case .missing(let reason) = value.content { reason } else { "" }
  }
}
