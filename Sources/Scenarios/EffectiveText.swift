// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

/// The merged scenario as one canonical text. It is written into results, so it holds no password of a
/// source: those must be given again, best in the environment, to whoever reads the text as a scenario.
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
      if isSecret(path) { return ConfigNode(.text(Credentials.mask), origin: node.origin) }
      guard let text = node.text else { return nil }
      if isFilePath(path) {
        let own = FilePath.relative(FilePath.resolve(text, in: node.origin.folder), to: folder)
        return ConfigNode(.text(Credentials.hidden(in: own)), origin: node.origin)
      }
      let isURL = path.count == 3 && path.first == "layers" && path.last == "source_url"
      guard isURL || isOpenOption(path) else { return nil }
      return ConfigNode(.text(Credentials.hidden(in: text)), origin: node.origin)
    }
    return CanonicalTOML.text(changed)
  }

  /// Whether the value at a key path is the path of a file.
  private static func isFilePath(_ path: [String]) -> Bool {
    if isOpenOption(path) { return OpenOptions.isPath(path[path.count - 1]) }
    return filePaths.contains { known in
      known.count == path.count
        && zip(known, path).allSatisfy { $0 == $1 || $0 == TableShape.anyName && $1 != "[]" }
    }
  }

  /// Where the reader of a scenario takes the path of a file.
  private static let filePaths = ScenarioBlocks.shape.paths(to: .text(.path))

  private static func isSecret(_ path: [String]) -> Bool {
    isOpenOption(path) && Credentials.isSecret(name: path[path.count - 1])
  }

  private static func isOpenOption(_ path: [String]) -> Bool {
    guard path.count > 2, path[path.count - 2] == "open_options" else { return false }
    return path.first == "layers" || path.first == "sites"
  }
}
