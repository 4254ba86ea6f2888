// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import GDAL

/// The sources that a file of a virtual format of GDAL (VRT) names: XML that says of which other files a
/// layer or a raster is put together.
enum VirtualFormat {
  private static let roots = ["<OGRVRTDataSource", "<VRTDataset"]
  /// Elements that hold the path of a file or what else GDAL can open.
  private static let elements = ["SrcDataSource", "SourceFilename", "SourceDataset", "SourceDatasource"]
  /// A mosaic of tens of thousands of tiles has that many bytes.
  private static let byteLimit = 1 << 26

  /// The sources that it names, also those beside it, in its order; empty for any other format.
  static func sources(of source: String) -> [String] {
    var folder = ""
    let text: String
    if let start = source.firstIndex(where: { !$0.isWhitespace }), source[start] == "<" {
      text = source
    } else {
      // What lies on a server is asked for once, when it is opened, and names no pipe of this machine.
      let path = source
      guard !path.contains("://"), !path.contains("/vsicurl"), !path.hasPrefix("/vsistdin"),
        ["/vsizip/", "/vsigzip/", "/vsitar/", "/vsimem/"].contains(where: path.hasPrefix)
          || !path.hasPrefix("/vsi"),
        !VirtualFile.isFolder(path), let head = try? VirtualFile.head(path, byteLimit: 1_024),
        roots.contains(where: { String(decoding: head, as: UTF8.self).contains($0) }),
        let bytes = try? VirtualFile.head(path, byteLimit: byteLimit)
      else { return [] }
      text = String(decoding: bytes, as: UTF8.self)
      folder = source.lastIndex(of: "/").map { String(source[..<$0]) + "/" } ?? ""
    }
    guard roots.contains(where: { text.contains($0) }) else { return [] }
    var found: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      guard let name = elements.first(where: { rest.hasPrefix($0) }) else { continue }
      guard let end = rest.firstIndex(of: ">"), let close = rest[end...].firstRange(of: "</\(name)") else {
        continue
      }
      let tag = rest[..<end].lowercased()
      let path = plain(String(rest[rest.index(after: end)..<close.lowerBound]))
      rest = rest[close.lowerBound...]
      guard !path.isEmpty else { continue }
      let isBeside = !path.hasPrefix("/") && tag.contains("relativetovrt=\"1\"")
      let place = isBeside ? folder + path : path
      if !found.contains(place) { found.append(place) }
    }
    return found
  }

  /// Text of XML as it is meant.
  private static func plain(_ text: String) -> String {
    var plain = Blanks.trimmed(text)
    if plain.hasPrefix("<![CDATA["), plain.hasSuffix("]]>") { return String(plain.dropFirst(9).dropLast(3)) }
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&"),
    ] {
      plain = plain.replacing(entity, with: character)
    }
    return plain
  }
}
