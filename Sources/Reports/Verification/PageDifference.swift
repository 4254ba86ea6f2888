// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a page differs from the one made again: the first tag or text that is another, and in which section
/// it stands.
enum PageDifference {
  static func first(expected: [UInt8], found: [UInt8]) -> String? {
    guard let text = String(validating: found, as: UTF8.self) else { return "is no text in UTF-8" }
    let wanted = pieces(String(decoding: expected, as: UTF8.self))
    let pieces = pieces(text)
    var section = "head"
    for (index, piece) in wanted.enumerated() {
      if piece.starts(with: "<section id=\"") {
        section = String(piece.dropFirst("<section id=\"".count).prefix { $0 != "\"" })
      }
      guard index < pieces.count else {
        return "section '\(section)': ends where the inputs give '\(short(piece))'"
      }
      if piece != pieces[index] {
        let (first, second) = apart(piece, pieces[index])
        return "section '\(section)': the inputs give '\(first)', the file says '\(second)'"
      }
    }
    return pieces.count > wanted.count
      ? "goes on after its end with '\(short(pieces[wanted.count]))'" : nil
  }

  /// Tags and the texts between them.
  private static func pieces(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), index > start {
        pieces.append(text[start..<index])
        start = index
      }
      index = bytes.index(after: index)
      if byte == UInt8(ascii: ">") {
        pieces.append(text[start..<index])
        start = index
      }
    }
    if start < bytes.endIndex { pieces.append(text[start...]) }
    return pieces
  }

  /// Both texts from a little before where they part.
  private static func apart(_ first: Substring, _ second: Substring) -> (String, String) {
    let (a, b) = (Array(first), Array(second))
    var same = 0
    while same < a.count, same < b.count, a[same] == b[same] { same += 1 }
    let start = max(0, same - 20)
    return (short(Substring(String(a[start...]))), short(Substring(String(b[start...]))))
  }

  private static func short(_ text: Substring) -> String {
    text.count > 60 ? text.prefix(57) + "..." : String(text)
  }
}
