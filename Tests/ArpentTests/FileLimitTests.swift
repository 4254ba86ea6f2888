// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("Files that may not grow, and a full disk", .serialized)
struct FileLimitTests {
  private static let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"

  /// Whether a small disk can be had.
  private static let hasDisks: Bool = {
    let made = try? ShellRun.run(
      "d=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs $d && umount $d && rmdir $d")
    if made?.code != 0 { print("skipped: mounting a small tmpfs needs an administrator") }
    return made?.code == 0
  }()

  private func contents(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = FileManager.default.contents(atPath: folder + "/" + name)
    }
    return files
  }

  @Test("Past the limit on the size of files: exit 73, the cause named, no half file, no earlier one lost")
  func sizeLimit() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let out = folder.path + "/out"
    let model = folder.path + "/model.mps"
    #expect(try ArpentBinary.run("plan", Self.scenario, "-o", out, "-q").code == 0)
    #expect(try ArpentBinary.run("model", Self.scenario, "-o", model, "-q").code == 0)
    let (whole, before) = (try contents(out), FileManager.default.contents(atPath: model))
    let commands = [
      "plan \(Self.scenario) -q -o \(out) --force", "plan \(Self.scenario) -q -o \(folder.path)/new",
      "model \(Self.scenario) -q -o \(model) --force", "model \(Self.scenario) -q -o \(folder.path)/x.lp",
      "report \(out) -q -o \(folder.path)/page.html",
      "export \(out) -q --format GPKG -o \(folder.path)/x.gpkg",
      "export \(out) -q --format CSV -o \(folder.path)/csv",
      "screen \(Self.scenario) -q -o \(folder.path)/screen",
    ]
    for command in commands {
      // Eight blocks of 512 bytes; what the program says goes through a pipe.
      let run = try ShellRun.run("(ulimit -f 8; arpent \(command) 2>&1; echo \"exit $?\") | cat")
      #expect(run.output.contains("exit 73"), "\(command): \(run.output)")
      #expect(run.output.contains("limit on the size of files (ulimit -f)"), "\(command): \(run.output)")
      #expect(!run.output.contains("NSError") && !run.output.contains("Domain="), "\(run.output)")
    }
    #expect(folder.names == ["model.mps", "out"])
    #expect(try contents(out) == whole)
    #expect(FileManager.default.contents(atPath: model) == before)
  }

  @Test("Standard output that takes nothing: exit 73, and that it cannot be written is said")
  func fullOutput() throws {
    for command in ["sites --format csv -q", "size --gpus 72", "inspect geodata/layers/sites.geojson"] {
      let run = try ShellRun.run("arpent \(command) >/dev/full")
      #expect(run.code == 73, "\(command): \(run.output)")
      #expect(run.output.contains("standard output cannot be written"), "\(run.output)")
    }
  }

  @Test(
    "A full disk: exit 73, and the earlier result is whole",
    .enabled(if: hasDisks, "mounting a small tmpfs needs an administrator"))
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let disk = folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    try #require(ShellRun.run("mount -t tmpfs -o size=64m tmpfs \(disk)").code == 0)
    defer { _ = try? ShellRun.run("umount \(disk)") }
    let out = disk + "/out"
    #expect(try ArpentBinary.run("plan", Self.scenario, "-o", out, "-q").code == 0)
    let whole = try contents(out)
    let used = whole.values.reduce(0) { $0 + ($1.count + 4_095) / 4_096 * 4 }
    try #require(ShellRun.run("mount -o remount,size=\(used + 64)k \(disk)").code == 0)
    let run = try ArpentBinary.run("plan", Self.scenario, "-o", out, "-q", "--force")
    #expect(run.code == 73, "\(run.diagnostics)")
    #expect(
      run.diagnostics.contains("No space left on device") || run.diagnostics.contains("disk is full"),
      "\(run.diagnostics)")
    #expect(try contents(out) == whole)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == ["out"])
  }
}
