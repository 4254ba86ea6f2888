// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters

/// Reads hardware files without a scenario, as strictly as a scenario does.
package struct CatalogueReader: Sendable {
  /// Opens the files.
  package var files: FileReader

  /// A reader of hardware files.
  package init(files: FileReader = .disk) { self.files = files }

  /// The products of the files at the paths.
  ///
  /// - Throws: `ScenarioFailure` with every finding of all files.
  package func catalogue(_ paths: [String]) throws(ScenarioFailure) -> HardwareCatalogue {
    let log = FindingLog()
    let located = paths.map { path in
      // Nobody but the caller names the file, so a finding about it stands in the file itself.
      var origin = ConfigOrigin(file: path, position: nil)
      origin.folder = ""
      return LocatedText(text: path, node: ConfigNode(.text(path), origin: origin))
    }
    let skus = HardwareFiles(loader: FileLoader(reader: files, log: log), log: log).products(
      located, keyPath: []
    )
    .skus
    if log.hasErrors { throw ScenarioFailure(findings: log.sorted) }
    do {
      return try HardwareCatalogue(skus)
    } catch {
      throw ScenarioFailure(findings: [Finding(file: "catalogue", message: "\(error)")])
    }
  }
}
