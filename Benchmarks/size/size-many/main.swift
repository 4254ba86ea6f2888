// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Foundation
import Quantities
import Scenarios

// Sizes every case of a file, `sku MW PUE` a line, and prints a line for each; how fast goes to standard
// error. With `design` as second argument only the sizing is done, with `specification` everything that gets
// built.

let arguments = CommandLine.arguments
guard arguments.count >= 4, let text = try? String(contentsOfFile: arguments[1], encoding: .utf8) else {
  FileHandle.standardError.write(Data("usage: size-many CASES design|specification FILE.toml...\n".utf8))
  exit(64)
}
let whole = arguments[2] == "specification"
let catalogue = try CatalogueReader().catalogue(Array(arguments.dropFirst(3)))
let sizer = try ClusterSizer(catalogue: catalogue)
let cases = text.split(separator: "\n").map { line -> (sku: String, mw: Double, pue: Double) in
  let parts = line.split(separator: " ")
  return (String(parts[0]), Double(parts[1]) ?? .nan, Double(parts[2]) ?? .nan)
}
let basis = DesignBasis()
var conditions = SpecificationConditions()
conditions.climate = try .paris()

/// What is kept of a sizing, as the peer keeps it.
struct Kept {
  var systems: Int
  var gpus: Int
  var itMW: Double
  var gridMW: Double
  var flowLPerMin: Double
  var capexEUR: Double
}
var kept: [Kept] = []
kept.reserveCapacity(cases.count)
let clock = ContinuousClock()
var switches = 0
var capitalEUR = 0.0
let time = try clock.measure {
  for item in cases {
    let design = try sizer.sizing(
      forGridMW: item.mw, skuID: item.sku, conditions: SiteConditions(pue: item.pue)
    ).design
    if whole {
      let specification = try sizer.specification(
        of: design, conditions: conditions, basis: basis)
      switches &+= specification.fabricSwitches ?? 0
      capitalEUR += specification.ledger.capitalEUR.mid
    }
    kept.append(
      Kept(
        systems: design.systems, gpus: design.gpus, itMW: design.itMW, gridMW: design.gridMW,
        flowLPerMin: design.coolantFlowLPerMin, capexEUR: design.capex.totalEUR))
  }
}
let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
FileHandle.standardError.write(
  Data("\(cases.count) \(seconds) \(switches) \(capitalEUR)\n".utf8))
var out = ""
for (item, result) in zip(cases, kept) {
  let design = try sizer.sizing(
    forGridMW: item.mw, skuID: item.sku, conditions: SiteConditions(pue: item.pue)
  ).design
  let specification = try sizer.specification(of: design, conditions: conditions, basis: basis)
  let pods = specification.pods.map { pod in
    let switches = pod.fabric?.switches
    let text = "\(switches?.leaf ?? 0)/\(switches?.spine ?? 0)/\(switches?.core ?? 0)"
    return pod.count == 1 ? text : "\(pod.count)x\(text)"
  }
  out +=
    "\(result.systems) \(result.gpus) \(result.itMW) \(result.gridMW) \(result.flowLPerMin) "
    + "\(result.capexEUR) \(pods.joined(separator: "+"))\n"
}
FileHandle.standardOutput.write(Data(out.utf8))
