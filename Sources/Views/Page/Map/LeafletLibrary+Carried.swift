// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

extension LeafletLibrary {
  /// The library that a page of Arpent carries, so that all else of the page can be made again where that
  /// version is not installed.
  ///
  /// - Parameters:
  ///   - page: Text of the page.
  ///   - version: Version as the manifest beside it states it.
  /// - Returns: Nil for a page that carries none.
  package init?(carriedBy page: String, version: String) {
    func content(_ element: String, number: Int) -> String? {
      var rest = page[...]
      for place in 0...number {
        guard let open = rest.firstRange(of: "<\(element)>"),
          let close = rest[open.upperBound...].firstRange(of: "</\(element)>")
        else { return nil }
        if place == number { return String(rest[open.upperBound..<close.lowerBound]) }
        rest = rest[close.upperBound...]
      }
      return nil
    }
    // Behind the style sheet of every page, and behind what its scripts share.
    guard let style = content("style", number: 1).flatMap({ PageAsset($0) }),
      let script = content("script", number: 1).flatMap({ PageAsset($0) })
    else { return nil }
    self.init(version: version, script: script, style: style)
  }
}
