// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials

/// The path of a study's base scenario as the record of the study holds it: from the root, so that it is the
/// same from wherever the study is run and wherever its answers are put, and leads to the base from wherever
/// the record is read.
enum StudyBasePath {
  /// A file as seen from the working directory, from the root, without `.` and `..`.
  static func recorded(_ file: String) -> String {
    let whole = file.hasPrefix("/") ? file : FileManager.default.currentDirectoryPath + "/" + file
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    return "/" + parts.joined(separator: "/")
  }
}
