// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent size`.
struct SizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "One cluster without geography: from GPUs to megawatts or back, down to the bill of materials.",
    discussion: """
      Every figure that is not published is labelled an assumption; docs/sizing.md lists them all with their
      sources. Change any with --set, for example --set design.power.ups_efficiency=0.97 or
      --set hardware.load_factor=0.75.
      """)

  @Option(parsing: .unconditional, help: "GPUs to size for.", transform: NumberOption.anyWhole)
  var gpus: Int?

  @Option(parsing: .unconditional, help: "Grid power in MW to fill.", transform: NumberOption.anyNumber)
  var mw: Double?

  @Flag(help: "List the hardware catalogue and the assumptions with their sources.")
  var list = false

  @Option(help: "Product, for example gb300-nvl72.")
  var sku = "gb300-nvl72"

  @OptionGroup(title: "The site") var site: SizeSiteOptions
  @OptionGroup(title: "The work") var work: SizeWorkOptions

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change one assumption, with the keys of [hardware], [cost] and [design]; repeatable.",
      valueName: "path=value"))
  var overlays: [String] = []

  @Option(name: .customLong("catalogue"), help: "Hardware file or directory (TOML); repeatable.")
  var catalogue: [String] = []

  @Option(name: .customLong("bom"), help: "Write the bill of materials to this file (CSV).")
  var billFile: String?

  @Flag(help: "Replace that file if it exists.")
  var force = false

  @Option(help: "Print as text or json.")
  var format = OutputFormat.text

  func validate() throws {
    let asked = [gpus != nil, mw != nil, list].filter { $0 }.count
    if asked != 1 { throw ValidationError("Give one of --gpus, --mw and --list.") }
    if list, billFile != nil { throw ValidationError("--bom goes with --gpus or --mw.") }
    try work.validate()
  }

  func run() throws {
    try CommandRun.run {
      let request = SizeRequest(
        question: gpus.map { .gpus($0) } ?? mw.map { .gridMW($0) } ?? .catalogue, skuID: sku,
        site: site.site, work: work.questions, overlays: overlays, catalogue: catalogue, billFile: billFile,
        force: force, json: format == .json)
      try Terminal.data(SizeWorkflow.run(request), for: format.reader)
    }
  }
}
