// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Testing

/// The public cases of TOML (toml-test), as Debian's golang-github-burntsushi-toml-dev carries them;
/// `scripts/setup check` installs it.
@Suite("TOML 1.0 as the public cases have it") struct PublicTOMLCases {
  static let folder = "/usr/share/gocode/src/github.com/BurntSushi/toml/internal/toml-test/tests/"

  /// A text with `\e`, which TOML 1.0 does not know.
  private static let ofLaterTOML = "valid/string/escape-esc.toml"

  /// A line with its `\x1F` as bytes.
  private static func unescaped(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let parts = String(decoding: line, as: UTF8.self).components(separatedBy: "\\x")
    return parts.dropFirst().reduce(into: Array(parts[0].utf8)) { bytes, part in
      bytes += [UInt8(part.prefix(2), radix: 16) ?? 0] + Array(part.dropFirst(2).utf8)
    }
  }

  private static func paths(_ part: String, _ ending: String) -> [String] {
    let files = FileManager.default.enumerator(atPath: folder + part)?.compactMap { $0 as? String } ?? []
    return files.filter { $0.hasSuffix(ending) }.map { "\(part)/\($0)" }.sorted()
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + path)))
  }

  @Test func `the cases are there`() {
    #expect(Self.paths("valid", ".toml").count >= 100, "run scripts/setup check")
    #expect(Self.paths("invalid", ".toml").count >= 230, "run scripts/setup check")
  }

  @Test func `valid texts say what they must`() throws {
    for path in Self.paths("valid", ".toml") where path != Self.ofLaterTOML {
      do throws(TOMLFailure) {
        let value = try TOMLValue(document: (try? Self.bytes(path)) ?? [])
        let wanted = try? Self.bytes(path.dropLast(5) + ".json")
        let json = try? JSONSerialization.jsonObject(with: Data(wanted ?? []))
        #expect(TaggedJSON.matches(value, json), "\(path)")
      } catch {
        Issue.record("\(path): \(error.faults)")
      }
    }
  }

  @Test func `invalid texts are refused, with words`() throws {
    for path in Self.paths("invalid", ".toml") + [Self.ofLaterTOML] {
      let bytes = try Self.bytes(path)
      do throws(TOMLFailure) {
        _ = try TOMLValue(document: bytes)
        Issue.record("\(path) was read")
      } catch {
        #expect(error.faults.allSatisfy { !$0.message.isEmpty && $0.place.line > 0 && $0.place.column > 0 })
      }
    }
    for path in Self.paths("invalid", ".multi") {
      for line in try Self.bytes(path).split(separator: UInt8(ascii: "\n"))
      where line.first != UInt8(ascii: "#") {
        #expect(throws: TOMLFailure.self, "\(String(decoding: line, as: UTF8.self))") {
          try TOMLValue(document: Self.unescaped(line))
        }
      }
    }
  }
}

/// Values as toml-test writes them: `{"type": "integer", "value": "1"}`.
enum TaggedJSON {
  static func matches(_ value: TOMLValue, _ json: Any?) -> Bool {
    switch value.content {
    case .table(let members):
      guard let wanted = json as? [String: Any], wanted.count == members.count else { return false }
      return members.allSatisfy { matches($0.value, wanted[$0.key]) }
    case .array(let elements):
      guard let wanted = json as? [Any], wanted.count == elements.count else { return false }
      return zip(elements, wanted).allSatisfy { matches($0, $1) }
    case .text, .integer, .number, .boolean, .moment:
      guard let wanted = json as? [String: String], let type = wanted["type"], let text = wanted["value"]
      else {
        return false
      }
      return matches(value.content, type: type, text)
    }
  }

  private static func matches(_ content: TOMLValue.Content, type: String, _ text: String) -> Bool {
    switch content {
    case .text(let value): type == "string" && value.unicodeScalars.elementsEqual(text.unicodeScalars)
    case .integer(let value): type == "integer" && Int(text) == value
    case .number(let value):
      type == "float" && (Double(text) == value || value.isNaN && text.hasSuffix("nan"))
    case .boolean(let value): type == "bool" && text == "\(value)"
    case .moment(let moment): type == name(moment.kind) && trimmed(moment.text) == trimmed(text)
    case .table, .array: false
    }
  }

  private static func name(_ kind: TOMLMoment.Kind) -> String {
    switch kind {
    case .offsetDateTime: "datetime"
    case .localDateTime: "datetime-local"
    case .localDate: "date-local"
    case .localTime: "time-local"
    }
  }

  /// Without zeros at the end of a fraction of a second.
  private static func trimmed(_ text: String) -> String {
    guard let point = text.firstIndex(of: ".") else { return text }
    let end = text[point...].dropFirst().firstIndex { !$0.isNumber } ?? text.endIndex
    let fraction = text[text.index(after: point)..<end]
    let kept = fraction.reversed().drop { $0 == "0" }.reversed()
    return text[..<point] + (kept.isEmpty ? "" : "." + String(kept)) + text[end...]
  }
}
