// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import Quantities

/// A style sheet or script that is written into a page as it is. Its digest goes into the page's security
/// policy, so that a browser runs no other script than these.
package struct PageAsset: Sendable, Equatable {
  /// Its text.
  package let text: String

  /// Takes a text; nil for one that would end its element or begin a comment, which no style sheet or script
  /// has a reason to.
  package init?(_ text: String) {
    let lower = text.lowercased()
    for mark in ["</script", "</style", "<!--"] where lower.contains(mark) { return nil }
    self.text = text
  }

  /// A file that lies in the program.
  package init(embedded bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

  /// Its source in a `script-src` of a Content-Security-Policy
  /// (https://www.w3.org/TR/CSP3/#grammardef-hash-source).
  package var policySource: String {
    var hash = SHA256()
    hash.update(Array(text.utf8)[...])
    return "'sha256-\(Data(hash.digest()).base64EncodedString())'"
  }
}
