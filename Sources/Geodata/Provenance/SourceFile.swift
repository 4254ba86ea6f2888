// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials

/// The file behind a layer, when there is one.
public enum SourceFile {
  /// SHA-256 of a file's bytes; empty for a source that is not a plain file, such as a database or an archive member.
  public static func digest(of path: String) -> String {
    guard !path.hasPrefix("/vsi"), let data = FileManager.default.contents(atPath: path) else { return "" }
    return SHA256.hexDigest(of: Array(data))
  }
}
