// SPDX-License-Identifier: GPL-3.0-or-later

/// Arithmetic on file paths as they are written in scenarios: with slashes, mostly relative.
enum FilePath {
  /// Whether a path is relative to the file in which it stands. Absolute paths (GDAL's `/vsi...` among them),
  /// addresses and connection strings such as `PG:dbname=grid` are not.
  static func isRelative(_ path: String) -> Bool {
    if path.isEmpty || path.hasPrefix("/") || path == "-" { return false }
    let scheme = path.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return !(scheme.count >= 1 && path.dropFirst(scheme.count).first == ":")
  }

  /// Folder of a file; empty for a file in the working directory.
  static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "" }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// The path without `.` and without `..` that can be undone.
  static func normalised(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  /// A path that stands in a file of `folder`, as seen from the working directory.
  static func resolve(_ path: String, in folder: String) -> String {
    guard isRelative(path) else { return path }
    return normalised(folder.isEmpty ? path : folder + "/" + path)
  }

  /// A path seen from the working directory, as a file of `folder` would write it. Returned as it is where no relative
  /// path leads there without knowing the working directory.
  static func relative(_ path: String, to folder: String) -> String {
    let from = normalised(folder)
    guard path.hasPrefix("/") == from.hasPrefix("/") else { return path }
    guard path.hasPrefix("/") || isRelative(path) else { return path }
    let target = normalised(path).split(separator: "/")
    let start = from.split(separator: "/")
    var common = 0
    while common < min(target.count, start.count), target[common] == start[common] { common += 1 }
    guard !start[common...].contains("..") else { return path }
    let up = Array(repeating: Substring(".."), count: start.count - common)
    return (up + target[common...]).joined(separator: "/")
  }
}
