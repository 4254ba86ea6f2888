// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Optimization
import Quantities

/// How a search went, as the member `search` of `manifest.json`: an array with an object for each state.
enum SearchRecord {
  static let form = FileForm<[SearchTrace.Entry]>.list(
    .object(
      [
        FileMember("stage", \.stage, .text), FileMember("objective", \.objective, .text),
        FileMember("best", \.best, .optional(.number)), FileMember("bound", \.bound, .optional(.number)),
        FileMember("nodes", \.nodes, .whole(0...Int.max)),
        FileMember("iterations", \.iterations, .whole(0...Int.max)),
        FileMember("seconds", ifKnown: \.seconds, .seconds),
      ], empty: SearchTrace.Entry(stage: "", objective: "", best: nil, bound: nil, nodes: 0, iterations: 0))
  ).map({ SearchTrace($0) }, { $0.entries })
}

extension FileForm where Value == Double {
  /// A duration in seconds, written to the millisecond.
  fileprivate static var seconds: Self {
    Self(write: { .number($0.rounded(decimals: 3)) }) { value, path, faults in
      guard let seconds = number.read(value, path, &faults) else { return nil }
      if seconds >= 0 { return seconds }
      faults.report(path, "a number from 0 is needed, this is \(seconds)")
      return nil
    }
  }
}
