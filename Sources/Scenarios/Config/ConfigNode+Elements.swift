// SPDX-License-Identifier: GPL-3.0-or-later

/// Elements of a list of tables, such as `[[rule]]`, by name: each by its `name`, and by its number from 1
/// where no other has that name.
extension ConfigNode {
  /// The elements where this is a list of tables; nil for anything else.
  private var elements: [ConfigNode]? {
    guard case .array(let nodes) = content, !nodes.isEmpty, nodes.allSatisfy({ $0.entries != nil }) else {
      return nil
    }
    return nodes
  }

  /// Place of an element in the list; nil where there is none of the name or this is no list of tables.
  func elementIndex(_ key: String) -> Int? {
    guard let elements else { return nil }
    if let named = elements.firstIndex(where: { $0.entries?["name"]?.text == key }) { return named }
    guard let number = Int(key), String(number) == key, elements.indices.contains(number - 1) else {
      return nil
    }
    return number - 1
  }

  /// An element of the list.
  func element(_ key: String) -> ConfigNode? {
    guard case .array(let nodes) = content, let index = elementIndex(key) else { return nil }
    return nodes[index]
  }

  /// Names by which the elements can be addressed; nil where this is no list of tables.
  var elementNames: [String]? {
    elements?.enumerated().map { $1.entries?["name"]?.text ?? String($0 + 1) }
  }

  /// This list with an element replaced, or without it.
  func replacingElement(_ key: String, with value: ConfigNode?) -> ConfigNode? {
    guard case .array(var nodes) = content, let index = elementIndex(key) else { return nil }
    if let value { nodes[index] = value } else { nodes.remove(at: index) }
    return ConfigNode(.array(nodes), origin: origin)
  }
}
