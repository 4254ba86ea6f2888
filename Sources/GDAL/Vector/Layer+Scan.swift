// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Layer {
  /// Walks over the features of a query and makes sure that all of them came; every way of reading goes
  /// through here.
  ///
  /// - Parameter visit: Receives each feature; it is destroyed afterwards.
  /// - Returns: How many were visited.
  func scan(_ query: FeatureQuery, _ visit: (OGRFeatureH) throws -> Void) throws -> Int {
    let handle = try live()
    try takeCursor(handle, "OGR_L_GetNextFeature")
    defer { dataset.returnCursor(handle) }
    let isFiltered = query.attributeFilter != nil || query.region != nil
    if isFiltered { try checkCompletenessOnce(handle, for: query) }
    let collector = MessageCollector()
    var count = 0
    var declared = -1
    var wasCut = false
    try collector.collecting {
      try apply(query, to: handle, collector)
      defer { clearFilters(of: handle) }
      declared = Int(OGR_L_GetFeatureCount(handle, 0))
      guard !collector.hasFailure else { return }
      OGR_L_ResetReading(handle)
      while !collector.hasFailure {
        if let limit = query.limit, count >= limit {
          wasCut = true
          break
        }
        guard let feature = OGR_L_GetNextFeature(handle) else { break }
        defer { OGR_F_Destroy(feature) }
        try visit(feature)
        count += 1
      }
      // Leaves the driver without an open statement or file position.
      OGR_L_ResetReading(handle)
    }
    if collector.hasFailure {
      var error = readError(
        "OGR_L_GetNextFeature", query, collector, otherwise: "the features cannot be read")
      if error.reason == .readFailed {
        let expected = declared >= 0 ? " of \(declared)" : ""
        error.message = "reading stopped after \(count)\(expected) features: \(error.message)"
        error.hint = Self.readHint
      }
      throw error
    }
    if !wasCut, declared >= 0, count != declared, !countIsExact {
      if query.attributeFilter == nil, query.region == nil {
        let text =
          "layer \(name): \(count) features came and its description states \(declared); the file was read to its end"
        dataset.note([GDALMessage(severity: .warning, code: 1, text: text)])
      }
    } else if !wasCut, declared >= 0, count != declared,
      !isAccountedFor(missing: declared - count, of: declared, handle)
    {
      throw incomplete(count, of: declared)
    }
    dataset.note(collector.messages)
    return count
  }

  /// The error of a read that ended early without a word.
  func incomplete(_ count: Int, of declared: Int) -> GDALError {
    GDALError(
      .incompleteRead, function: "OGR_L_GetNextFeature",
      message: "\(count) features came but the file declares \(declared)",
      hint: Self.countHint, path: dataset.path, layer: name)
  }
}
