// SPDX-License-Identifier: GPL-3.0-or-later

/// The map library Leaflet (https://leafletjs.com, BSD 2-clause), which a page takes in so that its map moves
/// without a network.
package struct LeafletLibrary: Sendable, Equatable {
  /// Version as the library states it; empty where it states none.
  package let version: String
  package let script: PageAsset
  package let style: PageAsset

  package init(version: String, script: PageAsset, style: PageAsset) {
    self.version = version
    self.script = script
    self.style = style
  }

  /// Takes the library's own files.
  ///
  /// - Parameters:
  ///   - script: Text of `leaflet.js`.
  ///   - style: Text of `leaflet.css`; pictures that it names are left out, since a page loads nothing.
  /// - Returns: Nil for texts that cannot stand in a page.
  package init?(script: String, style: String) {
    // A page that carries a map of its sources asks for it as soon as somebody opens the tools of the
    // browser.
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false).filter {
      !$0.hasPrefix("//# sourceMappingURL=")
    }
    guard let code = PageAsset(Self.licence + lines.joined(separator: "\n")),
      let sheet = PageAsset(Self.withoutPictures(style))
    else { return nil }
    self.script = code
    self.style = sheet
    version = Self.version(in: script)
  }

  /// The terms of the library, which ask to be told on; small copies of it leave them out.
  private static let licence = """
    /* Leaflet: (c) 2010-2019 Vladimir Agafonkin, (c) 2010-2011 CloudMade. All rights reserved. BSD 2-clause:
    Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
    following conditions are met: 1. Redistributions of source code must retain the above copyright notice, this list of
    conditions and the following disclaimer. 2. Redistributions in binary form must reproduce the above copyright notice,
    this list of conditions and the following disclaimer in the documentation and/or other materials provided with the
    distribution. THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED
    WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR
    PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT,
    INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE
    GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF
    LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT
    OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE. */

    """

  /// A style sheet whose `url(...)` are `none`.
  private static func withoutPictures(_ sheet: String) -> String {
    var kept = ""
    var rest = sheet[...]
    while let start = rest.firstRange(of: "url("), let end = rest[start.upperBound...].firstIndex(of: ")") {
      kept += rest[..<start.lowerBound] + "none"
      rest = rest[rest.index(after: end)...]
    }
    return kept + rest
  }

  /// The version that the library tells programs: `version = "1.9.4"`.
  private static func version(in script: String) -> String {
    for mark in ["version=\"", "version = \""] {
      guard let start = script.firstRange(of: mark) else { continue }
      return String(script[start.upperBound...].prefix { $0 != "\"" })
    }
    return ""
  }
}
