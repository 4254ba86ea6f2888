// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// Fields of the features that some site has in its list; the others are forgotten as the layer streams by.
struct KeptRows {
  /// Number of fields of a feature.
  let fieldCount: Int
  private var rows: [Int: Int] = [:]
  private var values: [FieldValue] = []

  /// No rows yet.
  init(fieldCount: Int) { self.fieldCount = fieldCount }

  /// Value of a field of a feature that is kept.
  func value(ordinal: Int, field: Int) -> FieldValue? {
    rows[ordinal].map { values[$0 * fieldCount + field] }
  }

  /// Keeps the features of a batch that entered a list, and forgets, now and then, those that have left all.
  mutating func update(from index: BatchIndex, slots: [Int], _ lists: NeighbourLists, sites: Int) {
    guard fieldCount > 0, index.batch.count > 0 else { return }
    let batch = index.batch
    let first = batch.firstOrdinal
    for site in 0..<sites {
      for rank in 0..<lists.count(of: site) {
        let ordinal = lists.ordinal(site, rank)
        guard ordinal >= first, rows[ordinal] == nil, let feature = batch.position(ofOrdinal: ordinal) else {
          continue
        }
        rows[ordinal] = rows.count
        for slot in slots { values.append(batch.value(feature, slot)) }
      }
    }
    if rows.count > 4 * sites * lists.capacity + 1_000 { compact(lists, sites: sites) }
  }

  private mutating func compact(_ lists: NeighbourLists, sites: Int) {
    var kept: [Int: Int] = [:]
    var keptValues: [FieldValue] = []
    for site in 0..<sites {
      for rank in 0..<lists.count(of: site) {
        let ordinal = lists.ordinal(site, rank)
        guard kept[ordinal] == nil, let row = rows[ordinal] else { continue }
        kept[ordinal] = kept.count
        keptValues.append(contentsOf: values[(row * fieldCount)..<((row + 1) * fieldCount)])
      }
    }
    rows = kept
    values = keptValues
  }
}

extension FeatureBatch {
  /// Position in the batch of the feature at a place in the file; nil when it is not in the batch.
  func position(ofOrdinal wanted: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if ordinal[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < count && ordinal[low] == wanted ? low : nil
  }
}
