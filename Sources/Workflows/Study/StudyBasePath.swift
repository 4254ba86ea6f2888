// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials

/// The path of a study's base scenario as the record of the study holds it: as seen from the directory of the study, so that it is the same
/// from wherever the study is run, and leads to the base from wherever the record is read.
enum StudyBasePath {
  /// The path of a file as seen from a directory, both as seen from the working directory.
  static func recorded(_ file: String, in directory: String) -> String {
    let target = parts(file)
    let start = parts(directory)
    var common = 0
    while common < min(target.count, start.count), target[common] == start[common] { common += 1 }
    let up = Array(repeating: "..", count: start.count - common)
    return (up + target[common...]).joined(separator: "/")
  }

  /// The recorded path as seen from the working directory.
  static func resolved(_ path: String, in directory: String) -> String {
    path.hasPrefix("/") ? path : recorded("\(directory)/\(path)", in: ".")
  }

  /// The parts of a path from the root on, without `.` and `..`.
  private static func parts(_ path: String) -> [String] {
    let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [String] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." {
        _ = parts.popLast()
      } else {
        parts.append(String(part))
      }
    }
    return parts
  }
}
