// SPDX-License-Identifier: GPL-3.0-or-later

package import Studies

/// A site that at least one plan of a study has. What no plan has is not known to the files of its cases.
package struct StudySite {
  /// The site as the first case that chose it has it.
  package var site: PlanFile.Site
  /// In how many plans it is.
  package var frequency: SelectionFrequency
  /// GPUs at the end of the horizon, least, mean and most over the plans that have it.
  package var gpus: (least: Int, mean: Double, most: Int)
  /// First and last calendar year in which it is energised, over the plans that have it; nil where it never
  /// is.
  package var opens: ClosedRange<Int>?

  /// All of them: by falling frequency, then by identifier.
  static func table(of result: StudyResult) -> [StudySite] {
    var chosen: [String: [PlanFile.Site]] = [:]
    var selections: [Set<String>] = []
    for row in result.rows {
      guard let plan = row.plan else { continue }
      var selection: Set<String> = []
      for site in plan.chosen where selection.insert(site.id).inserted {
        chosen[site.id, default: []].append(site)
      }
      selections.append(selection)
    }
    let ids = chosen.keys.sorted()
    guard let table = try? SelectionFrequency.table(of: ids, in: selections) else { return [] }
    var sites: [StudySite] = []
    for (id, frequency) in zip(ids, table) {
      guard let found = chosen[id], let first = found.first else { continue }
      let gpus = found.map(\.gpus)
      let years = found.compactMap(\.opensYear).sorted()
      var opens: ClosedRange<Int>?
      if let low = years.first, let high = years.last { opens = low...high }
      sites.append(
        StudySite(
          site: first, frequency: frequency,
          gpus: (
            gpus.min() ?? 0, gpus.reduce(0) { $0 + Double($1) } / Double(gpus.count), gpus.max() ?? 0
          ), opens: opens))
    }
    return sites.sorted { a, b in
      a.frequency.selected == b.frequency.selected
        ? a.site.id < b.site.id : a.frequency.selected > b.frequency.selected
    }
  }

  /// Classes that a listed site may have, the most stable first.
  package static let classes: [SelectionFrequency.Stability] = [.all, .most, .some]

  /// A class in words.
  package static func text(_ stability: SelectionFrequency.Stability) -> String {
    switch stability {
    case .all: "in all plans"
    case .most: "in most plans"
    case .some: "in some plans"
    case .none: "in no plan"
    }
  }
}
