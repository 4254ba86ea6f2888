// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Results

/// Hands a study to Slurm as a job array: each task answers one part of the cases, and a last job, which
/// waits for all of them, writes what they say together. Scheduling is Slurm's; that a task is killed and
/// comes again loses nothing.
package struct SlurmArray: Sendable {
  /// The study file.
  package var study: String
  /// The directory of the study.
  package var directory: String
  /// Tasks of the array.
  package var tasks: Int
  /// Cases that a task works on at the same time.
  package var jobs: Int
  /// Further options of the study, passed on to every task, for example `--depth relaxation`.
  package var options: [String]
  /// Options of the job that collects alone, for example `--regret`.
  package var collectOptions: [String]
  /// Options of `sbatch` without their dashes, for example `partition=cpu`.
  package var slurmOptions: [String]

  /// A study as a job array.
  package init(
    study: String, directory: String, tasks: Int, jobs: Int, options: [String] = [],
    collectOptions: [String] = [], slurmOptions: [String] = []
  ) {
    self.study = study
    self.directory = directory
    self.tasks = tasks
    self.jobs = jobs
    self.options = options
    self.collectOptions = collectOptions
    self.slurmOptions = slurmOptions
  }

  /// Folder of the scripts and of Slurm's output, beside the cases.
  package var folder: String { "\(directory)/slurm" }

  /// The scripts: the array, and the job that collects.
  ///
  /// - Parameter program: Path of this program.
  package func scripts(program: String) -> [(name: String, text: String)] {
    let common = ["study", study, "-o", directory] + options
    let array = Self.words([program] + common + ["--jobs", "\(jobs)", "--quiet"])
    let collect = Self.words(
      [program] + common + collectOptions + ["--collect", "--jobs", "\(jobs)", "--quiet"])
    var head = ["#!/bin/sh"]
    func outputLine(_ name: String) -> [String] {
      isPlainFolder ? ["#SBATCH --output=\"\(output(name))\""] : []
    }
    for option in slurmOptions { head.append("#SBATCH --\(option)") }
    func script(_ lines: [String], _ command: String) -> String {
      (head + lines + [command]).joined(separator: "\n") + "\n"
    }
    return [
      (
        "array.sh",
        script(
          [
            "#SBATCH --job-name=arpent-study", "#SBATCH --array=1-\(tasks)",
            "#SBATCH --cpus-per-task=\(jobs)", "#SBATCH --requeue",
          ] + outputLine(Self.taskLog), "exec \(array) --shard \"$SLURM_ARRAY_TASK_ID/\(tasks)\"")
      ),
      (
        "collect.sh",
        script(
          ["#SBATCH --job-name=arpent-collect", "#SBATCH --cpus-per-task=\(jobs)"]
            + outputLine(Self.collectLog), "exec \(collect)")
      ),
    ]
  }

  private static let taskLog = "task-%a.log"
  private static let collectLog = "collect.log"

  /// Whether the folder's name can stand in a script's lines for Slurm, which have no way to write every
  /// character. What cannot is told to `sbatch` as an argument alone.
  private var isPlainFolder: Bool {
    folder.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0 != "\"" && $0 != "'" && $0 != "\\" && $0 != "#"
    }
  }

  /// A file of Slurm's in the folder: a percent sign of the folder's own is doubled.
  private func output(_ name: String) -> String {
    "\(folder.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%"))/\(name)"
  }

  /// Writes the scripts and submits them.
  ///
  /// - Returns: The numbers of the array job and of the job that collects.
  /// - Throws: `WorkflowFailure` where the scripts cannot be written or Slurm does not take them.
  package func submit() throws -> (array: String, collect: String) {
    let program = try Self.program()
    if let broken = slurmOptions.first(where: { $0.unicodeScalars.contains { $0.value < 0x20 } }) {
      throw WorkflowFailure(
        .invalidInput,
        "--slurm-option '\(broken)': holds a line end or control character; write it on one line")
    }
    do {
      // With it the directory is that of a study, also to the first task.
      _ = try CaseStore(folder: "\(directory)/cases")
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for script in scripts(program: program) {
        try SingleFile("\(folder)/\(script.name)", force: true).write(script.text)
      }
    } catch let error as ResultDirectoryError {
      throw WorkflowFailure(.cannotWrite, "\(error)")
    } catch {
      throw WorkflowFailure(.cannotWrite, "cannot make \(folder): \(error.localizedDescription)")
    }
    let array = try Self.sbatch(["--output=\(output(Self.taskLog))", "\(folder)/array.sh"])
    let collect = try Self.sbatch([
      "--output=\(output(Self.collectLog))", "--dependency=afterany:\(array)", "\(folder)/collect.sh",
    ])
    return (array, collect)
  }

  private static func program() throws -> String {
    guard let path = Bundle.main.executablePath else {
      throw WorkflowFailure(.internalFault, "the path of this program is not known")
    }
    return path
  }

  /// Submits a script and gives the number of its job.
  private static func sbatch(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sbatch", "--parsable"] + arguments
    let output = Pipe()
    let complaints = Pipe()
    process.standardOutput = output
    process.standardError = complaints
    do {
      try process.run()
    } catch {
      throw WorkflowFailure(.cannotOpen, "sbatch cannot be run: \(error.localizedDescription)")
    }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = complaints.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: said, as: UTF8.self).prefix { $0 != ";" && $0 != "\n" }
    guard process.terminationStatus == 0, !text.isEmpty else {
      throw WorkflowFailure(
        .cannotOpen,
        "Slurm did not take the job: \(String(decoding: complaint, as: UTF8.self)); "
          + "is sbatch installed (Debian: slurm-client)? The scripts are in the study's directory")
    }
    return String(text)
  }

  /// A command line for a shell, each word quoted where it needs to be.
  private static func words(_ words: [String]) -> String {
    words.map { word in
      let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./=:,+".contains($0)) }
      return isPlain && !word.isEmpty
        ? word
        : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }.joined(separator: " ")
  }
}
