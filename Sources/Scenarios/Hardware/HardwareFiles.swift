// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Reads the hardware files that a scenario names.
struct HardwareFiles {
  var loader: FileLoader
  var log: FindingLog

  /// What came of the files.
  struct Products {
    /// The products that can be used, each id once.
    var skus: [HardwareSKU] = []
    /// Ids of all products, faulty ones included; nil when some file does not even tell its id, so that
    /// nobody can say which products there are.
    var ids: [String]? = []
    /// What the changes of products matched, in order.
    var changes: [ChangeReport] = []
    /// What the scenario makes different in products, by id.
    var changedTables: [String: ConfigNode] = [:]
    /// What it takes away from them, as `[[changes]]` writes it.
    var deletions: [ConfigNode] = []
  }

  /// The products of all files; faults are in the log.
  ///
  /// - Parameters:
  ///   - paths: The files, each with the place that names it.
  ///   - keyPath: Key under which they are named; empty where no file names them.
  ///   - declared: What the tables of a scenario say of products, which comes before the changes.
  ///   - changes: Changes of products, made in order before the products are read.
  func products(
    _ paths: [LocatedText], keyPath: [String] = ["hardware", "catalogue"], declared: [Change] = [],
    changes: [Change] = []
  ) -> Products {
    var products = Products()
    var fileOf: [String: String] = [:]
    var trees: [ProductChanges.Product] = []
    for path in paths {
      let file = FilePath.resolve(path.text, in: path.node.origin.folder)
      guard let node = loader.node(at: file, asker: path.node.origin, keyPath: keyPath),
        SchemaVersion.check(node, as: .hardware, file: file, log: log)
      else {
        products.ids = nil
        continue
      }
      guard let id = node.node(at: ["sku", "id"])?.text, !id.isEmpty else {
        _ = HardwareFile(file: file, log: log).sku(node)
        products.ids = nil
        continue
      }
      products.ids?.append(id)
      if let first = fileOf[id] {
        _ = HardwareFile(file: file, log: log).sku(node)
        log.add(
          at: node.origin(at: ["sku", "id"]), path: ["sku", "id"],
          "'\(id)' is the product of \(first) as well", hint: "give each product an id of its own")
      } else {
        fileOf[id] = file
        trees.append(ProductChanges.Product(id: id, tree: node))
      }
    }
    let written = trees
    let isComplete = products.ids != nil
    _ = ProductChanges(changes: declared, log: log).apply(to: &trees, isComplete: isComplete)
    products.changes = ProductChanges(changes: changes, log: log).apply(to: &trees, isComplete: isComplete)
    for (old, new) in zip(written, trees) {
      let difference = ProductDifference(from: old.tree, to: new.tree)
      products.changedTables[new.id] = difference.table
      products.deletions += difference.deletions(of: new.id)
      guard let file = fileOf[new.id] else { continue }
      if let sku = sku(new.tree, file: file, changed: difference.paths(of: new.id)) {
        products.skus.append(sku)
      }
    }
    return products
  }

  /// Reads a product. A fault that stands in its file may come from what the scenario changes, so the finding
  /// says what that is.
  private func sku(_ tree: ConfigNode, file: String, changed: [String]) -> HardwareSKU? {
    if changed.isEmpty { return HardwareFile(file: file, log: log).sku(tree) }
    let own = FindingLog()
    let sku = HardwareFile(file: file, log: own).sku(tree)
    for var finding in own.all {
      if finding.file == file {
        finding.hint +=
          (finding.hint.isEmpty ? "" : "; ") + "the scenario changes \(changed.joined(separator: ", "))"
      }
      log.add(finding)
    }
    return sku
  }
}
