// SPDX-License-Identifier: GPL-3.0-or-later

public import Studies

/// What `arpent study` is asked.
public struct StudyRequest: Sendable, Equatable {
  /// What to do with the cases.
  public enum Task: Sendable, Equatable {
    /// Answer those that have no answer yet, and write the reading of all when all are answered.
    case run
    /// Write the reading of the answers that are there; solve nothing.
    case collect
    /// List the cases; solve and write nothing.
    case list
  }

  /// The study file.
  public var path: String
  /// Directory for the answers and their reading.
  public var outputDirectory: String?
  /// What to do.
  public var task: Task
  /// Changes of the base before everything else, as `--set` takes them.
  public var overlays: [String]
  /// How much is decided again in each case; nil for what the study says.
  public var depth: StudyDepth?
  /// Which of the cases this process answers.
  public var shard: CaseShard
  /// Cases worked on at the same time; never changes a result.
  public var jobs: Int
  /// Folder with answers of other studies, read and added to; nil for none.
  public var cache: String?
  /// Whether every portfolio is costed in every case, for regret and the value of information.
  public var regret: Bool
  /// Whether a directory that Arpent did not write may be written into.
  public var force: Bool

  /// What `arpent study` is asked.
  public init(
    path: String, outputDirectory: String? = nil, task: Task = .run, overlays: [String] = [],
    depth: StudyDepth? = nil, shard: CaseShard = .whole, jobs: Int = 1, cache: String? = nil,
    regret: Bool = false, force: Bool = false
  ) {
    self.path = path
    self.outputDirectory = outputDirectory
    self.task = task
    self.overlays = overlays
    self.depth = depth
    self.shard = shard
    self.jobs = jobs
    self.cache = cache
    self.regret = regret
    self.force = force
  }
}

/// What `arpent study` answers.
public struct StudyResponse: Sendable {
  /// How a study ends.
  public enum Ending: Sendable {
    /// Every case asked for has an answer.
    case done
    /// Some cases failed or, in a collection, have no answer yet; the others have theirs.
    case someFailed
    /// It was interrupted; what was answered is kept.
    case interrupted
  }

  /// How it ended.
  public var ending: Ending
  /// Summary for a person.
  public var text: String
  /// The same for a program.
  public var json: String
}
