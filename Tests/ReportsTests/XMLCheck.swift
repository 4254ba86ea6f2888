// SPDX-License-Identifier: GPL-3.0-or-later

/// A checker of XML and of HTML written as XML: elements nest, attributes are quoted and unique, entities are
/// known. It knows nothing of the writers it checks.
enum XMLCheck {
  struct Fault: Error, CustomStringConvertible {
    var description: String
  }

  /// Elements of HTML that have no end.
  static let voids: Set<String> = ["meta", "br", "hr", "link", "img"]

  /// What the scripts of a page hold that a browser would run, in order.
  static func scripts(_ text: String) -> [String] {
    text.split(separator: "<script>").dropFirst().map { piece in
      String(piece[..<(piece.firstRange(of: "</script>")?.lowerBound ?? piece.endIndex)])
    }
  }

  /// Checks a text and returns every element by name with its attributes, in order.
  @discardableResult
  static func wellFormed(_ text: String) throws -> [(name: String, attributes: [String: String])] {
    var elements: [(String, [String: String])] = []
    var open: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "&" {
        try entity(&rest)
      } else if scalar == ">" {
        throw Fault(description: "a bare > in \(open)")
      } else if scalar == "<" {
        if rest.starts(with: "!DOCTYPE".unicodeScalars) {
          rest = rest.drop { $0 != ">" }.dropFirst()
          continue
        }
        let isEnd = rest.first == "/"
        if isEnd { rest.removeFirst() }
        let name = String(String.UnicodeScalarView(rest.prefix { !" >\n".unicodeScalars.contains($0) }))
        guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }) else {
          throw Fault(description: "a bare < before '\(name)'")
        }
        rest = rest.dropFirst(name.unicodeScalars.count)
        if isEnd {
          guard open.popLast() == name, rest.popFirst() == ">" else {
            throw Fault(description: "</\(name)> closes nothing")
          }
          continue
        }
        elements.append((name, try attributes(&rest, of: name)))
        if voids.contains(name) { continue }
        // What these hold is no markup.
        if name == "style" || name == "script" {
          let end = "</\(name)".unicodeScalars
          while !rest.isEmpty, !rest.starts(with: end) { rest.removeFirst() }
        }
        open.append(name)
      }
    }
    guard open.isEmpty else { throw Fault(description: "not closed: \(open)") }
    return elements
  }

  private static func attributes(
    _ rest: inout ArraySlice<Unicode.Scalar>, of element: String
  ) throws -> [String: String] {
    var found: [String: String] = [:]
    while true {
      while rest.first == " " || rest.first == "\n" { rest.removeFirst() }
      guard let next = rest.first else { throw Fault(description: "<\(element) does not end") }
      if next == ">" {
        rest.removeFirst()
        return found
      }
      let name = String(String.UnicodeScalarView(rest.prefix { $0 != "=" }))
      rest = rest.dropFirst(name.unicodeScalars.count + 1)
      guard rest.popFirst() == "\"" else { throw Fault(description: "\(name) of \(element) is not quoted") }
      var value = ""
      while let scalar = rest.popFirst(), scalar != "\"" {
        if scalar == "<" { throw Fault(description: "a bare < in \(name)") }
        if scalar == "&" {
          let before = rest
          try entity(&rest)
          value += String(String.UnicodeScalarView(before.prefix(before.count - rest.count)))
        } else {
          value.unicodeScalars.append(scalar)
        }
      }
      guard found.updateValue(value, forKey: name) == nil else { throw Fault(description: "\(name) twice") }
    }
  }

  private static func entity(_ rest: inout ArraySlice<Unicode.Scalar>) throws {
    let name = String(String.UnicodeScalarView(rest.prefix(8).prefix { $0 != ";" }))
    guard ["amp", "lt", "gt", "quot", "#39"].contains(name) else {
      throw Fault(description: "a bare & before '\(name)'")
    }
    rest = rest.dropFirst(name.unicodeScalars.count + 1)
  }
}
