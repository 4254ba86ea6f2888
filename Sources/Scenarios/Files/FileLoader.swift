// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Opens the files of one scenario and keeps the list of them. A file that cannot be opened is a finding at
/// the place that names it.
///
/// A reference type because all parts of one reading share the list; it lives within one call.
final class FileLoader {
  private let reader: FileReader
  private let log: FindingLog
  private let parsed: ParsedFiles?
  /// Files that were read, each once, in the order of reading.
  private(set) var files: [String] = []

  init(reader: FileReader, log: FindingLog, parsed: ParsedFiles? = nil) {
    self.reader = reader
    self.log = log
    self.parsed = parsed
  }

  /// The parsed content of a file; nil when it cannot be opened or is not TOML.
  ///
  /// - Parameters:
  ///   - path: The file, as seen from the working directory.
  ///   - asker: Who names the file.
  ///   - keyPath: Key under which it is named; empty for the scenario itself.
  func node(at path: String, asker: ConfigOrigin, keyPath: [String]) -> ConfigNode? {
    if let node = parsed?.node(path) {
      log.enter(file: path)
      if !files.contains(path) { files.append(path) }
      return node
    }
    let bytes: [UInt8]
    do {
      bytes = try reader.read(path)
    } catch {
      log.add(
        Finding(
          kind: .unreadableFile, file: asker.file, line: asker.position?.line,
          column: asker.position?.column, keyPath: ConfigPath.text(keyPath),
          message: "cannot open '\(path)': \(Self.words(for: error))",
          hint: hint(path, error, keyPath.isEmpty ? "" : Self.hint(asker))))
      return nil
    }
    log.enter(file: path)
    if !files.contains(path) { files.append(path) }
    let before = log.reports
    let node = ConfigParser.parse(bytes, file: path, log: log)
    if let node, log.reports == before { parsed?.keep(node, of: path) }
    return node
  }

  private func hint(_ path: String, _ failure: FileReader.Failure, _ otherwise: String) -> String {
    failure == .notFound ? reader.suggestion(for: path) ?? otherwise : otherwise
  }

  private static func words(for failure: FileReader.Failure) -> String {
    switch failure {
    case .notFound: "there is no such file"
    case .isFolder: "it is a folder"
    case .unreadable(let reason): reason
    }
  }

  private static func hint(_ asker: ConfigOrigin) -> String {
    asker.folder.isEmpty
      ? "paths are relative to the working directory here"
      : "paths are relative to the file in which they stand, here to \(asker.folder)"
  }
}
