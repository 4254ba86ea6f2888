// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// `[estimates]`: figures behind the rules that fill what is not published about a site.
struct EstimatesBlock {
  /// nil where a figure that is needed is missing or wrong.
  var parameters: EstimateParameters?

  init(_ table: ConfigTable) {
    var read = EstimateParameters()
    let isComplete = table.read(EstimateParameters.fields, into: &read)
    if let use = table.choice("use", EstimateUse.self) { read.use = use }
    Self.checkOrder(read.derivedInputs, table)
    if isComplete { parameters = read }
  }

  /// Classes of free cooling go from cool to warm.
  private static func checkOrder(_ values: DerivedInputParameters, _ table: ConfigTable) {
    let limits = values.named().filter { $0.name.hasPrefix("free_cooling_") }
    for (cooler, warmer) in zip(limits, limits.dropFirst()) where cooler.figure.value > warmer.figure.value {
      // The fault is shown at a key that stands in the file.
      let key = table.node(cooler.name) == nil ? warmer.name : cooler.name
      guard let node = table.node(key) else { continue }
      table.finding(
        key, node,
        "makes \(cooler.name) = \(cooler.figure.value) lie above \(warmer.name) = \(warmer.figure.value)",
        hint: "classes A to D go from cool to warm")
    }
  }
}
