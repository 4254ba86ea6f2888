// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Wording
import Workflows

/// `arpent report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the page of a plan, in English or French, and pictures for slides.",
    discussion: """
      Without -o, --map and --chart the page goes to report.html (report.fr.html in French) beside the plan. \
      Charts: gpus, power, costs, regions, headroom, basis, search. A picture is SVG or PNG by its ending.
      """)

  @Argument(help: "Result directory of 'arpent plan', or the plan.json in it.")
  var plan: String?

  @Option(name: .shortAndLong, help: "File of the page, or - for standard output.")
  var output: String?

  @Option(help: "Language of page and pictures: en or fr.")
  var lang = ReportLanguage.en

  @Option(
    help: ArgumentHelp("File of French words in place of those of the program; needs -o.", valueName: "file"))
  var words: String?

  @Flag(help: "Print all French words, as a file for --words.")
  var listWords = false

  @Option(
    help: ArgumentHelp("Write the map as .svg or .png; no page unless -o asks for one.", valueName: "file"))
  var map: String?

  @Option(
    help: ArgumentHelp(
      "Write a chart as .svg or .png, for example costs=costs.svg; repeatable.", valueName: "name=file"))
  var chart: [String] = []

  @Option(
    parsing: .unconditional, help: "Width of PNG pictures in pixels. (default: 1600)",
    transform: NumberOption.anyWhole)
  var width = 1_600

  @Flag(help: "Open the page in a browser when it is written.")
  var open = false

  @Flag(help: "Replace files that are there.")
  var force = false

  @Option(help: "Scenario to make the report from; by default the one recorded in the manifest.")
  var scenario: String?

  @OptionGroup var diagnostics: DiagnosticOptions

  func validate() throws {
    if listWords == (plan != nil) { throw ValidationError("Give a result directory or --list-words.") }
    if words != nil {
      guard lang == .fr else { throw ValidationError("--words needs --lang fr.") }
      // The page beside the plan is a part of the result, and verify knows the words of the program alone.
      if output == nil, map == nil, chart.isEmpty {
        throw ValidationError("--words needs a file for the page: name it with -o.")
      }
    }
    if open, output == "-" { throw ValidationError("--open needs a file: leave out -o -.") }
    if open, output == nil, map != nil || !chart.isEmpty {
      throw ValidationError("--open needs a page: name it with -o, or leave out --map and --chart.")
    }
  }

  func run() throws {
    try CommandRun.run {
      guard let plan else { return try Terminal.data(ReportWords.list, for: .program) }
      let request = ReportRequest(
        plan: plan, output: output, language: lang.language, words: words,
        pictures: (map.map { ["map=\($0)"] } ?? []) + chart, widthPixels: width, force: force,
        scenario: scenario.map(InputPath.path))
      let response = try ReportWorkflow.run(request, context: CommandRun.context(quiet: diagnostics.quiet))
      if let text = response.text { try Terminal.data(text, for: .program) }
      if open, let page = response.page, let fault = Browser.open(page) {
        if !diagnostics.quiet { Terminal.diagnose("warning: \(fault)") }
      }
    }
  }
}

/// A language by its code.
enum ReportLanguage: String, ExpressibleByArgument, CaseIterable {
  case en
  case fr

  /// The language.
  var language: Language { self == .fr ? .french : .english }
}
