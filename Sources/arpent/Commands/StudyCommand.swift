// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Studies
import Workflows

/// `arpent study`.
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "What-if: many cases from one file, resumable, on one machine or many.",
    discussion: """
      Answers go to DIR/cases, one file a case, as they come; what they say together is written beside them when \
      all are there. A study that was killed goes on where it was when it is run again. 'arpent study FILE' is \
      short for 'arpent study run FILE'.
      """,
    subcommands: [StudyRunCommand.self, StudyCollectCommand.self, StudyListCommand.self],
    defaultSubcommand: StudyRunCommand.self)
}

/// Options of every kind of study run.
struct StudyOptions: ParsableArguments {
  @Argument(help: "Study file (TOML), or - for standard input.")
  var study: String

  @Option(
    help: "Decide this much again in each case: relaxation, fixed_siting or full; otherwise as the file says."
  )
  var depth: StudyDepth?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change the base of all cases first, as in arpent plan; repeatable.", valueName: "path=value"))
  var overlays: [String] = []

  @Option(help: "Print as text or json.")
  var format = OutputFormat.text

  @OptionGroup var diagnostics: DiagnosticOptions

  /// Runs a request and ends with its code.
  func run(_ change: (inout StudyRequest) -> Void) throws {
    let interruption = Interruption()
    interruption.listen(saying: "interrupted: what was answered is kept; press again to stop at once")
    try CommandRun.run {
      var request = StudyRequest(path: InputPath.path(study), overlays: overlays, depth: depth)
      change(&request)
      let response = try StudyWorkflow.run(
        request, context: CommandRun.context(quiet: diagnostics.quiet, interruption: interruption))
      try Terminal.data(format == .json ? response.json : response.text, for: format.reader)
      if let signal = interruption.signal { throw CommandRun.Code.interrupted(signal) }
      if case .someFailed = response.ending { throw CommandRun.Code.someCasesFailed }
    }
  }
}

/// Where the answers of a study are.
struct StudyPlaceOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Directory for the answers and what is made of them.")
  var output: String

  @Option(
    parsing: .unconditional, help: "Cases worked on at the same time; never changes a result. (default: 2)",
    transform: NumberOption.jobs)
  var jobs = 2

  @Option(help: "Folder with answers that studies share: what is answered there is not solved again.")
  var cache: String?

  @Flag(help: "Cost every siting in every case, for regret and the value of perfect information (EVPI).")
  var regret = false

  @Flag(help: "Write into a directory that holds other files.")
  var force = false

  /// Tells a request where its answers are.
  func apply(to request: inout StudyRequest) {
    request.outputDirectory = output
    request.jobs = jobs
    request.cache = cache
    request.regret = regret
    request.force = force
  }
}

/// `arpent study run`.
struct StudyRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Answer the cases that have no answer yet. The default.")

  @OptionGroup var options: StudyOptions
  @OptionGroup var place: StudyPlaceOptions

  @Option(
    parsing: .unconditional,
    help: "Answer only this part of the cases, for example 3/8; collect puts the parts together.",
    transform: StudyRunCommand.part)
  var shard: CaseShard?

  // Not a command of its own: a job array is run by run, once for each task.
  @Flag(help: ArgumentHelp("Solve nothing; the same as arpent study collect.", visibility: .hidden))
  var collect = false

  @Flag(help: "Hand the study to Slurm as a job array, with a last job that collects.")
  var slurm = false

  @Option(
    name: .customLong("slurm-tasks"), parsing: .unconditional, help: "Tasks of the array. (default: 8)",
    transform: NumberOption.whole(1...100_000))
  var slurmTasks = 8

  @Option(
    name: .customLong("slurm-option"),
    help: "Option of sbatch without its dashes, for example partition=cpu; repeatable.")
  var slurmOptions: [String] = []

  /// Reads a part, `3/8`.
  private static let part: @Sendable (String) throws -> CaseShard = { text in
    if let shard = CaseShard(text) { return shard }
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let part = numbers[0], let count = numbers[1] else {
      throw ValidationError("it must be a part and the number of parts, for example 3/8")
    }
    guard count >= 1 else { throw ValidationError("the number of parts, \(count), must be 1 or more") }
    throw ValidationError("there is no part \(part): \(count) parts are 1/\(count) to \(count)/\(count)")
  }

  func validate() throws {
    if slurm, InputPath.isStandardInput(options.study) {
      throw ValidationError("--slurm needs the study as a file: its tasks have no standard input.")
    }
    if slurm, shard != nil { throw ValidationError("--slurm makes the parts itself; leave --shard out.") }
    if !slurm, !slurmOptions.isEmpty { throw ValidationError("--slurm-option goes with --slurm.") }
  }

  func run() throws {
    if slurm { return try submit() }
    try options.run { request in
      place.apply(to: &request)
      request.shard = shard ?? .whole
      request.task = collect ? .collect : .run
    }
  }

  private func submit() throws {
    try CommandRun.run {
      // What cannot be run is reported here and not by as many tasks as were asked for.
      var check = StudyRequest(path: options.study, overlays: options.overlays, depth: options.depth)
      place.apply(to: &check)
      check.task = .list
      _ = try StudyWorkflow.run(check, context: CommandRun.context(quiet: true))
      var passed: [String] = []
      if let depth = options.depth { passed += ["--depth", depth.rawValue] }
      for overlay in options.overlays { passed += ["--set", overlay] }
      if let cache = place.cache { passed += ["--cache", cache] }
      if place.force { passed.append("--force") }
      let array = SlurmArray(
        study: options.study, directory: place.output, tasks: slurmTasks, jobs: place.jobs,
        options: passed, collectOptions: place.regret ? ["--regret"] : [], slurmOptions: slurmOptions)
      let submitted = try array.submit()
      try Terminal.data(
        options.format == .json
          ? "{\"array_job\":\"\(submitted.array)\",\"collect_job\":\"\(submitted.collect)\"}\n"
          : "array job \(submitted.array) with \(slurmTasks) tasks, then job \(submitted.collect) that collects\n"
            + "watch it with: squeue; scripts and output are in \(array.folder)/\n",
        for: options.format.reader)
    }
  }
}

/// `arpent study collect`.
struct StudyCollectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Solve nothing; write what is made of the answers that are there.")

  @OptionGroup var options: StudyOptions
  @OptionGroup var place: StudyPlaceOptions

  func run() throws {
    try options.run { request in
      place.apply(to: &request)
      request.task = .collect
    }
  }
}

/// `arpent study list`.
struct StudyListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the cases with their changes; solve and write nothing.")

  @OptionGroup var options: StudyOptions

  func run() throws {
    try options.run { $0.task = .list }
  }
}

extension StudyDepth: ExpressibleByArgument {}
