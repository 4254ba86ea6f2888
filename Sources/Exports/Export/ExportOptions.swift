// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities

/// Creation options for the driver: `NAME=VALUE` for the dataset or its layers, whichever knows the name,
/// `LAYER:NAME=VALUE` for all layers, `sites:NAME=VALUE` for one of them.
struct ExportOptions: Sendable {
  /// What an option is for.
  enum Scope: Sendable, Equatable {
    /// Dataset or layers; the driver tells which.
    case either
    case everyLayer
    case layer(ExportLayer)
  }

  /// One option.
  struct Entry: Sendable {
    var scope: Scope
    var name: String
    var value: String
    /// Whether the dataset and the layers take it, as far as is known.
    var isForDataset: Bool
    var isForLayers: Bool
  }

  /// The options in the order in which they were given.
  var entries: [Entry] = []

  /// Reads options as they were written.
  init(_ texts: [String]) throws(ExportFault) {
    var findings: [String] = []
    for text in texts {
      guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
        findings.append("--option '\(text)': is not NAME=VALUE or LAYER:NAME=VALUE")
        continue
      }
      var name = String(text[..<equals])
      var scope = Scope.either
      if let colon = name.firstIndex(of: ":") {
        let prefix = String(name[..<colon])
        name = String(name[name.index(after: colon)...])
        if prefix == "LAYER" {
          scope = .everyLayer
        } else if let layer = ExportLayer(rawValue: prefix) {
          scope = .layer(layer)
        } else {
          let known = ["LAYER"] + ExportLayer.allCases.map(\.rawValue)
          let near = nearestName(to: prefix, among: known).map { "did you mean '\($0)'?" }
          findings.append(
            "--option '\(text)': there is no layer '\(prefix)'; "
              + (near ?? "write LAYER: for all, or one of \(known.dropFirst().joined(separator: ", "))"))
          continue
        }
      }
      let isName = name.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || $0.value == 0x5F || (0x30...0x39).contains($0.value))
      }
      let value = String(text[text.index(after: equals)...])
      guard !name.isEmpty, isName, !value.utf8.contains(0), !value.contains(where: \.isNewline) else {
        findings.append("--option '\(text)': the name is of letters, digits and _, the value of one line")
        continue
      }
      entries.append(
        Entry(
          scope: scope, name: name, value: value, isForDataset: scope == .either, isForLayers: true))
    }
    if !findings.isEmpty { throw ExportFault(findings) }
  }

  /// Options of the dataset.
  func dataset(_ format: ExportFormat) -> OptionList {
    Self.list(format.datasetDefaults, entries.filter(\.isForDataset))
  }

  /// Options of a layer.
  func layer(_ layer: ExportLayer, _ format: ExportFormat) -> OptionList {
    let own = entries.filter { entry in
      switch entry.scope {
      case .either, .everyLayer: entry.isForLayers
      case .layer(let wanted): wanted == layer
      }
    }
    return Self.list(format.layerDefaults(layer), own)
  }

  private static func list(
    _ defaults: [(name: String, value: String)], _ entries: [Entry]
  ) -> OptionList {
    var list = OptionList()
    for option in defaults
    where !entries.contains(where: { $0.name.lowercased() == option.name.lowercased() }) {
      list.append(option.name, option.value)
    }
    for entry in entries { list.append(entry.name, entry.value) }
    return list
  }
}
