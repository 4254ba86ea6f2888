// SPDX-License-Identifier: GPL-3.0-or-later

/// The directory of a study: `cases/` with one file a case, written as they come, and beside it what is made
/// of all of them, written at the end.
package struct StudyDirectory: Sendable {
  /// The directory as the user gave it.
  package let path: String
  /// Whether a directory with other files may be used, and a result of another kind be replaced.
  package let force: Bool

  /// A directory; nothing is looked at yet.
  package init(_ path: String, force: Bool = false) {
    self.path = path
    self.force = force
  }

  /// Checks before the long work that the directory is free, or is that of a study.
  ///
  /// - Throws: `ResultDirectoryError`.
  package func check() throws(ResultDirectoryError) {
    switch FileSystem.kind(path) {
    case .absent: break
    case .other:
      throw ResultDirectoryError(path: path, reason: "it is a file", cure: "choose another directory with -o")
    case .directory:
      // A result of another kind may have somebody's folder of cases beside it: that makes it no study.
      if EarlierResult.files(in: path) != nil { break }
      let names = (try? FileSystem.names(in: path)) ?? []
      let isFree = names.isEmpty || names.contains("cases") || names.contains("summary.csv")
      if !isFree, !force {
        throw ResultDirectoryError(
          path: path, reason: "it holds files that are not those of a study",
          cure: "choose another directory with -o, or add --force to put the study beside them")
      }
    }
    try directory.check()
  }

  /// The answered cases.
  ///
  /// - Throws: `ResultDirectoryError`.
  package func store() throws(ResultDirectoryError) -> CaseStore { try CaseStore(folder: "\(path)/cases") }

  /// Writes what is made of all cases, beside them, each file at once.
  ///
  /// - Returns: What the planner should know of files of others.
  /// - Throws: `ResultDirectoryError`, or what a producer throws.
  @discardableResult
  package func write(_ files: [ResultFile]) throws -> [String] {
    try directory.write(files)
  }

  /// Files of others beside those of a study stay; a result of another kind is replaced with `force` alone.
  private var directory: ResultDirectory {
    let isOther = EarlierResult.files(in: path) != nil
    return ResultDirectory(path, kind: .study, force: force || !isOther)
  }
}
