// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Glibc
import Quantities

/// Files that a source names, inside whatever GDAL wants around their paths.
enum SourcePath {
  /// The path under which the bytes of a source can be read: its own, or that of a stream from a server.
  static func ofBytes(_ source: String) -> String {
    source.hasPrefix("http://") || source.hasPrefix("https://") ? "/vsicurl_streaming/\(source)" : source
  }

  /// What a source is that cannot be read like a file, in words; nil for anything that can.
  ///
  /// Opening a named pipe waits until somebody writes to it, which may be never.
  static func obstacle(_ source: String) -> String? {
    var known: Set<String> = []
    return obstacle(source, depth: 0, &known)
  }

  private static func obstacle(_ source: String, depth: Int, _ known: inout Set<String>) -> String? {
    guard depth < 8, known.insert(source).inserted else { return nil }
    if source == "-" || source.hasPrefix("/vsistdin") {
      return "is standard input, which cannot be read twice; save it as a file"
    }
    for path in paths(in: source) {
      if let kind = unreadableKind(path) {
        return
          "\(path == source ? "is" : "'\(path)' is") \(kind), which cannot be read like a file; copy its content to a file"
      }
      // A part of a Shapefile or a header beside a grid is opened along with it.
      let slash = path.lastIndex(of: "/")
      let stem = path[(slash.map { path.index(after: $0) } ?? path.startIndex)...].prefix { $0 != "." }
      guard !stem.isEmpty, isRegular(path) else { continue }
      let folder = slash.map { String(path[..<$0]) } ?? "."
      for name in names(in: folder) where name.hasPrefix(stem + ".") {
        guard let kind = unreadableKind("\(folder)/\(name)") else { continue }
        return "has '\(name)' beside it, \(kind), which cannot be read like a file; remove it"
      }
    }
    // A folder of files is opened file by file.
    for name in names(in: source) {
      guard let kind = unreadableKind("\(source)/\(name)") else { continue }
      return "holds '\(name)', \(kind), which cannot be read like a file; remove it"
    }
    for named in VirtualFormat.sources(of: source) {
      guard let words = obstacle(named, depth: depth + 1, &known) else { continue }
      return "names '\(named)', which \(words.hasPrefix("'") ? "leads to " : "")\(words)"
    }
    return nil
  }

  /// What is to be said of a source that is the path of a file and is not there; nil for any other.
  static func absence(_ source: String) -> String? {
    guard !source.isEmpty, !source.contains(":"), !source.hasPrefix("/vsi"), !source.hasPrefix("<"),
      !source.hasPrefix("{"), !FileManager.default.fileExists(atPath: source)
    else { return nil }
    let near = nearestPath(to: source) { folder in
      (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
    return "there is no such file; "
      + (near.map { "did you mean '\($0)'?" } ?? "check the spelling and the working directory")
  }

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// The source and what is left of it without `/vsi.../` and names of drivers before it.
  private static func paths(in source: String) -> [String] {
    var paths = [source]
    var rest = source[...]
    while rest.hasPrefix("/vsi"), let end = rest.dropFirst().firstIndex(of: "/") {
      let isPart = rest.hasPrefix("/vsisubfile/")
      rest = rest[rest.index(after: end)...]
      // A part of a file has its place and length before the path.
      if isPart, let comma = rest.firstIndex(of: ",") { rest = rest[rest.index(after: comma)...] }
      paths.append(String(rest))
    }
    if let colon = rest.firstIndex(of: ":") {
      let inner = rest[rest.index(after: colon)...]
      if inner.first == "\"" {
        paths.append(String(inner.dropFirst().prefix { $0 != "\"" }))
      } else {
        paths.append(String(inner))
        paths.append(String(inner.prefix { $0 != ":" }))
      }
    }
    return paths
  }

  private static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func unreadableKind(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFIFO: return "a named pipe"
    case S_IFSOCK: return "a socket"
    case S_IFCHR, S_IFBLK: return "a device"
    default: return nil
    }
  }
}
