// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL

/// The members of the outermost object of a JSON text and how many features it holds, found in one pass that
/// keeps nothing else: a file may be larger than memory.
struct JSONOutline {
  /// Bytes of a member that are kept: links and properties of collections are some thousands long.
  var valueLimit = 1 << 24
  /// Members that say how many features there are in all.
  private static let totals = [
    "numberMatched", "totalFeatures", "total_count", "totalCount", "totalItems", "nhits", "total_hits",
    "totalHits",
  ]

  /// Members of members that say it: STAC's `context`, and blocks on pages as many services have them.
  private static let nestedTotals = [
    ("context", "matched"), ("search:metadata", "matched"), ("meta", "total"), ("meta", "total_count"),
    ("pagination", "total"), ("page", "totalElements"),
  ]

  /// Members that hold the address or mark of a next page.
  private static let nextPages = [
    "next", "@odata.nextLink", "nextPage", "next_page", "nextPageToken", "next_cursor",
  ]

  /// Members that are looked at; no other is kept.
  private static let wanted = Set(
    totals + nestedTotals.map(\.0) + nextPages + ["exceededTransferLimit", "properties", "links"])

  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  /// Whether the next text at depth 1 is the name of a member.
  private var wantsName = false
  private var name: [UInt8] = []
  private var value: [UInt8] = []
  private var current = ""
  private var members: [String: String] = [:]
  private var features = 0
  /// Whether the member under way is looked at.
  private var isWanted = false
  /// A member that is looked at and was too long to keep.
  private var tooLong: String?

  /// Takes the next bytes.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    if isInText {
      if isEscaped {
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x22 {
        isInText = false
        if depth == 1, wantsName {
          current = String(decoding: name, as: UTF8.self)
          isWanted = Self.wanted.contains(current)
          wantsName = false
          return
        }
      }
      keep(byte)
      return
    }
    switch byte {
    case 0x22:
      isInText = true
      if depth == 1, wantsName { name = [] } else { keep(byte) }
    case 0x7B, 0x5B:
      depth += 1
      if depth == 1 { wantsName = byte == 0x7B }
      if depth == 3, byte == 0x7B, current == "features" { features += 1 }
      if depth > 1 { keep(byte) }
    case 0x7D, 0x5D:
      if depth == 1 { close() } else { keep(byte) }
      depth -= 1
    case 0x2C where depth == 1:
      close()
      wantsName = true
    case 0x3A where depth == 1: break
    default: keep(byte)
    }
  }

  private mutating func keep(_ byte: UInt8) {
    if depth == 1, wantsName {
      if isInText { name.append(byte) }
      return
    }
    guard depth >= 1, isWanted else { return }
    if value.count < valueLimit { value.append(byte) } else { tooLong = current }
  }

  /// Ends a member.
  private mutating func close() {
    if isWanted {
      members[current] = Blanks.trimmed(String(decoding: value, as: UTF8.self))
    }
    current = ""
    isWanted = false
    value = []
  }

  /// Why the text is a part and not the whole; nil where it does not say so.
  ///
  /// - Parameter isPagedByDriver: Whether GDAL asks for further pages by itself.
  func shortfall(isPagedByDriver: Bool) -> String? {
    if let tooLong {
      return
        "has a member '\(tooLong)' of more than \(valueLimit) bytes, so it is not known whether it is a part and not the whole; remove "
        + "the member"
    }
    for key in Self.totals {
      guard let total = members[key].flatMap({ Int(Self.plain($0)) }), total > features else { continue }
      return StatedCount.part(of: total, holds: features, says: key)
    }
    for (key, total) in Self.nestedTotals {
      let inner = (members[key] ?? "").filter { !$0.isWhitespace }
      guard let found = inner.firstRange(of: "\"\(total)\":"),
        let number = Int(Self.plain(String(inner[found.upperBound...].prefix { $0 != "," && $0 != "}" }))),
        number > features
      else { continue }
      return StatedCount.part(of: number, holds: features, says: "\(key).\(total)")
    }
    let properties = (members["properties"] ?? "").filter { !$0.isWhitespace }
    let isCut =
      members["exceededTransferLimit"] == "true" || properties.contains("\"exceededTransferLimit\":true")
    if isCut, !isPagedByDriver {
      return
        "holds \(features) features and says that the service has more (exceededTransferLimit), so it is a part and not the whole; fetch all pages "
        + "with resultOffset and resultRecordCount, or name the service itself as source with resultRecordCount=1000 in its address"
    }
    let links = (members["links"] ?? "").filter { !$0.isWhitespace }
    if links.contains("\"rel\":\"next\"") { return StatedCount.page(holds: features, says: "links") }
    for key in Self.nextPages {
      guard let next = members[key], !["", "null", "\"\"", "false"].contains(next) else { continue }
      return StatedCount.page(holds: features, says: key)
    }
    return nil
  }

  private static func plain(_ value: String) -> String { value.filter { $0 != "\"" } }
}
