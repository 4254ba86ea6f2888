// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters

/// Reads the hardware files that a scenario names.
struct HardwareFiles {
  var loader: FileLoader
  var log: FindingLog

  /// What came of the files.
  struct Products {
    /// The products that can be used, each id once.
    var skus: [HardwareSKU] = []
    /// Ids of all products, faulty ones included; nil when some file does not even tell its id, so that nobody can say which
    /// products there are.
    var ids: [String]? = []
  }

  /// The products of all files; faults are in the log.
  ///
  /// - Parameters:
  ///   - paths: The files, each with the place that names it.
  ///   - keyPath: Key under which they are named; empty where no file names them.
  func products(_ paths: [LocatedText], keyPath: [String] = ["hardware", "catalogue"]) -> Products {
    var products = Products()
    var fileOf: [String: String] = [:]
    for path in paths {
      let file = FilePath.resolve(path.text, in: path.node.origin.folder)
      guard let node = loader.node(at: file, asker: path.node.origin, keyPath: keyPath),
        SchemaVersion.check(node, file: file, log: log)
      else {
        products.ids = nil
        continue
      }
      let sku = HardwareFile(file: file, log: log).sku(node)
      guard let id = node.node(at: ["sku", "id"])?.text, !id.isEmpty else {
        products.ids = nil
        continue
      }
      products.ids?.append(id)
      if let first = fileOf[id] {
        log.add(
          at: node.origin(at: ["sku", "id"]), path: ["sku", "id"],
          "'\(id)' is the product of \(first) as well", hint: "give each product an id of its own")
      } else {
        fileOf[id] = file
        if let sku { products.skus.append(sku) }
      }
    }
    return products
  }
}
