// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// Which column of a site source holds what.
struct SiteColumns {
  /// Column of the identifier.
  let id: String
  /// Column of the name.
  let name: String
  /// Columns by attribute, as the planner states them.
  let byAttribute: [String: String]

  private let access: LayerAccess

  /// The columns, once it is sure that they are there.
  ///
  /// - Throws: `InputFailure` for a column that is not there, and for an attribute that has two.
  init(_ source: SiteSource, of layer: Layer, _ access: LayerAccess) throws {
    self.access = access
    id = source.columns["id"] ?? source.idField
    name = source.columns["name"] ?? source.nameField
    byAttribute = source.columns.filter { $0.key != "id" && $0.key != "name" }
    try Self.checkHeadings([("id", id), ("name", name)], of: layer, access)
    try access.check(fields: [id, name] + byAttribute.values.sorted(), of: layer)
    try access.check(caseOf: layer.fields.map(\.name), in: layer)
    let units = byAttribute.sorted { $0.key < $1.key }.compactMap { attribute, column in
      SiteAttribute(rawValue: attribute).flatMap { access.unitFault(of: column, as: $0, "column") }
    }
    if !units.isEmpty { throw InputFailure(findings: units.map { access.finding($0) }) }
    let known = Set(layer.fields.map(\.name))
    let twice = byAttribute.filter { $0.key != $0.value && known.contains($0.key) }.sorted { $0.key < $1.key }
    if !twice.isEmpty {
      throw InputFailure(
        findings: twice.map { attribute, column in
          access.finding(
            "has a column '\(attribute)' beside '\(column)', which columns names for it; take one of them out"
          )
        })
    }
  }

  /// French headings that mean the identifier and the name of a site.
  private static let headings = [
    "id": ["identifiant", "id_site", "code_site", "identifiant_site"],
    "name": ["nom", "nom_site", "nom_du_site", "libelle", "libellé", "designation", "désignation"],
  ]

  /// Tells where a French heading holds what is missing under the usual one, with what to write.
  private static func checkHeadings(
    _ wanted: [(key: String, column: String)], of layer: Layer, _ access: LayerAccess
  ) throws {
    let known = layer.fields.map(\.name)
    let found = wanted.compactMap { key, column -> (key: String, heading: String)? in
      guard column == key, !known.contains(column) else { return nil }
      return known.first { headings[key]?.contains($0.lowercased()) == true }.map { (key, $0) }
    }
    if found.isEmpty { return }
    let missing = found.map { "no field '\($0.key)'" }.joined(separator: " and ")
    let meant = found.map { "'\($0.heading)'" }.joined(separator: " and ")
    let columns = found.map { "\($0.key) = \"\($0.heading)\"" }.joined(separator: ", ")
    throw access.failure(
      "has \(missing); if \(meant) \(found.count == 1 ? "is" : "are") meant, write columns = { \(columns) } beside source"
    )
  }

  /// Attributes that a column is stated to hold, in order.
  func attributes(of column: String) -> [String] {
    byAttribute.filter { $0.value == column }.map(\.key).sorted()
  }

  /// Columns whose names are one step off a name that planning reads, in words.
  ///
  /// - Parameter names: Names under which the columns are kept.
  func doubts(_ names: [String]) -> [String] {
    let taken = Set(names)
    let place = access.declared.name.hasPrefix("sites.add.") ? "in its entry of sites.add" : "under [sites]"
    return names.compactMap { name in
      // A column that was stated is meant.
      guard byAttribute[name] == nil else { return nil }
      let all = ColumnMeaning.meant(by: name)
      let meant = all.filter { !taken.contains($0) }
      guard let first = all.first else { return nil }
      guard !meant.isEmpty else {
        // Of several that are like it one may be there and be meant.
        return all.count > 1
          ? nil : "column '\(name)' is not read by planning, which reads '\(first)' of the same table"
      }
      if let attribute = meant.lazy.compactMap(SiteAttribute.init(rawValue:)).first(where: {
        HeaderUnit.conflict(in: name, with: $0) != nil
      }), let unit = HeaderUnit.conflict(in: name, with: attribute) {
        return
          "column '\(name)' is not read by planning, which reads '\(attribute.rawValue)' and counts in \(attribute.unit), where the name says "
          + "\(unit); if that is meant, convert the numbers and call the column '\(attribute.rawValue)'"
      }
      let list = meant.map { "'\($0)'" }.joined(separator: " or ")
      return
        "column '\(name)' is not read by planning, which reads \(list); if that is meant, write "
        + meant.map { "columns = { \($0) = \"\(name)\" }" }.joined(separator: " or ") + " \(place)"
    }
  }
}

extension LayerAccess {
  /// What is wrong with reading an attribute from a column whose name states another unit; nil for nothing.
  func unitFault(of column: String, as attribute: SiteAttribute, _ what: String) -> String? {
    HeaderUnit.conflict(in: column, with: attribute).map { unit in
      "\(what) '\(column)' is stated for \(attribute.rawValue), which is in \(attribute.unit), but its name says \(unit); convert the numbers, "
        + "and give the \(what) a name that says \(attribute.unit) or no unit"
    }
  }
}
