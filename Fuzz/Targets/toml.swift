// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes are a document or refused with words and places; what is written again is read as the same.
// sources: Sources/Documents/TOML
// examples: models/scenarios models/hardware models/studies geodata/layers.toml

import Documents

func examine(_ input: [UInt8]) {
  do throws(TOMLFailure) {
    for member in try TOMLValue(document: input).members ?? [] {
      let line = "\(TOMLText.key(member.key)) = 1"
      guard (try? TOMLValue(document: Array(line.utf8)))?.members?.count == 1 else {
        fatalError("a key is not read again")
      }
      guard let text = member.value.text else { continue }
      guard (try? TOMLValue(value: TOMLText.quoted(text)))?.text == text else {
        fatalError("a text is not read again")
      }
    }
  } catch {
    let isWhole = error.faults.allSatisfy { $0.place.line > 0 && $0.place.column > 0 && !$0.message.isEmpty }
    guard isWhole, !error.faults.isEmpty else { fatalError("a fault has no place") }
  }
  let text = String(decoding: input, as: UTF8.self)
  _ = try? TOMLValue(value: text)
  _ = NumberSpelling(text)
  _ = CurlyQuotes.straightened(text)
}
