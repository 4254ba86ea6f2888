// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports

/// What a page did that a page of Arpent must not do.
package struct PageRecord: Sendable, Equatable {
  /// Addresses it asked for, beside its own and `data:`, as they were asked for; refused ones too.
  package var requests: [String] = []
  /// What was written to the console at any level, by the page or by the browser about it.
  package var messages: [String] = []
  /// Exceptions that no one caught.
  package var exceptions: [String] = []
  /// Texts of dialogs it opened.
  package var dialogs: [String] = []

  /// A page that did none of it.
  package init() {}

  /// All that was recorded, one a line; empty for a page that keeps to itself.
  package var faults: [String] {
    requests.map { "request: " + $0 } + messages.map { "console: " + $0 }
      + exceptions.map { "exception: " + $0 }
      + dialogs.map { "dialog: " + $0 }
  }

  mutating func take(_ event: BrowserConnection.Event, page: String) {
    let details = event.details
    switch event.name {
    case "Network.requestWillBeSent":
      let address = details["request"]?["url"]?.string ?? "?"
      let own = address.prefix { $0 != "#" } == page
      if !own && !address.hasPrefix("data:") && address != "about:blank" { requests.append(address) }
    case "Network.webSocketCreated":
      requests.append(details["url"]?.string ?? "?")
    case "Runtime.consoleAPICalled":
      let texts = (details["args"]?.array ?? []).map { Self.text($0) }
      messages.append((details["type"]?.string ?? "") + ": " + texts.joined(separator: " "))
    case "Log.entryAdded":
      // The browser's own words: refused loads, breaches of the page's security policy.
      let text = details["entry"]?["text"]?.string ?? "?"
      messages.append((details["entry"]?["level"]?.string ?? "") + ": " + text)
    case "Runtime.exceptionThrown":
      let thrown = details["exceptionDetails"]
      exceptions.append(
        thrown?["exception"]?["description"]?.string ?? thrown?["text"]?.string ?? "unknown")
    case "Page.javascriptDialogOpening":
      dialogs.append(details["message"]?.string ?? "")
    default: break
    }
  }

  private static func text(_ argument: JSONValue) -> String {
    if let text = argument["value"]?.string ?? argument["description"]?.string { return text }
    return argument["value"].map { JSONWriter.text($0, layout: .compact) } ?? ""
  }
}
