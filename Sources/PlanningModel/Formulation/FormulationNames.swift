// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Optimization
import Quantities

extension Formulation {
  /// Readable names of columns and rows for a model file: `w_SITE_400kV_2027` for a connection
  /// energised by the end of 2027, `x_SITE_SKU_2027` for blocks installed by then, `n_SKU_2027` for blocks in
  /// the whole country, `z_SITE_2027` for the site of the campus for training, `m_1` for what a priced rule
  /// is missed by, `p_SITE_SUBSTATION_2027` for what a site puts on a substation by then.
  package func names(for problem: SitingProblem, title: String) -> ModelNames {
    var columns = [String](repeating: "", count: model.columnCount)
    for (i, site) in problem.sites.enumerated() {
      for t in 0..<problem.yearCount {
        let year = problem.years[t]
        for (o, option) in site.connections.enumerated() {
          if let variable = key.energised[i][o][t] {
            columns[variable.column] = Self.clean(
              "w_\(site.id)_\(option.kind == .existing ? "existing_" : "")\(option.voltageKV)kV_\(year)")
          }
        }
        for (k, block) in problem.blocks.enumerated() {
          if let variable = key.installed[i][k][t] {
            columns[variable.column] = Self.clean("x_\(site.id)_\(block.skuID)_\(year)")
          }
        }
      }
    }
    for (k, block) in problem.blocks.enumerated() {
      for t in 0..<problem.yearCount {
        columns[key.national[k][t].column] = Self.clean("n_\(block.skuID)_\(problem.years[t])")
      }
    }
    if let campus = problem.trainingCampus {
      for (site, variable) in zip(problem.sites, key.training) {
        if let variable {
          columns[variable.column] = Self.clean("z_\(site.id)_\(problem.years[campus.year])")
        }
      }
    }
    for (index, variable) in key.violations.enumerated() { columns[variable.column] = "m_\(index + 1)" }
    for amount in key.connected {
      let site = problem.sites[amount.site]
      let place = amount.connections.first.map { site.connections[$0].substation } ?? ""
      columns[amount.variable.column] = Self.clean("p_\(site.id)_\(place)_\(problem.years[amount.year])")
    }
    let wholeRows = rows.enumerated().map { index, row in
      let year = row.year.map { "_\($0)" } ?? ""
      return Self.clean("r\(index + 1)_\(row.kind.identifier)_\(row.scope)\(year)")
    }
    let columnNames = Self.unique(columns.map(Self.short))
    let rowNames = wholeRows.map(Self.short)
    let shortened = (Array(zip(columnNames, columns)) + Array(zip(rowNames, wholeRows)))
      .filter { $1.count > Self.longest }
      .map { ModelNames.Shortened(name: $0, whole: $1) }
    return ModelNames(
      problem: Self.short(Self.clean(title)), columns: columnNames, rows: rowNames, shortened: shortened)
  }

  /// Names that stay apart where cleaning or cutting made two of them one: the later ones get a number.
  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.enumerated().map { index, name in
      seen.insert(name).inserted ? name : "\(name)_c\(index + 1)"
    }
  }

  /// Longest name that is written as it is. CBC 2.10 as Debian has it ends at names of more than 160
  /// characters; a number that keeps equal names apart has room in what is left.
  private static let longest = 150

  /// A name that every reader takes: a long one ends in digits of the digest of all of it, so that two that
  /// begin alike stay apart.
  private static func short(_ name: String) -> String {
    guard name.count > longest else { return name }
    var hash = SHA256()
    hash.update(Array(name.utf8)[...])
    return "\(name.prefix(longest - 17))_\(hash.hexDigest().prefix(16))"
  }

  /// A name of nothing but letters, digits, `_` and `.`, which every reader of MPS and LP files takes.
  private static func clean(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      let isPlain =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      text.unicodeScalars.append(isPlain || scalar == "_" || scalar == "." ? scalar : "_")
    }
    return text.isEmpty ? "unnamed" : text
  }
}
