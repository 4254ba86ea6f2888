// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports

/// A key of the keyboard.
package enum BrowserKey: String, Sendable {
  case tab = "Tab"
  case enter = "Enter"
  case space = " "
  case escape = "Escape"
  case left = "ArrowLeft"
  case up = "ArrowUp"
  case right = "ArrowRight"
  case down = "ArrowDown"
  case home = "Home"
  case end = "End"

  /// Number of the key on Windows, which the protocol asks for.
  var code: Int {
    switch self {
    case .tab: 9
    case .enter: 13
    case .escape: 27
    case .space: 32
    case .end: 35
    case .home: 36
    case .left: 37
    case .up: 38
    case .right: 39
    case .down: 40
    }
  }

  /// What it writes.
  var text: String? {
    switch self {
    case .enter: "\r"
    case .space: " "
    default: nil
    }
  }
}

extension Browser {
  /// Presses and releases a key, where the focus is.
  package func press(_ key: BrowserKey, shift: Bool = false) throws {
    var members = [
      JSONValue.Member("key", .string(key.rawValue)),
      JSONValue.Member("code", .string(key == .space ? "Space" : key.rawValue)),
      JSONValue.Member("windowsVirtualKeyCode", .integer(key.code)),
      JSONValue.Member("modifiers", .integer(shift ? 8 : 0)),
    ]
    var down = [JSONValue.Member("type", .string(key.text == nil ? "rawKeyDown" : "keyDown"))] + members
    if let text = key.text { down.append(JSONValue.Member("text", .string(text))) }
    try call("Input.dispatchKeyEvent", .object(down))
    members.insert(JSONValue.Member("type", "keyUp"), at: 0)
    try call("Input.dispatchKeyEvent", .object(members))
  }

  /// Writes a text where the focus is.
  package func type(_ text: String) throws { try call("Input.insertText", ["text": .string(text)]) }

  /// Gives the focus to an element.
  package func focus(_ selector: String) throws {
    let found = try evaluate(
      """
      (element => { element?.focus(); return document.activeElement === element; })(
        document.querySelector(\(quoted(selector))))
      """)
    guard found.bool == true else {
      throw BrowserError.notReachable(selector: selector, reason: "does not take the focus")
    }
  }

  /// Brings an element into view and clicks its middle with the mouse. What lies over it would get the click,
  /// so that is an error.
  package func click(_ selector: String) throws {
    let place = try evaluate(
      """
      (async () => {
        const element = document.querySelector(\(quoted(selector)));
        if (!element) return 'is not on the page';
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
        const box = element.getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const hit = document.elementFromPoint(x, y);
        if (!element.contains(hit)) return 'lies under ' + (hit ? hit.outerHTML.slice(0, 120) : 'nothing');
        return [x, y];
      })()
      """)
    guard let x = place.array?.first?.double, let y = place.array?.last?.double else {
      throw BrowserError.notReachable(selector: selector, reason: place.string ?? "has no place")
    }
    try click(x: x, y: y)
  }

  /// Clicks a point of the window.
  package func click(x: Double, y: Double) throws {
    try mouse("mouseMoved", x, y, button: "none")
    try mouse("mousePressed", x, y)
    try mouse("mouseReleased", x, y)
  }

  /// Presses the mouse at a point, moves it in steps and lets go.
  package func drag(from start: (x: Double, y: Double), by shift: (x: Double, y: Double)) throws {
    try mouse("mouseMoved", start.x, start.y, button: "none")
    try mouse("mousePressed", start.x, start.y)
    for step in 1...8 {
      let part = Double(step) / 8
      try mouse("mouseMoved", start.x + shift.x * part, start.y + shift.y * part)
    }
    try mouse("mouseReleased", start.x + shift.x, start.y + shift.y)
  }

  private func mouse(_ type: String, _ x: Double, _ y: Double, button: String = "left") throws {
    try call(
      "Input.dispatchMouseEvent",
      [
        "type": .string(type), "x": .number(x), "y": .number(y), "button": .string(button),
        "buttons": .integer(button == "left" && type != "mouseReleased" ? 1 : 0), "clickCount": 1,
      ])
  }

  /// A text as a literal of JavaScript.
  package func quoted(_ text: String) -> String { JSONWriter.text(.string(text), layout: .compact) }
}
