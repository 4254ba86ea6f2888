// SPDX-License-Identifier: GPL-3.0-or-later

import Optimization

/// Rows for "the GPUs on a set of sites are at least, or at most, a share of all GPUs in service".
enum GPUShareRows {
  static func add(
    to builder: inout FormulationBuilder, atLeast: Double? = nil, atMost: Double? = nil,
    family: RowKey.Family, scope: String = "", where include: (CandidateSite) -> Bool
  ) throws(ModelError) {
    let problem = builder.problem
    for t in 0..<problem.yearCount {
      let key = RowKey(family, scope: scope, year: problem.years[t])
      if let atLeast {
        var sum = builder.gpus(year: t, where: include)
        sum.add(-atLeast, builder.nationalGPUs(year: t))
        try builder.addRow(sum, lower: 0, key)
      }
      if let atMost {
        var sum = builder.gpus(year: t, where: include)
        sum.add(-atMost, builder.nationalGPUs(year: t))
        try builder.addRow(sum, upper: 0, key)
      }
    }
  }
}
