// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Makes an empty directory for the length of a block and removes it afterwards.
func withTemporaryDirectory<Result>(_ block: (URL) throws -> Result) throws -> Result {
  let directory = FileManager.default.temporaryDirectory.appending(path: "glpk-\(UUID())")
  try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: directory) }
  return try block(directory)
}
