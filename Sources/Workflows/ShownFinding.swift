// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Sites

extension Finding {
  /// The line for a person, without credentials.
  var shown: String { Credentials.hidden(in: description) }

  /// The finding while something was being done.
  func during(_ context: String) -> Finding {
    var finding = self
    finding.context = context
    return finding
  }

  /// What a program reads, without credentials. The source of a layer is no file that an editor could open.
  var json: JSONValue {
    func stated(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(Credentials.hidden(in: text)) }
    let isOfLayer = !layer.isEmpty
    return [
      "severity": .string(severity.rawValue),
      "file": isOfLayer ? .null : stated(file),
      "line": .optional(line),
      "column": .optional(column),
      "key": isOfLayer ? stated(layer == "sites" ? layer : "layers.\(layer)") : stated(keyPath),
      "site": stated(feature),
      "message": .string(Credentials.hidden(in: message)),
      "hint": stated(hint),
      "text": .string(shown),
    ]
  }
}
