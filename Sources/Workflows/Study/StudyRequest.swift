// SPDX-License-Identifier: GPL-3.0-or-later

package import Studies

/// What `arpent study` is asked.
package struct StudyRequest: Sendable, Equatable {
  /// What to do with the cases.
  package enum Task: Sendable, Equatable {
    /// Answer those that have no answer yet, and write the reading of all when all are answered.
    case run
    /// Write the reading of the answers that are there; solve nothing.
    case collect
    /// List the cases; solve and write nothing.
    case list
  }

  /// The study file.
  package var path: String
  /// Directory for the answers and their reading.
  package var outputDirectory: String?
  /// What to do.
  package var task: Task
  /// Changes of the base before everything else, as `--set` takes them.
  package var overlays: [String]
  /// How much is decided again in each case; nil for what the study says.
  package var depth: StudyDepth?
  /// Which of the cases this process answers.
  package var shard: CaseShard
  /// Cases worked on at the same time; never changes a result.
  package var jobs: Int
  /// Folder with answers of other studies, read and added to; nil for none.
  package var cache: String?
  /// Whether every portfolio is costed in every case, for regret and the value of perfect information (EVPI).
  package var regret: Bool
  /// Whether a directory that Arpent did not write may be written into.
  package var force: Bool

  /// What `arpent study` is asked.
  package init(
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
package struct StudyResponse: Sendable {
  /// How a study ends.
  package enum Ending: Sendable {
    /// Every case asked for has an answer.
    case done
    /// Some cases failed or, in a collection, have no answer yet; the others have theirs.
    case someFailed
    /// It was interrupted; what was answered is kept.
    case interrupted
  }

  /// How it ended.
  package var ending: Ending
  /// Summary for a person.
  package var text: String
  /// The same for a program.
  package var json: String
}
