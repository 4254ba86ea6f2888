// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Quantities

/// Reads hardware files without a scenario, as strictly as a scenario does.
package struct CatalogueReader: Sendable {
  /// Opens the files.
  package var files: FileReader

  /// A reader of hardware files.
  package init(files: FileReader = .disk) { self.files = files }

  /// The products of the files at the paths.
  ///
  /// - Throws: `InputFailure` with every finding of all files.
  package func catalogue(_ paths: [String]) throws(InputFailure) -> HardwareCatalogue {
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
    if log.hasErrors { throw InputFailure(findings: log.sorted) }
    do {
      return try HardwareCatalogue(skus)
    } catch {
      throw InputFailure(findings: [Finding(file: "catalogue", message: "\(error)")])
    }
  }
}
