// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// Files of the command line that can also come over standard input.
enum InputPath {
  /// Names of standard input: `-`, and what shells and Linux call it.
  private static let names = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"]

  static func isStandardInput(_ argument: String) -> Bool { names.contains(argument) }

  /// The path that stands for an argument.
  static func path(_ argument: String) -> String {
    isStandardInput(argument) ? ScenarioSource.standardInputPath : argument
  }
}
