// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// A text of a list with the place where it stands.
struct LocatedText {
  var text: String
  var node: ConfigNode
}

extension ConfigTable {
  /// A text of a key; empty texts are findings where the key is needed.
  func text(
    _ key: String, _ need: Need = .optional, example: String = "\"...\"", _ form: KeyShape.TextForm? = nil
  ) -> String? {
    guard let node = node(key, need, example: example) else { return nil }
    return text(key, node, mayBeEmpty: need == .optional, form)
  }

  /// A text of a value that was already looked at.
  ///
  /// - Parameter form: What more is known of it; nothing where nil.
  func text(_ key: String, _ node: ConfigNode, mayBeEmpty: Bool = false, _ form: KeyShape.TextForm? = nil)
    -> String?
  {
    if let shape {
      shape.add(key, .text(form ?? (mayBeEmpty ? .any : .notEmpty)))
      return node.bareText
    }
    if let bare = node.bareText, node.text == nil, node.entries == nil {
      log.noteReadAsText(path + [key])
      return bare
    }
    guard let text = node.text else {
      finding(key, node, "must be a text in quotes, found \(node.kind)")
      return nil
    }
    if text.isEmpty, !mayBeEmpty {
      finding(key, node, "must not be empty")
      return nil
    }
    return text
  }

  /// One of the names of an enumeration.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Choice.Type, _ need: Need = .optional, formerly: [String: String] = [:]
  ) -> Choice? {
    let names = type.allCases.map(\.rawValue)
    let word = shape?.fixedWord(key)
    let example = "\"\(names.first ?? "")\""
    guard let text = text(key, need, example: example, .words(word.map { [$0] } ?? names)),
      let node = node(key)
    else { return nil }
    if isProbe { return word.flatMap(Choice.init(rawValue:)) ?? type.allCases.first }
    if let choice = Choice(rawValue: text) { return choice }
    finding(
      key, node, "is '\(text)'",
      hint: formerly[text].map { "it is now '\($0)'" } ?? Self.choiceHint(text, names))
    return nil
  }

  /// A hint that names the nearest of some names, and all of them.
  static func choiceHint(_ text: String, _ names: [String]) -> String {
    let near = nearestName(to: text, among: names).map { "did you mean '\($0)'? " } ?? ""
    return near + "valid: \(names.joined(separator: ", "))"
  }

  /// A list of texts, each at most once.
  ///
  /// - Returns: The texts in the order of the list; empty when it is absent or wrong.
  func texts(
    _ key: String, _ need: Need = .optional, example: String = "[\"...\"]", mayBeEmpty: Bool? = nil,
    _ form: KeyShape.TextForm? = nil
  ) -> [LocatedText] {
    guard let node = node(key, need, example: example) else { return [] }
    let mayBeEmpty = mayBeEmpty ?? (need == .optional)
    shape?.note(key) { ($0.isNeverEmpty, $0.isUnique) = (!mayBeEmpty, true) }
    guard let nodes = list(key, node) else {
      let hint = node.text.map { "write \(key) = [\(CanonicalTOML.quoted($0))]" } ?? ""
      finding(key, node, "must be a list of texts, found \(node.kind)", hint: hint)
      return []
    }
    if nodes.isEmpty, !mayBeEmpty { finding(key, node, "must not be an empty list") }
    var seen: Set<String> = []
    return nodes.compactMap { element in
      guard let text = text(key, element, form) else { return nil }
      guard seen.insert(text).inserted else {
        finding(key, element, "'\(text)' stands twice in the list")
        return nil
      }
      return LocatedText(text: text, node: element)
    }
  }
}
