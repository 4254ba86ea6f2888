// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("What a command cannot finish leaves nothing behind, and takes nothing away")
struct UnfinishedFilesTests {
  private let scenario = "models/scenarios/campus-france.toml"

  /// Runs the program under a limit on the size of files, in blocks of 512 bytes or 1 KiB.
  private func runLimited(_ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "ulimit -f 40; exec \"$@\"", "sh", ArpentBinary.path] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: ArpentBinary.root)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
  }

  @Test("A file beyond the limit on sizes is a file that cannot be written")
  func sizeLimit() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let plan = folder.path + "/plan"
    #expect(try ArpentBinary.run("plan", scenario, "-o", plan, "--quiet").code == 0)
    let before = try FileManager.default.contentsOfDirectory(atPath: plan)
    #expect(try runLimited(["plan", scenario, "-o", plan, "--quiet"]) == 73)
    #expect(try runLimited(["screen", "-o", folder.path + "/screen", "--quiet"]) == 73)
    #expect(try runLimited(["export", plan, "-o", folder.path + "/x.gpkg", "--quiet"]) == 73)
    #expect(try runLimited(["model", scenario, "-o", folder.path + "/x.mps", "--quiet"]) == 73)
    #expect(try runLimited(["model", scenario, "-o", folder.path + "/x.lp", "--quiet"]) == 73)
    #expect(try runLimited(["report", plan, "-o", folder.path + "/x.html", "--quiet"]) == 73)
    #expect(folder.names == ["plan"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: plan).sorted() == before.sorted())
  }

  @Test("A signal while files are written leaves none", arguments: [SIGINT, SIGTERM, SIGHUP])
  func signals(number: Int32) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let plan = folder.path + "/plan"
    #expect(try ArpentBinary.run("plan", scenario, "-o", plan, "--quiet").code == 0)
    for command in [
      ["screen", "-o", folder.path + "/screen", "--quiet"],
      ["export", plan, "-o", folder.path + "/x.gpkg", "--quiet"],
    ] {
      let (process, wait) = try ArpentBinary.start(command)
      // Until it has begun to write something.
      for _ in 0..<2_000 where process.isRunning && folder.names == ["plan"] { usleep(500) }
      kill(process.processIdentifier, number)
      let code = wait().code
      #expect(code == 128 + number || code == 0)
      #expect(folder.names.filter { $0.hasPrefix(".") } == [], "\(command[0]), \(code)")
      for name in folder.names where name != "plan" {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      }
    }
  }

  @Test("Nothing beside the model file is touched, and a link to it stays")
  func model() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let files = FileManager.default
    for ending in ["mps", "lp", "dat"] {
      let file = "\(folder.path)/m.\(ending)"
      try folder.write("real.\(ending)", "old")
      try folder.write("victim", "mine")
      try files.createSymbolicLink(atPath: file, withDestinationPath: "real.\(ending)")
      try files.createSymbolicLink(atPath: file + ".part", withDestinationPath: "victim")
      #expect(try ArpentBinary.run("model", scenario, "-o", file, "--quiet").code == 73)
      #expect(try ArpentBinary.run("model", scenario, "-o", file, "--force", "--quiet").code == 0)
      #expect(try String(contentsOfFile: folder.path + "/victim", encoding: .utf8) == "mine")
      #expect(try files.destinationOfSymbolicLink(atPath: file) == "real.\(ending)")
      #expect(try String(contentsOfFile: folder.path + "/real.\(ending)", encoding: .utf8).count > 1_000)
    }
    #expect(
      folder.names == ["mps", "lp", "dat"].flatMap { ["m.\($0)", "m.\($0).part", "real.\($0)"] }.sorted()
        + ["victim"])
  }

  @Test("Standard output as a file, and a link that an export goes through")
  func streamsAndLinks() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let bill = try ArpentBinary.run("size", "--gpus", "64", "--bom", "/dev/stdout")
    #expect(bill.code == 0 && bill.output.contains("amount") && bill.output.hasPrefix("line"))
    let plan = folder.path + "/plan"
    #expect(try ArpentBinary.run("plan", scenario, "-o", plan, "--quiet").code == 0)
    try FileManager.default.createDirectory(atPath: folder.path + "/deep", withIntermediateDirectories: true)
    try folder.write("deep/real.geojson", "old")
    let link = folder.path + "/latest.geojson"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "deep/real.geojson")
    let arguments = ["export", plan, "--layer", "sites", "-o", link, "--quiet"]
    #expect(try ArpentBinary.run(arguments).code == 73)
    #expect(try ArpentBinary.run(arguments + ["--force"]).code == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "deep/real.geojson")
    let text = try String(contentsOfFile: folder.path + "/deep/real.geojson", encoding: .utf8)
    #expect(text.contains("FeatureCollection"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/deep") == ["real.geojson"])
    for device in ["/dev/null", "/dev/stdout"] {
      let run = try ArpentBinary.run("export", plan, "--format", "GeoJSON", "--layer", "sites", "-o", device)
      #expect(run.code == 73 && run.diagnostics.contains("-o -"), "\(run.diagnostics)")
    }
  }
}
