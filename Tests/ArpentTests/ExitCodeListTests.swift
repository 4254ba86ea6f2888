// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("The exit codes of README and docs are those of the program")
struct ExitCodeListTests {
  private static let interrupted: Set<Int> = [129, 130, 143, 152]

  private func words(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test func lists() throws {
    let help = words(try ArpentBinary.run("--help").output)
    let start = try #require(help.range(of: "Exit codes: "))
    let end = try #require(help.range(of: ".", range: start.upperBound..<help.endIndex))
    let list = String(help[start.lowerBound..<end.upperBound])
    let known = Set(list.split { !$0.isNumber }.compactMap { Int($0) })
    #expect(known == Self.interrupted.union([0, 1, 3, 4, 5, 6, 7, 64, 65, 66, 73]))
    let root = ArpentBinary.root
    let readme = try String(contentsOfFile: root + "/README.md", encoding: .utf8)
    #expect(words(readme).contains(list))
    var tables = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: root + "/docs")
    where name.hasSuffix(".md") {
      var isTable = false
      for line in try String(contentsOfFile: "\(root)/docs/\(name)", encoding: .utf8).split(separator: "\n") {
        if line.hasPrefix("| exit code |") || line.hasPrefix("| code |") {
          isTable = true
          tables += 1
        }
        guard line.hasPrefix("|") else {
          isTable = false
          continue
        }
        guard isTable, let cell = line.split(separator: "|").first else { continue }
        let codes = Set(cell.split { !$0.isNumber }.compactMap { Int($0) })
        #expect(codes.isSubset(of: known), "docs/\(name): \(line)")
        if !codes.isDisjoint(with: Self.interrupted) {
          #expect(codes == Self.interrupted, "docs/\(name): \(line)")
        }
      }
    }
    #expect(tables >= 2)
  }
}
