// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GLPKSolver
import Optimization
import TestSupport
import Testing

@testable import PlanningModel

@Suite("Names of columns and rows that every reader takes")
struct ModelNamesTests {
  @Test func longNamesAreShortenedApartAndSaidInTheFile() throws {
    var problem = RandomProblems.small(seed: 3)
    // Alike for longer than any reader takes.
    let alike = String(repeating: "site-of-a-very-long-name-", count: 12)
    for index in problem.sites.indices { problem.sites[index].id = alike + "\(index)" }
    let formulation = try Formulation(problem)
    let names = formulation.names(for: problem, title: String(repeating: "t", count: 400))
    for list in [names.columns, names.rows, [names.problem]] {
      #expect(list.allSatisfy { $0.count <= 160 })
      #expect(Set(list).count == list.count)
    }
    #expect(names == formulation.names(for: problem, title: String(repeating: "t", count: 400)))
    #expect(!names.shortened.isEmpty)
    #expect(
      names.shortened.allSatisfy { $0.whole.contains("site_of_a_very_long_name") && $0.whole.count > 160 })
    let folder = NSTemporaryDirectory() + "/arpent-names-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (format, mark) in [(ModelFileFormat.freeMPS, "*"), (.cplexLP, "\\")] {
      let file = folder + "/m.\(format.rawValue)"
      try GLPKModelWriter().write(formulation.model, names: names, format: format, to: file)
      let text = try String(contentsOfFile: file, encoding: .utf8)
      for entry in names.shortened {
        let start = try #require(text.range(of: "\(mark) \(entry.name)\n"))
        let lines = text[start.upperBound...].split(separator: "\n").prefix { $0.hasPrefix("\(mark)   ") }
        #expect(lines.map { $0.dropFirst(4) }.joined() == entry.whole)
      }
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 500 })
      // Another program reads the file.
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["glpsol", format == .freeMPS ? "--freemps" : "--lp", file, "--check"]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0 || process.terminationStatus == 127)
    }
  }

  @Test func shortNamesStayAsTheyAre() throws {
    let problem = RandomProblems.small(seed: 3)
    let names = try Formulation(problem).names(for: problem, title: "a b")
    #expect(names.shortened.isEmpty && names.problem == "a_b" && names.comments("*").isEmpty)
  }
}
