// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes are a value or refused with a place; what is written again is read as the same.
// sources: Sources/Documents/JSON Sources/Quantities
// examples: docs/plan.schema.json docs/serve.schema.json geodata/layers

import Documents

func examine(_ input: [UInt8]) {
  guard let value = try? JSONReader.value(input) else { return }
  let again = JSONWriter.text(value, layout: .compact)
  guard let read = try? JSONReader.value(again) else { fatalError("what was written is not read") }
  guard JSONWriter.text(read, layout: .compact) == again else {
    fatalError("what was written reads as another value")
  }
  _ = JSONWriter.text(value)
}
