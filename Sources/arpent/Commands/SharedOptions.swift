// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
package import Workflows

/// How a command prints.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json

  /// Who reads it.
  var reader: Terminal.Reader { self == .text ? .person : .program }
}

extension TableFormat: ExpressibleByArgument {
  /// `text` is what other commands call the same thing.
  package init?(argument: String) { self.init(rawValue: argument == "text" ? "table" : argument) }
}

/// Options of every command that writes diagnostics.
struct DiagnosticOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing on standard error but errors.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more: solver messages and the time of each stage.")
  var verbose = false
}

/// Options of every command that reads a scenario.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "Scenario file (TOML), or - for standard input.")
  var scenario: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      """
      Change values before anything else happens, for example demand.gpus.2027=20000: path=value, *=, +=, -=, \
      =null; * and ? in paths; repeatable.
      """,
      valueName: "path=value"))
  var overlays: [String] = []

  @Option(
    parsing: .unconditional, help: "Layers read at the same time; never changes the result. (default: 2)",
    transform: NumberOption.jobs)
  var jobs = 2

  /// What a workflow reads.
  var source: ScenarioSource {
    ScenarioSource(path: InputPath.path(scenario), overlays: overlays, jobs: jobs)
  }
}
