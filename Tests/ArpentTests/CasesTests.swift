// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Inputs that once gave a wrong answer, or none, without a word. Each folder of `Cases` holds its inputs and
/// `expected.json`: command lines in order, each with its exit code, what the two streams together must say
/// (regular expressions) and must never say. With ARPENT_BINARY in the environment they are asked of that
/// program, the release build for example.
@Suite("Inputs that once gave a wrong answer")
struct CasesTests {
  /// A command line and what it must come to.
  private struct Line: Decodable {
    var run: String
    var code: Int32
    var says: [String]?
    var never: [String]?
  }

  private static let folder = ArpentBinary.root + "/Tests/ArpentTests/Cases"

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/expected.json") }.sorted()
  }()

  @Test("There is a case of every kind, and none without what is expected")
  func all() throws {
    let there = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
    #expect(there.sorted() == Self.names && there.count >= 14)
  }

  @Test("What each says is right, or refused, or warned of", arguments: names)
  func check(name: String) throws {
    let scratch = try TemporaryFolder()
    defer { scratch.remove() }
    let manager = FileManager.default
    for shared in ["models", "geodata"] {
      try manager.createSymbolicLink(
        atPath: "\(scratch.path)/\(shared)", withDestinationPath: "\(ArpentBinary.root)/\(shared)")
    }
    // Two levels down, as the inputs find the models.
    let place = "\(scratch.path)/cases/\(name)"
    try manager.createDirectory(atPath: "\(scratch.path)/cases", withIntermediateDirectories: true)
    try manager.copyItem(atPath: "\(Self.folder)/\(name)", toPath: place)
    let data = try Data(contentsOf: URL(fileURLWithPath: place + "/expected.json"))
    let lines = try JSONDecoder().decode([Line].self, from: data)
    #expect(!lines.isEmpty)
    for line in lines {
      let run = try ShellRun.run(line.run, directory: place)
      #expect(run.code == line.code, "\(name): \(line.run)\n\(run.output.suffix(2_000))")
      for words in line.says ?? [] {
        let found = run.output.range(of: words, options: .regularExpression) != nil
        #expect(found, "\(name): \(line.run) does not say \(words):\n\(run.output.suffix(2_000))")
      }
      for words in line.never ?? [] {
        let found = run.output.range(of: words, options: .regularExpression) != nil
        #expect(!found, "\(name): \(line.run) says \(words):\n\(run.output.suffix(2_000))")
      }
    }
  }
}
