// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import FoundationEssentials
import Scenarios

/// Finds hardware files for commands that have no scenario.
enum CatalogueFiles {
  /// The products of files or folders of files; of the shipped folder when none is named.
  ///
  /// - Throws: `WorkflowFailure`.
  static func read(_ paths: [String]) throws -> HardwareCatalogue {
    var sources = paths
    if sources.isEmpty {
      guard let shipped = folder(named: "models/hardware") else {
        throw WorkflowFailure(
          .cannotOpen, "models/hardware is not here; run arpent inside its repository or add --catalogue PATH"
        )
      }
      sources = [shipped]
    }
    let files = sources.flatMap { path -> [String] in
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [path] }
      return names.filter { $0.hasSuffix(".toml") }.sorted().map { "\(path)/\($0)" }
    }
    do {
      return try CatalogueReader().catalogue(files)
    } catch {
      throw WorkflowFailure(error)
    }
  }

  /// A folder of the shipped data: that of the installed program, which the working directory cannot
  /// replace, or else of the repository, looked for in the working directory, above it, and beside the
  /// program; nil when it is nowhere.
  static func folder(named name: String) -> String? {
    var bases = installed.map { [$0] } ?? []
    bases.append("")
    for depth in 1...4 { bases.append(String(repeating: "../", count: depth)) }
    if let program = CommandLine.arguments.first, let slash = program.lastIndex(of: "/") {
      let place = String(program[...slash])
      // The build puts the program into .build/CONFIGURATION or .build/PLATFORM/CONFIGURATION.
      bases.append(contentsOf: ["\(place)../../", "\(place)../../../"])
    }
    for base in bases {
      var isFolder = false
      if FileManager.default.fileExists(atPath: base + name, isDirectory: &isFolder), isFolder {
        return base + name
      }
    }
    return nil
  }

  /// Where `make install` puts the data of this program: PREFIX/share/arpent for PREFIX/bin/arpent, links
  /// followed; nil where the program is not in a folder `bin`.
  private static var installed: String? {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
      return nil
    }
    let parts = program.split(separator: "/")
    guard parts.count >= 2, parts[parts.count - 2] == "bin" else { return nil }
    return parts.dropLast(2).map { "/" + $0 }.joined() + "/share/arpent/"
  }
}
