// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes are a geometry taken apart into runs or refused.
// sources: Sources/Geodata/Streaming/WKBRuns.swift Sources/Geodata/Streaming/FeatureBatch+Kinds.swift
// examples: none

/// Stands for the batch, of which the runs need the roles alone.
struct FeatureBatch {}

func examine(_ input: [UInt8]) {
  guard let runs = try? WKBRuns(input) else { return }
  guard runs.x.count == runs.y.count, runs.starts.count == runs.roles.count,
    runs.starts == runs.starts.sorted(), runs.starts.allSatisfy({ $0 <= runs.x.count })
  else { fatalError("runs do not fit their coordinates") }
}
