// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import GDAL
import Glibc
import Quantities

/// The file or files behind a layer, when there are any.
package enum SourceFile {
  /// SHA-256 of a file's bytes; empty for a source that is not a plain file, such as a database or an archive
  /// member.
  package static func digest(of path: String) -> String {
    guard !path.hasPrefix("/vsi"), let file = fopen(path, "rb") else { return "" }
    defer { fclose(file) }
    var hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count > 0 { hash.update(buffer[..<count]) }
      if count < buffer.count { break }
    }
    return ferror(file) == 0 ? hash.hexDigest() : ""
  }

  /// SHA-256 of all files of a dataset, found by opening it.
  ///
  /// - Parameter source: What to open; a file that is no dataset has its own digest.
  /// - Returns: As `digest(of:files:)`.
  package static func datasetDigest(of source: String) -> String {
    guard let dataset = try? Dataset.open(source), let files = try? dataset.fileList() else {
      return digest(of: source)
    }
    return digest(of: source, files: files)
  }

  /// SHA-256 of all files of a dataset.
  ///
  /// One file has its own digest. Several, as a Shapefile has, are put in ascending order of their names
  /// without folders, and the digest is taken of one line for each: its digest, two blanks, its name, a line
  /// feed; what `sha256sum *` prints in the folder, given to `sha256sum` again. So a changed part changes it,
  /// and moving the folder does not.
  ///
  /// - Parameters:
  ///   - source: What was opened.
  ///   - files: Files of the dataset as GDAL names them.
  /// - Returns: 64 lower-case hexadecimal digits; empty for a database, a service, or files inside an archive
  ///   or on a server.
  static func digest(of source: String, files: [String]) -> String {
    if files.isEmpty { return digest(of: source) }
    if files.count == 1 { return isFile(files[0]) ? digest(of: files[0]) : "" }
    guard files.allSatisfy(isFile) else { return "" }
    let lines = withEncoding(files).map { path in
      (name: path.split(separator: "/").last.map(String.init) ?? path, path: path)
    }
    .sorted { ($0.name, $0.path) < ($1.name, $1.path) }
    .map { "\(digest(of: $0.path))  \($0.name)\n" }
    return SHA256.hexDigest(of: Array(lines.joined().utf8))
  }

  /// Files with those that say how the texts of a Shapefile are written, which GDAL reads and does not list.
  private static func withEncoding(_ files: [String]) -> [String] {
    let missing = files.filter { $0.lowercased().hasSuffix(".shp") }
      .flatMap { path in ["cpg", "CPG"].map { path.dropLast(3) + $0 }.map(String.init) }
      .filter { !files.contains($0) && isFile($0) }
    return files + missing
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder = false
    return !path.hasPrefix("/vsi") && FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder
  }
}
