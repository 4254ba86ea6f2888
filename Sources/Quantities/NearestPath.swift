// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the path of a file or folder that is there and that a mistyped one most likely meant.
///
/// Follows the path from its beginning; where a part is not there, the nearest name takes its place. There is
/// no suggestion where no name is near, and where a part after a mistyped one is not there as well and is
/// near to nothing.
///
/// - Parameters:
///   - path: What was written.
///   - names: The names in a folder, in any order; empty for what is no folder. The working directory is `.`.
/// - Returns: The path that was meant, or nil; also nil for a path all of which is there.
package func nearestPath(to path: String, names: (_ folder: String) -> [String]) -> String? {
  var folder = path.hasPrefix("/") ? "/" : ""
  var isMistyped = false
  for part in path.split(separator: "/").map(String.init) {
    let found: String
    if part == "." || part == ".." {
      found = part
    } else {
      let there = names(folder.isEmpty ? "." : folder)
      if there.contains(part) {
        found = part
      } else {
        guard let near = nearestName(to: part, among: there.filter { !$0.hasPrefix(".") }) else { return nil }
        found = near
        isMistyped = true
      }
    }
    folder = folder.isEmpty || folder.hasSuffix("/") ? folder + found : "\(folder)/\(found)"
  }
  return isMistyped ? folder : nil
}
