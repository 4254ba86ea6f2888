// SPDX-License-Identifier: GPL-3.0-or-later

/// The names in double quotes in an SQL condition, in order.
///
/// SQLite takes a double-quoted name that is no column for a text, so that `"naem" = 'x'` is simply false for
/// every feature, without any message. The wrapper therefore looks at such names itself.
func quotedNames(in condition: String) -> [String] {
  var names: [String] = []
  var quote: Character?
  var current = ""
  var characters = condition[...]
  while let character = characters.popFirst() {
    guard let open = quote else {
      if character == "'" || character == "\"" { quote = character }
      continue
    }
    guard character == open else {
      current.append(character)
      continue
    }
    if characters.first == open {
      // A doubled quote inside a name or text stands for itself.
      current.append(open)
      characters.removeFirst()
      continue
    }
    if open == "\"" { names.append(current) }
    quote = nil
    current = ""
  }
  return names
}
