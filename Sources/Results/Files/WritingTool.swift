// SPDX-License-Identifier: GPL-3.0-or-later

/// The program that wrote a file; anything else is none of Arpent's files.
struct WritingTool: Sendable, Equatable {
  /// Its version.
  var version: String

  /// Its name.
  static var name: String { Name.arpent.rawValue }

  fileprivate enum Name: String, CaseIterable {
    case arpent
  }
}

extension FileForm where Value == WritingTool {
  static var tool: Self {
    .object(
      [
        FileMember("name", FileForm<WritingTool.Name>.word, following: { _ in .arpent }),
        FileMember("version", \.version, .text),
      ], empty: WritingTool(version: ""))
  }
}
