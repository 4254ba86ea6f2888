// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing
import Workflows

@Suite("The scripts of a job array say what was meant, whatever the paths are called")
struct SlurmScriptTests {
  @Test(arguments: [
    "plain", "two words", "a\"b", "it's", "$HOME", "`id`", "back\\slash", "$(touch x)", "a;b&c|d", "é%a",
    "a\nb",
    "-dash", "*?[x]", "#hash", "~", "!x",
  ])
  func everyWordArrives(name: String) throws {
    let folder = NSTemporaryDirectory() + "/arpent slurm " + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // A program that tells its arguments, each ended by NUL, under the name in question.
    let program = folder + "/tell " + name
    try "#!/bin/sh\nprintf '%s\\0' \"$@\" > \"$(dirname \"$0\")/told\"\n".write(
      toFile: program, atomically: false, encoding: .utf8)
    chmod(program, 0o755)
    let array = SlurmArray(
      study: "\(name).toml", directory: name, tasks: 8, jobs: 2, options: ["--set", "a=\(name)"],
      collectOptions: ["--regret"])
    let common = ["study", "\(name).toml", "-o", name, "--set", "a=\(name)"]
    let wanted = [
      "array.sh": common + ["--jobs", "2", "--quiet", "--shard", "3/8"],
      "collect.sh": common + ["--regret", "--collect", "--jobs", "2", "--quiet"],
    ]
    for script in array.scripts(program: program) {
      let file = folder + "/" + script.name
      try script.text.write(toFile: file, atomically: false, encoding: .utf8)
      for shell in ["/bin/bash", "/bin/sh"] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: shell)
        process.arguments = [file]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["SLURM_ARRAY_TASK_ID": "3", "PATH": "/usr/bin:/bin"]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let reported = try #require(FileManager.default.contents(atPath: folder + "/told"))
        let words = reported.split(separator: 0, omittingEmptySubsequences: false).dropLast()
        #expect(words.map { String(decoding: $0, as: UTF8.self) } == wanted[script.name])
      }
      // Slurm takes its options from the comments before the first command, and from no other line.
      let head = script.text.split(separator: "\n").prefix { $0.hasPrefix("#") }
      #expect(head.allSatisfy { $0.hasPrefix("#!/bin/sh") || $0.hasPrefix("#SBATCH --") })
      #expect(head.filter { $0.contains("--output=") }.allSatisfy { $0.count { $0 == "\"" } == 2 })
    }
  }
}
