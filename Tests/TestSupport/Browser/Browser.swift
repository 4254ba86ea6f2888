// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
import Foundation
import Reports

/// A page in a real browser (Debian's `chromium`, headless), driven by a test. Every wait is for something
/// that happens and has a deadline; nothing sleeps. It is used from one thread and ends with the object that
/// holds it.
package final class Browser {
  /// Longest wait for one answer, in seconds.
  package var patience = 30.0
  /// What the page did since it was opened.
  package private(set) var record = PageRecord()

  private let connection: BrowserConnection
  private var address = ""
  private var media: (type: String, features: [String: String]) = ("", [:])

  /// Starts a browser with an empty page.
  ///
  /// - Throws: `BrowserError.missing` naming the Debian package where Chromium is not installed.
  package init(width: Int = 1_200, height: Int = 900) throws {
    connection = try BrowserConnection()
    connection.watcher = { [unowned self] event in try take(event) }
    for domain in ["Page", "Runtime", "Log", "Network"] { _ = try call("\(domain).enable") }
    try setSize(width: width, height: height)
  }

  deinit { connection.end() }

  /// Opens a file and waits until it is loaded; what an earlier page did is forgotten.
  package func open(_ path: String) throws {
    address = URL(fileURLWithPath: path).absoluteString
    record = PageRecord()
    connection.forgetEvents()
    let answer = try call("Page.navigate", ["url": .string(address)])
    if let fault = answer["errorText"]?.string {
      throw BrowserError.refused(command: "opening \(path)", message: fault)
    }
    try connection.wait(for: "Page.loadEventFired", seconds: patience)
  }

  /// Runs an expression in the page and gives its value; a promise is waited for.
  @discardableResult
  package func evaluate(_ script: String) throws -> JSONValue {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": .string(script), "returnByValue": true, "awaitPromise": true, "userGesture": true])
    if let thrown = answer["exceptionDetails"] {
      let message = thrown["exception"]?["description"]?.string ?? thrown["text"]?.string ?? ""
      throw BrowserError.threw(script: script, message: message)
    }
    return answer["result"]?["value"] ?? .null
  }

  /// Waits until an expression of the page holds; it is looked at in each frame that the page draws.
  package func wait(until condition: String) throws {
    do {
      try evaluate(
        """
        new Promise(resolve => {
          const look = () => ((\(condition)) ? resolve(true) : requestAnimationFrame(look));
          look();
        })
        """)
    } catch BrowserError.late {
      throw BrowserError.late(waitingFor: condition, seconds: patience)
    }
  }

  /// Waits until what was changed has been drawn.
  package func settle() throws {
    try evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
  }

  /// Ends the browser; the object is of no more use.
  package func end() { connection.end() }

  /// Sends a command of the DevTools protocol and waits for its answer.
  @discardableResult
  package func call(_ command: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
    try connection.call(command, parameters, seconds: patience)
  }

  private func take(_ event: BrowserConnection.Event) throws {
    record.take(event, page: address)
    // A page that waits for an answer to a dialog would answer nothing else.
    if event.name == "Page.javascriptDialogOpening" {
      try connection.send("Page.handleJavaScriptDialog", ["accept": true])
    }
  }
}

extension Browser {
  /// Size of the window, in CSS pixels.
  package func setSize(width: Int, height: Int) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": .integer(width), "height": .integer(height), "deviceScaleFactor": 1, "mobile": false])
  }

  /// Whether scripts run on pages that are opened from now on.
  package func setScripting(_ isOn: Bool) throws {
    try call("Emulation.setScriptExecutionDisabled", ["value": .bool(!isOn)])
  }

  /// Whether the reader prefers a dark page.
  package func setDark(_ isDark: Bool) throws {
    try setMedia(media.type, feature: "prefers-color-scheme", isDark ? "dark" : "light")
  }

  /// Whether the reader prefers less motion.
  package func setStill(_ isStill: Bool) throws {
    try setMedia(media.type, feature: "prefers-reduced-motion", isStill ? "reduce" : "no-preference")
  }

  /// Whether the page is shown as it would be printed.
  package func setPrint(_ isPrint: Bool) throws { try setMedia(isPrint ? "print" : "", feature: nil, "") }

  private func setMedia(_ type: String, feature: String?, _ value: String) throws {
    media.type = type
    if let feature { media.features[feature] = value }
    let features = media.features.sorted { $0.key < $1.key }.map { name, value -> JSONValue in
      ["name": .string(name), "value": .string(value)]
    }
    try call("Emulation.setEmulatedMedia", ["media": .string(type), "features": .array(features)])
  }

  /// Writes a picture (PNG) of what is seen.
  package func screenshot(_ path: String) throws {
    try write(try call("Page.captureScreenshot", ["format": "png"]), to: path)
  }

  /// Prints the page to a PDF file.
  package func printPDF(_ path: String) throws {
    try write(try call("Page.printToPDF", ["printBackground": true]), to: path)
  }

  private func write(_ answer: JSONValue, to path: String) throws {
    guard let text = answer["data"]?.string, let data = Data(base64Encoded: text) else {
      throw BrowserError.strange(answer: JSONWriter.text(answer))
    }
    try data.write(to: URL(fileURLWithPath: path))
  }
}
