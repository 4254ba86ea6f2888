// SPDX-License-Identifier: GPL-3.0-or-later

/// One file of a result directory.
package struct ResultFile: Sendable {
  /// Where the bytes come from.
  package enum Content: Sendable {
    /// The bytes.
    case bytes([UInt8])
    /// Something that writes the file itself, for formats that a library writes; it receives the path of a
    /// file that does not exist yet and must leave it whole.
    case producer(@Sendable (_ path: String) throws -> Void)
  }

  /// Name without folders, for example `plan.json`.
  package var name: String
  /// Where the bytes come from.
  package var content: Content

  /// A file of a result directory.
  package init(_ name: String, _ content: Content) {
    self.name = name
    self.content = content
  }

  /// A file of text in UTF-8.
  package init(_ name: String, text: String) { self.init(name, .bytes(Array(text.utf8))) }
}
