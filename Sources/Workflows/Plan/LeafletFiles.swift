// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Wording

/// The map library where Debian's package `libjs-leaflet` puts it.
enum LeafletFiles {
  private static let folder = "/usr/share/javascript/leaflet"

  /// The library; nil where it is not installed.
  static func installed(in folder: String = folder) -> LeafletLibrary? {
    guard let style = text("\(folder)/leaflet.css") else { return nil }
    for name in ["leaflet.min.js", "leaflet.js"] {
      if let script = text("\(folder)/\(name)"), let library = LeafletLibrary(script: script, style: style) {
        return library
      }
    }
    return nil
  }

  private static func text(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }
}
