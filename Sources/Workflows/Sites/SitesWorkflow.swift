// SPDX-License-Identifier: GPL-3.0-or-later

import Figures
import Reports
import Scenarios
import Siting

/// How a table is printed.
public enum TableFormat: String, Sendable, CaseIterable {
  case table
  case csv
  case json
}

/// What `arpent sites` is asked.
public struct SitesRequest: Sendable, Equatable {
  /// The scenario.
  public var source: ScenarioSource
  /// One site with everything about it; nil for all sites.
  public var siteID: String?
  /// How to print.
  public var format: TableFormat

  /// What `arpent sites` is asked.
  public init(source: ScenarioSource, siteID: String? = nil, format: TableFormat = .table) {
    self.source = source
    self.siteID = siteID
    self.format = format
  }
}

/// Shows the site table: every value with its basis and source.
public enum SitesWorkflow {
  /// The scenario behind `arpent sites` where none is named.
  ///
  /// - Throws: `WorkflowFailure` where the shipped scenarios are not at hand.
  public static func defaultScenario() throws -> String {
    guard let folder = CatalogueFiles.folder(named: "models/scenarios") else {
      throw WorkflowFailure(
        .cannotOpen, ["models/scenarios is not here; name a scenario or run arpent inside its repository"])
    }
    return folder + "/france-65.toml"
  }

  /// The table as text.
  ///
  /// - Throws: `WorkflowFailure`, also for a site that does not exist.
  public static func run(_ request: SitesRequest, context: WorkflowContext) throws -> String {
    let prepared = try PreparedScenario(request.source, context: context, purpose: .sites)
    let table = prepared.table
    var rows = Array(0..<table.count)
    if let id = request.siteID {
      guard let row = table.row(of: id) else {
        let hint = nearestName(to: id, among: table.ids).map { "; did you mean '\($0)'?" } ?? ""
        throw WorkflowFailure(.invalidInput, ["there is no site '\(id)'\(hint)"])
      }
      rows = [row]
    }
    switch request.format {
    case .json: return json(table, rows: rows)
    case .csv: return csv(table, rows: rows)
    case .table: return request.siteID == nil ? overview(table) : sheet(table, row: rows[0])
    }
  }

  /// One line a site: what decides whether it can be chosen.
  private static func overview(_ table: SiteTable) -> String {
    SiteTableText.text(table)
      + "* derived, ? estimated by a written rule; arpent sites SCENARIO --site ID shows sources\n"
      + "The list is public knowledge put together by Arpent, not the State's own list.\n"
  }

  /// Everything about one site: each attribute with its basis, and the source on a line of its own, since sources are long.
  private static func sheet(_ table: SiteTable, row: Int) -> String {
    let position = table.positions[row]
    var out = "\(table.names[row]) (\(table.ids[row])), \(position.longitude) E \(position.latitude) N\n"
    // What the whole row rests on is said once.
    let rowSource = table.text("source", row: row) ?? ""
    for column in table.columns {
      let value = column.values[row]
      if value.isMissing {
        out += "  \(column.name): missing (\(reason(value)))\n"
        continue
      }
      let unit = column.unit.isEmpty || column.unit == "year" ? "" : " \(column.unit)"
      var band = ""
      if let low = value.low, let high = value.high { band = ", \(number(low)) to \(number(high))" }
      out += "  \(column.name): \(text(value))\(unit) (\(value.basis?.rawValue ?? "")\(band))\n"
      if !value.source.isEmpty, value.source != rowSource { out += "      \(value.source)\n" }
    }
    return out
  }

  private static func csv(_ table: SiteTable, rows: [Int]) -> String {
    var report = ReportTable(
      name: "sites",
      columns: [
        .init("id", .text), .init("name", .text), .init("longitude", .number), .init("latitude", .number),
      ]
        + table.columns.flatMap { column in
          let isNumber = column.values.contains { $0.number != nil }
          return [
            ReportTable.Column(column.name, isNumber ? .number : .text),
            ReportTable.Column("\(column.name)_basis", .text),
          ]
        })
    for row in rows {
      var cells: [ReportTable.Cell] = [
        .text(table.ids[row]), .text(table.names[row]), .number(table.positions[row].longitude),
        .number(table.positions[row].latitude),
      ]
      for column in table.columns {
        let value = column.values[row]
        switch value.content {
        case .number(let number): cells.append(.number(number))
        case .text(let text): cells.append(.text(text))
        case .missing: cells.append(.missing)
        }
        if let basis = value.basis { cells.append(.text(basis.rawValue)) } else { cells.append(.missing) }
      }
      report.add(cells)
    }
    return CSVWriter.text(report)
  }

  private static func json(_ table: SiteTable, rows: [Int]) -> String {
    JSONWriter.text(
      .array(
        rows.map { row in
          [
            "id": .string(table.ids[row]),
            "name": .string(table.names[row]),
            "longitude": .number(table.positions[row].longitude),
            "latitude": .number(table.positions[row].latitude),
            "attributes": .object(
              table.columns.map { JSONValue.Member($0.name, cell($0.values[row], unit: $0.unit)) }),
          ]
        }))
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
    value.number.map(number) ?? value.text ?? ""
  }

  private static func reason(_ value: SiteValue) -> String {
    if case .missing(let reason) = value.content { reason } else { "" }
  }

  /// A number without a needless fraction, at most four decimals.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() && rounded.magnitude < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}
