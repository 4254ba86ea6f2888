// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

@Suite("Help texts")
struct HelpTests {
  @Test(
    "The help of every command is the golden one",
    arguments: [
      "", "plan", "sites", "size", "validate", "inspect", "verify", "model", "doctor", "serve", "compare",
      "report", "export",
      "study",
      "study run", "study collect", "study list", "schema",
    ])
  func golden(command: String) throws {
    let run = try ArpentBinary.run(command.split(separator: " ").map(String.init) + ["--help"])
    #expect(run.code == 0)
    let name = command.isEmpty ? "arpent" : "arpent-" + command.replacing(" ", with: "-")
    let difference = Snapshot.difference(run.output, golden: "ArpentTests/Golden/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
