// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Geodata
import Sites

/// TOML to paste into a scenario or a layer pack, with one derivation that suits what was found.
struct LayerSnippets {
  var found: SourceSummary
  var request: InspectRequest

  /// The declaration of a layer.
  func text(for layer: SourceSummary.LayerPart) -> String {
    let isOneOfMany = found.layers.count > 1 || request.layer != nil
    let key = Self.key(isOneOfMany ? layer.name : fileName)
    return head(key, layer: isOneOfMany ? layer.name : nil, place: layer.dimension == nil ? nil : layer.place)
      + "\n[[layers.\(key).derive]]\n" + derivation(key, of: layer)
  }

  /// The declaration of the raster.
  func text(for raster: SourceSummary.Raster) -> String {
    let key = Self.key(fileName)
    var lines = ["indicator = \"raster_value\"", "value = \"\(key)_value\""]
    if let unit = raster.bands.first?.unit, !unit.isEmpty { lines.append("unit = \(TOMLText.quoted(unit))") }
    if raster.bands.count > 1 { lines.append("band = 1") }
    return head(key, layer: nil, place: raster.place) + "\n[[layers.\(key).derive]]\n"
      + lines.joined(separator: "\n") + "\n"
  }

  private func head(_ key: String, layer: String?, place: SourceSummary.Place?) -> String {
    var lines = ["[layers.\(key)]", "source = \(TOMLText.quoted(found.source))"]
    if found.source != request.source {
      lines[1] += "  # without its credentials: give those in the environment"
    } else if isRelative {
      lines[1] += "  # relative to the file that this stands in"
    }
    if let layer { lines.append("layer = \(TOMLText.quoted(layer))") }
    if let place, place.reference == nil {
      lines.append("# crs = \"EPSG:...\"  # the source states none, so this must be said")
    }
    if !request.openOptions.isEmpty {
      let options = request.openOptions.sorted { $0.key < $1.key }.map { name, value in
        "\(TOMLText.quoted(name)) = \(TOMLText.quoted(Credentials.isSecret(name: name) ? Credentials.mask : value))"
      }
      lines.append("open_options = { \(options.joined(separator: ", ")) }")
    }
    lines += ["title = \"\"", "licence = \"\"", "vintage = \"\""]
    return lines.joined(separator: "\n") + "\n"
  }

  private func derivation(_ key: String, of layer: SourceSummary.LayerPart) -> String {
    let texts = layer.fields.filter { $0.type == "text" && $0.minimum == nil }
    let usual = ["name", "nom", "libelle", "label", "title"]
    let field = texts.first { usual.contains($0.name.lowercased()) } ?? texts.first ?? layer.fields.first
    let fields = field.map { field in
      "fields = { \(TOMLText.key(field.name)) = \"\(key)_\(Self.key(field.name))\" }"
    }
    var lines: [String]
    switch layer.dimension {
    case 2:
      lines = ["indicator = \"within\"", "inside = \"in_\(key)\""]
    case .some:
      lines = ["indicator = \"nearest\"", "distance_km = \"\(key)_km\""]
    case nil:
      lines = ["indicator = \"join\"", "site_key = \"\"  # the site attribute with the same key"]
      lines.append("layer_key = \(TOMLText.quoted(layer.fields.first?.name ?? ""))")
    }
    if let fields { lines.append(fields) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether the source is a path that means something else in another folder.
  private var isRelative: Bool {
    !request.source.hasPrefix("/") && !request.source.prefix { $0 != "/" }.contains(":")
  }

  /// Name of the file without folders and endings.
  private var fileName: String {
    let path = found.source.prefix { $0 != "?" }
    let last = path.split(separator: "/").last ?? path
    return last.split(separator: ".").first.map(String.init) ?? "layer"
  }

  /// A name as a bare key: ASCII letters in lower case, digits, underscores.
  static func key(_ name: String) -> String {
    let parts = name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let key = parts.joined(separator: "_")
    return key.isEmpty ? "layer" : key
  }
}
