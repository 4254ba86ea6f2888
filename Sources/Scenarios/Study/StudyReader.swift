// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities
import Studies

/// Reads study files as strictly as scenarios: whatever is unknown, out of range or missing is reported,
/// everything at once.
///
/// models/studies/README.md describes the format. The base scenario is opened but not read: what is wrong in
/// it, and changes that match nothing in it, are found when the cases are.
package struct StudyReader: Sendable {
  /// Opens the files.
  package var files: FileReader

  /// A reader of study files.
  package init(files: FileReader = .disk) { self.files = files }

  /// Reads a study, or throws everything that is wrong with it and with its CSV file.
  ///
  /// - Parameter path: The study file, as seen from the working directory.
  package func study(_ path: String) throws(InputFailure) -> Study {
    let log = FindingLog()
    let study = read(FilePath.normalised(path), log)
    guard let study, !log.hasErrors else { throw InputFailure(findings: log.sorted) }
    return study
  }

  /// Whether a file is a study rather than a scenario: it names a base or lists what is varied. False for a
  /// file that cannot be read.
  package func isStudy(_ path: String) -> Bool {
    let log = FindingLog()
    let file = FilePath.normalised(path)
    let loader = FileLoader(reader: files, log: log)
    guard
      let node = loader.node(at: file, asker: ConfigOrigin(file: file, position: nil), keyPath: [])
    else { return false }
    return FileKind.study.isMarked(node)
  }

  private func read(_ path: String, _ log: FindingLog) -> Study? {
    let loader = FileLoader(reader: files, log: log)
    let origin = ConfigOrigin(file: path, position: nil)
    guard let node = loader.node(at: path, asker: origin, keyPath: []),
      SchemaVersion.check(node, as: .study, file: path, log: log)
    else { return nil }
    let root = ConfigTable(node, in: origin, log: log, reportsMissing: true)
    return study(root, loader, path)
  }

  /// What a study file may hold.
  static var shape: TableShape {
    TableShape { root in
      let files = FileReader.memory([:])
      _ = StudyReader(files: files).study(root, FileLoader(reader: files, log: root.log), "")
    }
  }

  private func study(_ root: ConfigTable, _ loader: FileLoader, _ path: String) -> Study {
    let (log, origin) = (root.log, ConfigOrigin(file: path, position: nil))
    root.schemaVersion()
    let name = root.text("name", .required, example: "\"Price of energy\"")
    let base = base(root, loader)
    let designTable = root.table("design")
    let estimatesTable = root.table("estimates")
    let blocks = StudyFactorsBlock(root)
    let listing = StudyCasesBlock(factors: blocks, log: log)
    let design = StudyDesign(designTable)
    var study = Study(
      name: name ?? "", description: root.text("description") ?? "", base: base ?? "",
      depth: root.choice("depth", StudyDepth.self, formerly: StudyDepth.formerNames) ?? .full,
      gap: root.number("gap", .upTo(0.5).downTo(1e-12)),
      timeLimitSeconds: root.number("time_limit_s", .positive(upTo: 10_000_000)),
      nodeLimit: root.integer("node_limit", .from(1, to: 1e12)),
      seed: root.integer("seed", .upTo(9_007_199_254_740_992)).map { UInt64($0) } ?? 1,
      changes: StudyCasesBlock.changes(root), design: design ?? StudyDesign(.cases), factors: blocks.factors,
      columns: [], estimates: EstimateSelection(estimatesTable),
      includesBase: root.boolean("include_base") ?? true, files: [], listed: listing.cases(root),
      designPlace: StudyPlace(
        origin: designTable.isPresent ? designTable.origin : origin, path: ["design"]),
      estimatesPlace: StudyPlace(origin: estimatesTable.origin, path: ["estimates"]))
    readCSV(root, loader, &study)
    study.listed += listing.stressTests(root)
    root.reportUnknownAndMissing()
    study.files = loader.files.filter { $0 == path } + study.files
    StudyChecks(study: study, factors: blocks, log: log).check(isDesignKnown: design != nil)
    return study
  }

  /// Path of the base, which must be a file that can be opened.
  private func base(_ root: ConfigTable, _ loader: FileLoader) -> String? {
    guard let text = root.text("base", .required, example: "\"../scenarios/campus-france.toml\"", .path),
      let node = root.node("base")
    else { return nil }
    let path = FilePath.resolve(text, in: node.origin.folder)
    _ = loader.node(at: path, asker: node.origin, keyPath: ["base"])
    return path
  }

  private func readCSV(_ root: ConfigTable, _ loader: FileLoader, _ study: inout Study) {
    guard let text = root.text("cases_csv", .optional, .path), let node = root.node("cases_csv") else {
      return
    }
    let path = FilePath.resolve(text, in: node.origin.folder)
    do {
      let bytes = try files.read(path)
      root.log.enter(file: path)
      study.files.append(path)
      var table = StudyCSV(file: path, log: root.log, factors: study.factors)
      table.read(bytes)
      study.columns = table.columns
      study.listed += table.cases
    } catch {
      let why =
        switch error {
        case .notFound: "there is no such file"
        case .isFolder: "it is a folder"
        case .unreadable(let reason): reason
        }
      root.log.add(
        Finding(
          kind: .unreadableFile, file: node.origin.file, line: node.origin.position?.line,
          column: node.origin.position?.column, keyPath: "cases_csv",
          message: "cannot open '\(path)': \(why)",
          hint: (error == .notFound ? files.suggestion(for: path) : nil)
            ?? "paths are relative to the study file"))
    }
  }
}

extension ConfigTable {
  /// A yes or no of a key.
  func boolean(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    shape?.add(key, .boolean())
    if case .boolean(let value) = node.content { return value }
    finding(key, node, "must be true or false, found \(node.kind)")
    return nil
  }
}
