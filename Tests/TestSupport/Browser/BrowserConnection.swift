// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports

/// The DevTools protocol (https://chromedevtools.github.io/devtools-protocol/): commands with their answers,
/// and what happens meanwhile.
final class BrowserConnection {
  /// Something that happened in the browser.
  struct Event {
    var name: String
    var details: JSONValue
  }

  private let process: BrowserProcess
  private var session: String?
  private var lastCommand = 0
  /// Events that no one has waited for yet.
  private var unseen: [Event] = []
  /// Told of each event as it comes.
  var watcher: (Event) throws -> Void = { _ in }

  /// Starts a browser and attaches to its first page.
  init() throws {
    process = try BrowserProcess()
    let page = try call("Target.createTarget", ["url": "about:blank"], seconds: 60)
    guard let target = page["targetId"]?.string else {
      throw BrowserError.strange(answer: JSONWriter.text(page))
    }
    let attached = try call(
      "Target.attachToTarget", ["targetId": .string(target), "flatten": true], seconds: 30)
    session = attached["sessionId"]?.string
  }

  /// Sends a command without waiting for its answer.
  @discardableResult
  func send(_ command: String, _ parameters: JSONValue = [:]) throws -> Int {
    lastCommand += 1
    var members = [
      JSONValue.Member("id", .integer(lastCommand)), JSONValue.Member("method", .string(command)),
      JSONValue.Member("params", parameters),
    ]
    if let session { members.append(JSONValue.Member("sessionId", .string(session))) }
    try process.send(JSONWriter.text(.object(members), layout: .compact))
    return lastCommand
  }

  /// Sends a command and waits for its answer.
  func call(_ command: String, _ parameters: JSONValue = [:], seconds: Double) throws -> JSONValue {
    let identifier = try send(command, parameters)
    let deadline = ContinuousClock.now + .seconds(seconds)
    while let message = try next(deadline) {
      guard message["id"]?.int == identifier else { continue }
      if let fault = message["error"] {
        throw BrowserError.refused(command: command, message: fault["message"]?.string ?? "")
      }
      return message["result"] ?? [:]
    }
    throw BrowserError.late(waitingFor: "answer to \(command)", seconds: seconds)
  }

  /// Waits for an event; one that came since the last `forgetEvents` counts.
  @discardableResult
  func wait(for name: String, seconds: Double) throws -> JSONValue {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      if let index = unseen.firstIndex(where: { $0.name == name }) { return unseen.remove(at: index).details }
      guard try next(deadline) != nil else { throw BrowserError.late(waitingFor: name, seconds: seconds) }
    }
  }

  /// Events of before no longer count.
  func forgetEvents() { unseen = [] }

  /// Ends the browser.
  func end() { process.end() }

  private func next(_ deadline: ContinuousClock.Instant) throws -> JSONValue? {
    guard let text = try process.receive(until: deadline) else { return nil }
    guard let message = try? JSONReader.value(text) else { throw BrowserError.strange(answer: text) }
    if let name = message["method"]?.string {
      let event = Event(name: name, details: message["params"] ?? [:])
      unseen.append(event)
      try watcher(event)
    }
    return message
  }
}
