// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

/// Solution files of CPLEX: XML with an element `header` that states objective and status, and an element
/// `variable` a column with attributes `name` and `value`. Of a file with several solutions the first is
/// read, which is the best one. Only as much of XML is understood as such files use.
enum CPLEXFormat {
  private struct Tag {
    var line: Int
    var name: String
    var attributes: [String: String] = [:]
  }

  private struct Fault: Error {
    var line: Int
    var message: String
  }

  static func read(_ text: String) -> SolutionContent {
    var content = SolutionContent()
    var cursor = TextCursor(text)
    var openVariables = 0
    var hasVariables = false
    do throws(Fault) {
      while let tag = try nextTag(&cursor) {
        switch tag.name {
        case "header": readHeader(tag, &content)
        case "variables":
          openVariables += 1
          hasVariables = true
        case "/variables": openVariables -= 1
        case "variable" where openVariables > 0: readVariable(tag, &content)
        case "/CPLEXSolution":
          if let next = try nextTag(&cursor), next.name == "CPLEXSolution" {
            content.remarks.append(
              Finding("the file holds several solutions: the first was read", line: next.line))
          }
          return finish(content, hasVariables, openVariables)
        default: break
        }
      }
    } catch {
      content.findings.append(Finding(error.message, line: error.line, hint: "write it again"))
      return content
    }
    return finish(content, hasVariables, openVariables)
  }

  private static func finish(
    _ content: SolutionContent, _ hasVariables: Bool, _ openVariables: Int
  ) -> SolutionContent {
    var content = content
    if !hasVariables {
      content.findings.append(
        Finding("there is no element `variables`", hint: "of XML files, those of CPLEX are read"))
    } else if openVariables > 0 {
      content.refuseCut("the element `variables` is not closed")
    }
    return content
  }

  private static func readHeader(_ tag: Tag, _ content: inout SolutionContent) {
    if let objective = tag.attributes["objectiveValue"] {
      content.objective = SolutionContent.number(objective)
    }
    guard let status = tag.attributes["solutionStatusString"] else { return }
    content.say(status)
    let word = status.lowercased()
    if word.hasPrefix("infeasible") || word.hasPrefix("integer infeasible") {
      content.refuse(line: tag.line, status)
    }
  }

  private static func readVariable(_ tag: Tag, _ content: inout SolutionContent) {
    guard let name = tag.attributes["name"], let value = tag.attributes["value"] else {
      content.findings.append(Finding("a variable lacks its name or its value", line: tag.line))
      return
    }
    content.add(name, value, line: tag.line)
  }

  /// The next element's opening or closing tag; nil at the end.
  private static func nextTag(_ cursor: inout TextCursor) throws(Fault) -> Tag? {
    while true {
      _ = cursor.take { $0 == UInt8(ascii: "<") }
      if cursor.byte == nil { return nil }
      let start = cursor.line
      if cursor.skip("<!--") {
        while !cursor.skip("-->") {
          guard cursor.byte != nil else { throw Fault(line: start, message: "a comment is not closed") }
          cursor.advance()
        }
      } else if cursor.skip("<?") || cursor.skip("<!") {
        _ = cursor.take { $0 == UInt8(ascii: ">") }
      } else {
        return try readTag(&cursor)
      }
    }
  }

  private static func readTag(_ cursor: inout TextCursor) throws(Fault) -> Tag {
    let start = cursor.line
    cursor.advance()
    var tag = Tag(
      line: start, name: cursor.take { isBlank($0) || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") })
    if tag.name.hasSuffix("/"), tag.name.count > 1 { tag.name.removeLast() }
    while true {
      cursor.skipBlanks()
      if cursor.skip(">") || cursor.skip("/>") || cursor.skip("?>") { return tag }
      guard let byte = cursor.byte, byte != UInt8(ascii: "<") else {
        throw Fault(line: start, message: "the element `\(tag.name)` is not closed")
      }
      let key = cursor.take { isBlank($0) || "=></\"'".utf8.contains($0) }
      cursor.skipBlanks()
      guard !key.isEmpty, cursor.skip("="), let value = quoted(&cursor) else {
        throw Fault(
          line: cursor.line, message: "the element `\(tag.name)` has an attribute that is not name=\"value\"")
      }
      tag.attributes[key] = value
    }
  }

  private static func quoted(_ cursor: inout TextCursor) -> String? {
    cursor.skipBlanks()
    guard let quote = cursor.byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return nil
    }
    cursor.advance()
    let text = cursor.take { $0 == quote || $0 == UInt8(ascii: "<") }
    guard cursor.byte == quote else { return nil }
    cursor.advance()
    return text.contains("&") ? decoded(text) : text
  }

  private static func decoded(_ text: String) -> String {
    // The ampersand last, or `&amp;lt;` would be decoded twice.
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
    return entities.reduce(text) {
      $0.split(separator: $1.0, omittingEmptySubsequences: false).joined(separator: $1.1)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }
}
