// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Quantities

/// A style sheet or script that is written into a page as it is. Its digest goes into the page's security
/// policy, so that a browser runs no other script than these.
struct PageAsset: Sendable, Equatable {
  /// Its text.
  let text: String

  /// Takes a text; nil for one that would end its element or begin a comment, which no style sheet or script
  /// has a reason to.
  init?(_ text: String) {
    let lower = text.lowercased()
    for mark in ["</script", "</style", "<!--"] where lower.contains(mark) { return nil }
    self.text = text
  }

  /// A file of this module.
  fileprivate init(embedded bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  /// Its source in a `script-src` of a Content-Security-Policy
  /// (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
  var policySource: String {
    var hash = SHA256()
    hash.update(Array(text.utf8)[...])
    return "'sha256-\(Data(hash.digest()).base64EncodedString())'"
  }
}

extension PageAsset {
  /// Style of the map that moves and of what tables get by script.
  static let liveStyle = PageAsset(embedded: PackageResources.live_map_css)
  /// What the other scripts of a page share; runs before them.
  static let kit = PageAsset(embedded: PackageResources.page_kit_js)
  /// Tables that sort and filter.
  static let tables = PageAsset(embedded: PackageResources.sortable_js)
  /// The map that moves, after the map library, in the order in which its parts need each other.
  static let liveMap: [PageAsset] = [
    PackageResources.map_data_js, PackageResources.map_layers_js, PackageResources.map_canvas_js,
    PackageResources.map_markers_js, PackageResources.map_labels_js, PackageResources.map_controls_js,
    PackageResources.map_find_js, PackageResources.map_sheet_js, PackageResources.live_map_js,
  ].map { PageAsset(embedded: $0) }
}
