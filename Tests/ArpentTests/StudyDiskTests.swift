// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("A study on a full disk", .serialized)
struct StudyDiskTests {
  /// Whether a small disk can be had; making one needs an administrator.
  private static let hasDisks =
    ((try? ShellRun.run(
      "d=$(mktemp -d) && mount -t tmpfs -o size=64k tmpfs $d && umount $d && rmdir $d"))?.code == 0)

  @Test(
    "Exit 73; what was answered is kept and whole; with room again the run completes",
    .enabled(if: hasDisks, "mounting a small tmpfs needs an administrator"),
    arguments: [(0.02, 0.0), (0.3, 0), (0.9, 0), (1, 0.05), (1, 0.5), (1, 0.95)])
  func full(ofAnswers: Double, ofReading: Double) throws {
    let study = try StudyRun()
    defer { study.remove() }
    #expect(try study.run("energy.toml", to: "whole").code == 0)
    let whole = study.files("whole")
    /// Kilobytes of the pages that files take.
    func size(_ isAnswer: Bool) -> Double {
      let files = whole.filter { $0.key.hasPrefix("cases/") == isAnswer }
      return files.values.reduce(0) { $0 + Double(($1.count + 4_095) / 4_096 * 4) }
    }
    let kilobytes = Int(ofAnswers * size(true) + ofReading * size(false)) + 4
    let disk = study.place("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    try #require(ShellRun.run("mount -t tmpfs -o size=\(kilobytes)k tmpfs \(disk)").code == 0)
    defer { _ = try? ShellRun.run("umount \(disk)") }

    let run = try study.run("energy.toml", to: "disk/study")
    #expect(run.code == 73, "\(run.output) \(run.diagnostics)")
    #expect(
      run.diagnostics.contains("No space left on device") || run.diagnostics.contains("disk is full"),
      "\(run.diagnostics)")
    #expect(!run.diagnostics.contains("internal fault"), "\(run.diagnostics)")
    let kept = study.files("disk/study").filter { $0.key.hasSuffix(".json") }
    #expect(!kept.isEmpty)
    for (name, data) in kept { #expect(whole[name] == data, "\(name)") }

    try #require(ShellRun.run("mount -o remount,size=64m \(disk)").code == 0)
    let again = try study.run("energy.toml", to: "disk/study")
    #expect(again.code == 0, "\(again.diagnostics)")
    #expect(StudyRun.differences(whole, study.files("disk/study")) == [])
    let beside = try FileManager.default.contentsOfDirectory(atPath: disk)
    #expect(beside == ["study"])
  }

  @Test("A file that may not grow: the answer is refused, and no half of it is left")
  func fileLimit() throws {
    let study = try StudyRun()
    defer { study.remove() }
    // One block of 512 bytes: no answer fits.
    let file = StudyRun.path("endings.toml")
    let run = try ShellRun.run(
      "trap '' XFSZ; ulimit -f 1; exec arpent study \(file) -o \(study.place("out")) --quiet 2>&1 | cat")
    #expect(run.output.contains("File too large"), "\(run.output)")
    #expect(study.files("out").keys.filter { $0.hasSuffix(".json") || $0.hasSuffix(".part") }.isEmpty)
    #expect(try study.run("endings.toml", to: "out").code == 0)
  }
}
