// SPDX-License-Identifier: GPL-3.0-or-later

/// The merged scenario as one canonical text.
enum EffectiveText {
  /// - Parameters:
  ///   - tree: The merged tree, overlays included.
  ///   - textPaths: Values that were typed like numbers but are texts.
  ///   - folder: Folder of the scenario, to which the paths are made relative.
  static func of(_ tree: ConfigNode, textPaths: [[String]], folder: String) -> String {
    let texts = Set(textPaths)
    let changed = tree.mapping { path, node in
      if texts.contains(path), let bare = node.bareText {
        return ConfigNode(.text(bare), origin: node.origin)
      }
      guard isFilePath(path), let text = node.text else { return nil }
      let resolved = FilePath.resolve(text, in: node.origin.folder)
      return ConfigNode(.text(FilePath.relative(resolved, to: folder)), origin: node.origin)
    }
    return CanonicalTOML.text(changed)
  }

  /// Whether the value at a key path is the path of a file.
  private static func isFilePath(_ path: [String]) -> Bool {
    switch path.count {
    case 2: path == ["sites", "source"] || path == ["layers", "pack"]
    case 3: path.first == "layers" && path.last == "source" || path == ["hardware", "catalogue", "[]"]
    default: false
    }
  }
}
