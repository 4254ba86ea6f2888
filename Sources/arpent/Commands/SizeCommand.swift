// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent size`.
struct SizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "One cluster without geography: from GPUs to megawatts, or from megawatts to GPUs.")

  @Option(help: "GPUs to size for.")
  var gpus: Int?

  @Option(help: "Grid power in MW to fill.")
  var mw: Double?

  @Option(help: "Product, for example gb300-nvl72.")
  var sku = "gb300-nvl72"

  @Option(help: "Power usage effectiveness of the site.")
  var pue = 1.15

  @Option(name: .customLong("supply-temperature-c"), help: "Coolant supply temperature in degC.")
  var supplyTemperatureC: Double?

  @Flag(help: "List the hardware catalogue with its sources.")
  var list = false

  @Option(name: .customLong("catalogue"), help: "Hardware file or directory (TOML); repeatable.")
  var catalogue: [String] = []

  @Option(help: "Print as text or json.")
  var format = OutputFormat.text

  func validate() throws {
    let asked = [gpus != nil, mw != nil, list].filter { $0 }.count
    if asked != 1 { throw ValidationError("Give one of --gpus, --mw and --list.") }
  }

  func run() throws {
    try CommandRun.run {
      let request = SizeRequest(
        question: gpus.map { .gpus($0) } ?? mw.map { .gridMW($0) } ?? .catalogue, skuID: sku, pue: pue,
        supplyTemperatureC: supplyTemperatureC, catalogue: catalogue, json: format == .json)
      try Terminal.data(SizeWorkflow.run(request))
    }
  }
}
