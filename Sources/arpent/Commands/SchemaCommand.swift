// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// `arpent schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "The JSON Schema of a kind of file: its keys, units, ranges and words, for editors and programs.",
    discussion: """
      An editor that knows TOML completes and checks keys by a first line such as
      #:schema scenario.schema.json; docs/files.md says more.
      """)

  @Argument(
    help: "Kind of file: \(SchemaWorkflow.names.joined(separator: ", ")).",
    completion: .list(SchemaWorkflow.names))
  var kind: String?

  @Flag(help: "List the kinds.")
  var list = false

  @Option(help: "json: a JSON Schema; markdown: tables of its keys for people.")
  var format = SchemaWorkflow.Format.json

  @Option(help: "In markdown only this table, such as screening.rule.")
  var table: String?

  func validate() throws {
    if list == (kind != nil) { throw ValidationError("Give a kind of file or --list.") }
    guard let kind else { return }
    if table != nil, format != .markdown { throw ValidationError("--table needs --format markdown.") }
    do {
      _ = try SchemaWorkflow.text(of: kind, as: format, table: table)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  func run() throws {
    try CommandRun.run {
      guard let kind else { return try Terminal.data(SchemaWorkflow.list, for: .person) }
      try Terminal.data(
        SchemaWorkflow.text(of: kind, as: format, table: table),
        for: format == .json ? .program : .person)
    }
  }
}

extension SchemaWorkflow.Format: ExpressibleByArgument {}
