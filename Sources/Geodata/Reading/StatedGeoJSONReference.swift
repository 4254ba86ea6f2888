// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// The `crs` member of a GeoJSON file. GDAL takes one that it does not know for WGS 84 and says nothing.
enum StatedGeoJSONReference {
  /// Bytes at the beginning and at the end of a file in which the member is looked for.
  private static let window = 1 << 18

  /// What is wrong with the member; nil where there is none, or where GDAL knows it.
  static func fault(in source: String) -> String? {
    guard let ends = try? VirtualFile.ends(of: SourcePath.ofBytes(source), bytes: window) else { return nil }
    guard let member = member(inHead: ends.head) ?? member(inTail: ends.tail) else { return nil }
    let text = String(decoding: member, as: UTF8.self)
    if text == "null" {
      return
        "its crs member is null, which says that nobody knows the coordinate reference system; state it with crs = \"EPSG:...\""
    }
    let shown = text.count > 120 ? text.prefix(120) + "..." : text[...]
    let wrong =
      "its crs member \(shown) names no coordinate reference system that is known here, and GDAL would take the coordinates for degrees; "
      + "state the right one with crs = \"EPSG:...\""
    if let type = string("type", in: member)?.lowercased(), type == "epsg" {
      guard let code = number("code", in: member), (try? SpatialReference(epsg: code)) != nil else {
        return wrong
      }
      return nil
    }
    guard string("type", in: member)?.lowercased() == "name", let name = string("name", in: member),
      (try? SpatialReference(userInput: name)) != nil
    else { return wrong }
    return nil
  }

  /// The value of the member `crs` of the outermost object, where the beginning of the file holds all of it.
  private static func member(inHead bytes: [UInt8]) -> [UInt8]? {
    var depth = 0
    var place = 0
    var key: Range<Int>?
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        guard let end = endOfString(bytes, place) else { return nil }
        if depth == 1 { key = place + 1..<end }
        place = end
      case UInt8(ascii: ":"):
        if depth == 1, let found = key, bytes[found].elementsEqual("crs".utf8) {
          return value(bytes, place + 1)
        }
      case UInt8(ascii: ","): key = nil
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      place += 1
    }
    return nil
  }

  /// The value of a member `crs` behind which the outermost object ends.
  private static func member(inTail bytes: [UInt8]) -> [UInt8]? {
    let wanted = Array("\"crs\"".utf8)
    guard bytes.count > wanted.count else { return nil }
    for start in stride(from: bytes.count - wanted.count, through: 0, by: -1)
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      guard let colon = bytes[(start + wanted.count)...].firstIndex(where: { !isBlank($0) }),
        bytes[colon] == UInt8(ascii: ":"), let found = value(bytes, colon + 1)
      else { continue }
      let rest = bytes.suffix(from: start).dropFirst(wanted.count)
      let behind = rest.reversed().prefix { isBlank($0) || $0 == UInt8(ascii: "}") }
      // One brace more than the value itself ends with.
      let braces = behind.count { $0 == UInt8(ascii: "}") }
      let own = found.reversed().prefix { isBlank($0) || $0 == UInt8(ascii: "}") }.count {
        $0 == UInt8(ascii: "}")
      }
      return braces == own + 1 ? found : nil
    }
    return nil
  }

  /// The value that begins at or after a place, without blanks around it; nil where it does not end.
  private static func value(_ bytes: [UInt8], _ start: Int) -> [UInt8]? {
    guard let first = bytes[min(start, bytes.count)...].firstIndex(where: { !isBlank($0) }) else {
      return nil
    }
    var depth = 0
    var place = first
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        guard let end = endOfString(bytes, place) else { return nil }
        place = end
        if depth == 0 { return Array(bytes[first...place]) }
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return Array(bytes[first..<place]) }
        depth -= 1
        if depth == 0 { return Array(bytes[first...place]) }
      case UInt8(ascii: ","):
        if depth == 0 { return Array(bytes[first..<place]) }
      default:
        if depth == 0, isBlank(bytes[place]) { return Array(bytes[first..<place]) }
      }
      place += 1
    }
    return nil
  }

  /// Where a string that begins at a place ends.
  private static func endOfString(_ bytes: [UInt8], _ start: Int) -> Int? {
    var place = start + 1
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\\") {
        place += 1
      } else if bytes[place] == UInt8(ascii: "\"") {
        return place
      }
      place += 1
    }
    return nil
  }

  /// A text under a key anywhere in a value.
  private static func string(_ key: String, in member: [UInt8]) -> String? {
    guard let found = found(key, in: member), found.first == UInt8(ascii: "\"") else { return nil }
    return String(decoding: found.dropFirst().dropLast(), as: UTF8.self)
  }

  private static func number(_ key: String, in member: [UInt8]) -> Int? {
    found(key, in: member).flatMap { found in
      Int(String(decoding: found.filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
    }
  }

  private static func found(_ key: String, in member: [UInt8]) -> [UInt8]? {
    let wanted = Array("\"\(key)\"".utf8)
    guard member.count > wanted.count else { return nil }
    for start in 0...(member.count - wanted.count)
    where member[start..<start + wanted.count].elementsEqual(wanted) {
      guard let colon = member[(start + wanted.count)...].firstIndex(where: { !isBlank($0) }),
        member[colon] == UInt8(ascii: ":")
      else { continue }
      return value(member, colon + 1)
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
}
