// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Glibc
import Quantities

/// Names of commands as they are typed.
enum CommandNames {
  /// What is wrong with the name of the command; nil where nothing is, or where that is for others to say.
  static func fault(_ arguments: [String], of root: any ParsableCommand.Type) -> String? {
    var rest = arguments[...]
    let asksHelp = rest.first == "help"
    if asksHelp { rest.removeFirst() }
    guard let name = rest.first, !name.isEmpty, !name.hasPrefix("-") else { return nil }
    let commands = root.configuration.subcommands
    if let command = commands.first(where: { $0.configuration.commandName == name }) {
      return asksHelp ? nil : nestedFault(rest.dropFirst(), of: command)
    }
    if name == "help" { return nil }
    let names = commands.compactMap { $0.configuration.commandName }
    let cure =
      nearestName(to: name, among: names).map { "did you mean '\($0)'?" }
      ?? "there are \(names.sorted().joined(separator: ", "))"
    return "error: there is no command '\(name)'; \(cure)"
  }

  /// A command with commands of its own has one that is meant without a name: only what is nearly a name, and
  /// no file, is a fault.
  private static func nestedFault(_ arguments: ArraySlice<String>, of command: any ParsableCommand.Type)
    -> String?
  {
    let names = command.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let name = arguments.first, !name.hasPrefix("-"), !names.contains(name),
      let near = nearestName(to: name, among: names), access(name, F_OK) != 0
    else { return nil }
    return
      "error: there is no command '\(command.configuration.commandName ?? "") \(name)', and no such file; did you mean '\(near)'?"
  }
}
