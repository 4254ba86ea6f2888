// SPDX-License-Identifier: GPL-3.0-or-later

/// `[demand]`: GPUs in service at the end of each year.
struct DemandBlock {
  var gpus: [YearValue]

  init(_ table: ConfigTable, purpose: ScenarioReader.Purpose) {
    gpus = table.byYear(
      "gpus", .upTo(100_000_000), purpose == .plan ? .required : .optional, whole: true)
    for (earlier, later) in zip(gpus, gpus.dropFirst()) where later.value < earlier.value {
      table.log.add(
        .warning, at: later.node.origin, path: table.path + ["gpus", String(later.year)],
        "asks for fewer GPUs than \(earlier.year): \(NumberRange.text(later.value)) after "
          + NumberRange.text(earlier.value),
        hint: "targets count all GPUs in service, and what is built stays in service")
    }
    if let last = gpus.last, gpus.allSatisfy({ $0.value == 0 }) {
      table.finding("gpus", last.node, "asks for no GPU at all")
    }
  }
}
