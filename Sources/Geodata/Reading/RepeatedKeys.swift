// SPDX-License-Identifier: GPL-3.0-or-later

import FoundationEssentials
import GDAL
import Synchronization

/// Looks for keys that stand twice in one object of a JSON file. Readers take the first or the last and say
/// nothing.
///
/// It only finds where texts and objects begin and end; that the file is JSON is for its reader to see.
struct RepeatedKeys {
  /// Files in which none was found, by path, size and time, so that a layer that is read through several
  /// filters is searched once.
  private static let searched = Mutex<Set<String>>([])

  /// What is wrong with a file, in words: the first three keys that stand twice; empty where none does, and
  /// for what is no file.
  static func found(in source: String) throws -> [String] {
    let path = SourcePath.ofBytes(source)
    guard VirtualFile.exists(path), !VirtualFile.isFolder(path) else { return [] }
    let stamp = Self.stamp(of: path)
    if let stamp, searched.withLock({ $0.contains(stamp) }) { return [] }
    var search = RepeatedKeys()
    try VirtualFile.forEachChunk(of: path) { search.take($0) }
    if search.findings.isEmpty, let stamp { searched.withLock { _ = $0.insert(stamp) } }
    return search.findings
  }

  private static func stamp(of path: String) -> String? {
    guard !path.hasPrefix("/vsi"), let found = try? FileManager.default.attributesOfItem(atPath: path),
      let size = found[.size], let date = found[.modificationDate] as? Date
    else { return nil }
    return "\(path)|\(size)|\(date.timeIntervalSince1970)"
  }

  private var findings: [String] = []
  /// Digests of the keys seen in each open object; nil for a list.
  private var open: [Set<UInt64>?] = []
  private var features = 0
  private var line = 1
  private var isInText = false
  private var isEscaped = false
  private var text: [UInt8] = []
  private var digest: UInt64 = 0
  private var endedText = false

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      if isInText {
        takeInText(byte)
        continue
      }
      switch byte {
      case 0x22:
        isInText = true
        digest = Self.seed
        text.removeAll(keepingCapacity: true)
      case 0x3A: takeKey()
      case 0x7B: open.append([])
      case 0x5B: open.append(nil)
      case 0x7D, 0x5D: _ = open.popLast()
      case 0x0A: line += 1
      default: break
      }
      if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 { endedText = false }
    }
  }

  private mutating func takeInText(_ byte: UInt8) {
    if !isEscaped, byte == 0x22 {
      isInText = false
      endedText = true
      return
    }
    isEscaped = !isEscaped && byte == 0x5C
    digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3
    if text.count < 60 { text.append(byte) }
  }

  /// A text before a colon is a key.
  private mutating func takeKey() {
    guard endedText, let last = open.indices.last, open[last] != nil else { return }
    let key = String(decoding: text, as: UTF8.self)
    if key == "properties", open.count <= 3 { features += 1 }
    guard open[last]?.insert(digest).inserted == false, findings.count < 3 else { return }
    findings.append(
      "feature \(max(1, features)) (line \(line)): the key '\(key)' stands twice in one object; keep one of them"
    )
  }
}
