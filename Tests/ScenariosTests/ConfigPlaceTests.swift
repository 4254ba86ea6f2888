// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Scenarios

@Suite struct ConfigPlaceTests {
  /// Paths are written with dots, list elements as numbers from 0.
  static let cases: [(path: String, text: String)] = [
    ("a", "<!>a = 1"),
    ("b", "a = 1\n  <!>b = 2"),
    ("a", "# a = 0\n\n<!>a = 1 # a = 2"),
    ("t", "<!>[t]\nx = 1"),
    ("t.x", "[t]\n<!>x = 1"),
    ("t.u.x", "[t]\nx = 1\n[t.u]\n<!>x = 2"),
    ("t.u", "[ t . <!>u . v ]\nx = 1"),
    ("t.u.v", "<!>[ t . u . v ]\nx = 1"),
    ("a.b.c", "a.b.<!>c = 1"),
    ("a.b", "a.<!>b.c = 1"),
    ("a.b.d", "a.b.c = 1\na.b.<!>d = 2"),
    ("t.a.b", "[t]\na.<!>b = 1"),
    ("with space", "<!>\"with space\" = 1"),
    ("quote\"d", "<!>\"quote\\\"d\" = 1"),
    ("li\\t", "<!>'li\\t' = 1"),
    ("\u{E9}", "<!>\"\\u00E9\" = 1"),
    ("a", "<!>a = \"b = 2 # [c]\""),
    ("b", "a = \"x\\\"\"\n<!>b = 1"),
    ("b", "a = 'x\\'\n<!>b = 1"),
    ("b", "a = \"\"\"\nb = 0\n[c]\n\"quoted\" \\\"\"\"\"\n<!>b = 1"),
    ("b", "a = '''\nb = 0\n'' \n'''''\n<!>b = 1"),
    ("b", "a = \"\"\n<!>b = 1"),
    ("b", "a = ''\n<!>b = 1"),
    ("l", "<!>l = [1, 2]"),
    ("l.1", "l = [1, <!>2]"),
    ("l.2", "l = [\n  1, # one\n  2,\n  <!>3,\n]\nb = 1"),
    ("b", "l = [\n  1,\n  2,\n]\n<!>b = 1"),
    ("l.1.0", "l = [[1], [<!>2]]"),
    ("l.1.x", "l = [{ x = 1 }, { <!>x = 2 }]"),
    ("t.x", "t = { <!>x = 1, y = 2 }"),
    ("t.y", "t = { x = 1, <!>y = 2 }"),
    ("t.y.z", "t = { x = '}', y = { <!>z = [1, 2] } }"),
    ("t.y.z", "t = { y.<!>z = 1 }"),
    ("t.2027", "t = { 2026 = 4_000, <!>2027 = 18_000 }"),
    ("l.0", "<!>[[l]]\nx = 1"),
    ("l.1", "[[l]]\nx = 1\n<!>[[l]]\nx = 2"),
    ("l.1.x", "[[l]]\nx = 1\n[[l]]\n<!>x = 2"),
    ("l.1.t.x", "[[l]]\n[l.t]\nx = 1\n[[l]]\n[l.t]\n<!>x = 2"),
    ("l.1.m.0.x", "[[l]]\n[[l.m]]\nx = 1\n[[l]]\n[[l.m]]\n<!>x = 2"),
    ("a", "\u{FEFF}<!>a = 1"),
    ("b", "a = 1\r\n<!>b = 2\r\n"),
    ("b", "a = 1979-05-27 07:32:00\n<!>b = 1"),
    ("b", "\u{FEFF}# caf\u{E9}\nt = { \"\u{E9}\" = 1 }\n<!>b = 1"),
    ("t.b", "t = { \"\u{E9}t\u{E9}\" = 1, <!>b = 2 }"),
  ]

  @Test("finds the spot of a key path", arguments: cases.indices)
  func spot(_ index: Int) throws {
    let (path, marked) = Self.cases[index]
    let text = MarkedText(marked)
    let log = FindingLog()
    var node = try #require(ConfigParser.parse(Array(text.text.utf8), file: "a.toml", log: log), "\(log.all)")
    for part in path.split(separator: ".") {
      // A number is a list element unless it is a year.
      if case .array(let elements) = node.content, let number = Int(part) {
        node = elements[number]
      } else {
        node = try #require(node.entries?[String(part)])
      }
    }
    let position = try #require(node.origin.position)
    // A byte order mark is not a character of the line.
    let shift = marked.hasPrefix("\u{FEFF}") && position.line == 1 ? 1 : 0
    #expect("\(position.line):\(position.column + shift)" == text.places.first)
  }

  @Test("knows every value that the parser finds", arguments: ScenarioFixture.files.keys.sorted())
  func completeness(_ path: String) throws {
    let text = try #require(ScenarioFixture.files[path])
    let log = FindingLog()
    let root = try #require(ConfigParser.parse(Array(text.utf8), file: path, log: log))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func check(_ node: ConfigNode, key: String) throws {
      if !key.isEmpty {
        let position = try #require(node.origin.position, "no position for \(key)")
        #expect(lines[position.line - 1].dropFirst(position.column - 1).contains(key))
      }
      for (key, child) in node.entries ?? [:] { try check(child, key: key) }
      if case .array(let nodes) = node.content {
        for child in nodes { #expect(child.origin.position != nil) }
      }
    }
    try check(root, key: "")
  }
}
