// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import GDAL
import Quantities
import Sites

/// Opens declared layers and turns what GDAL says into findings that name the layer.
struct LayerAccess {
  /// A declared layer.
  let declared: LayerSource

  /// Opens the layer and hands it to `body`.
  ///
  /// - Throws: `InputFailure`.
  func withLayer<Result>(_ body: (Dataset, Layer) throws -> Result) throws -> Result {
    try withTable { dataset, layer, _ in try body(dataset, layer) }
  }

  /// Opens the layer and hands it to `body` with what was found in its text, where it is a CSV file.
  ///
  /// - Throws: `InputFailure`, also for rows that cannot be read for sure and for two columns or keys of
  ///   one name.
  func withTable<Result>(_ body: (Dataset, Layer, DelimitedText?) throws -> Result) throws -> Result {
    // Spreadsheets have their headings in the first row, whatever the cells below look like.
    let headers: OptionList = [
      "OGR_XLSX_HEADERS": "FORCE", "OGR_ODS_HEADERS": "FORCE", "OGR_XLS_HEADERS": "FORCE",
    ]
    return try SourceReading.tracked {
      try withThreadOptions(headers) {
        do {
          return try withTableOpen(body)
        } catch let error as GDALError {
          throw InputFailure(findings: [finding(error)])
        }
      }
    }
  }

  private func withTableOpen<Result>(
    _ body: (Dataset, Layer, DelimitedText?) throws -> Result
  ) throws -> Result {
    try checkDeclaration()
    var table = try DelimitedSource.scanned(self)
    let folder = MemoryFolder()
    let path = try table.flatMap { try $0.text.separator == .bar ? $0.copy(in: folder, self) : nil }
    var dataset = try open(.vector, path: path)
    if table == nil, dataset.driverName == "CSV", let path = try csvPath(in: dataset) {
      table = try DelimitedSource.scanned(path, self)
    }
    // A header in another encoding than UTF-8 cannot be compared, and the driver reads it in the encoding
    // that is stated.
    if let found = table, !statesHeader,
      !declared.openOptions.keys.contains(where: { $0.uppercased() == "ENCODING" }),
      path == nil,
      try !found.isRead(as: dataset.layer(named: declared.layer).fields.map(\.name))
    {
      dataset = try open(.vector, path: try found.copy(in: folder, self))
    }
    if declared.crsOverride == nil, dataset.driverName == "GeoJSON",
      let fault = StatedGeoJSONReference.fault(in: declared.source)
    {
      throw failure(fault)
    }
    let layer = try dataset.layer(named: dataset.path == declared.source ? declared.layer : nil)
    try checkRepeatedNames(of: layer, in: dataset)
    return try body(dataset, layer, table?.text)
  }

  /// Opens the source for features, cells or whichever it has.
  ///
  /// - Parameters:
  ///   - path: What to open instead of the source: a raster inside it, or a copy that drivers read for sure.
  ///   - options: How, if not as declared.
  /// - Throws: `InputFailure` for a source that cannot be opened, or a declaration that means nothing for
  ///   it.
  func open(_ contents: Dataset.Contents, path: String? = nil, options: OptionList? = nil) throws -> Dataset {
    try checkDeclaration()
    let dataset: Dataset
    do {
      dataset = try Dataset.open(
        path ?? declared.source, contents: contents, options: options ?? declared.driverOptions)
    } catch {
      throw InputFailure(findings: [finding(error)])
    }
    try checkOptions(dataset)
    if let shortfall = StatedCount.shortfall(of: declared.source, driver: dataset.driverName) {
      throw failure(shortfall)
    }
    return dataset
  }

  /// Refuses what came from a service that says neither how many features it has nor where the next page is,
  /// where it looks like a full page.
  func checkPages(_ dataset: Dataset, declaredCount: Int?, came: Int) throws {
    guard dataset.driverName == "OAPIF", declaredCount == nil, came > 0 else { return }
    let stated = declared.openOptions.first { $0.key.uppercased() == "PAGE_SIZE" }?.value
    let size = stated.flatMap { Int($0) } ?? 10
    // More than one page came by following links to the next, and the last has none.
    guard size > 0, came == size else { return }
    throw failure(
      "the service handed out \(came) features, a whole page of \(size), and says neither how many it has nor where the next page is, so nobody can "
        + "tell whether that is all; ask for more at a time than there are: open_options = { PAGE_SIZE = \"10000\" }"
    )
  }

  /// Refuses options that the driver does not have: it would leave them aside.
  private func checkOptions(_ dataset: Dataset) throws {
    guard let driver = try? dataset.driver() else { return }
    let findings = declared.openOptions.keys.sorted().compactMap { name -> Finding? in
      // GDAL itself knows some for every raster, and leaves to the driver what begins with @.
      // Columns of coordinates are read here, whatever the driver.
      // Versions after 3.6 take SEPARATOR for CSV, which these find by themselves; the driver's own words are
      // a remark.
      let isGeneral =
        ["ENCODING", "OVERVIEW_LEVEL"].contains(name.uppercased()) || name.hasPrefix("@")
        || driver.name == "CSV" && name.uppercased() == "SEPARATOR"
        || ColumnPoints.options.contains(name.uppercased())
      guard !isGeneral, !driver.takes(openOption: name) else { return nil }
      guard !driver.openOptions.isEmpty else {
        return finding("open option \(name): the driver \(driver.name) takes none but ENCODING; leave it out")
      }
      let hint =
        nearestName(to: name, among: driver.openOptions + ["ENCODING"]).map { "did you mean \($0)?" }
        ?? "it takes ENCODING, \(driver.openOptions.joined(separator: ", "))"
      return finding("open option \(name): the driver \(driver.name) has none of that name; \(hint)")
    }
    if !findings.isEmpty { throw InputFailure(findings: findings) }
  }

  /// Whether the declaration says itself what the first line of a CSV file is.
  private var statesHeader: Bool { declared.openOptions.keys.contains { $0.uppercased() == "HEADERS" } }

  /// The file behind the layer in a folder or an archive of CSV files; nil where it has none.
  private func csvPath(in dataset: Dataset) throws -> String? {
    let name = try dataset.layer(named: declared.layer).name
    // The driver calls a layer as its file without the last ending.
    let listed = try dataset.fileList().first { path in
      guard let file = path.split(separator: "/").last else { return false }
      return file == name || (file.lastIndex(of: ".").map { file[..<$0] } ?? file) == name
    }
    if let listed, !VirtualFile.isFolder(listed) { return listed }
    // Of a folder it lists nothing but the folder.
    let folders = [declared.source, "/vsizip/\(declared.source)"]
    return folders.flatMap { folder in
      ["csv", "tsv", "psv", "CSV", "TSV", "PSV"].map { "\(folder)/\(name).\($0)" }
    }.first { VirtualFile.exists($0) }
  }

  /// A feature in which the number that the planner says stands for no value is none.
  func withoutNoData(_ feature: Feature) -> Feature {
    guard let noData = declared.noData else { return feature }
    var feature = feature
    for (index, value) in feature.values.enumerated() where !value.isMissing {
      let number = value.number ?? value.text.flatMap { FilterNumber.value(of: $0)?.number }
      if number == noData { feature.values[index] = .null }
    }
    return feature
  }

  /// The files behind the layer, as its report names them.
  func files(of dataset: Dataset) -> [String] {
    // A copy in memory stands for the source.
    dataset.path == declared.source ? (try? dataset.fileList()) ?? [] : [declared.source]
  }

  /// Refuses a layer in which one name stands for two columns, or one key twice in a feature: drivers take
  /// either without a word.
  private func checkRepeatedNames(of layer: Layer, in dataset: Dataset) throws {
    var places: [String: Int] = [:]
    var findings: [Finding] = []
    for (index, field) in layer.fields.enumerated() {
      if let first = places[field.name] {
        findings.append(
          finding(
            "columns \(first + 1) and \(index + 1) are both called '\(field.name)'; give one another name"))
      } else {
        places[field.name] = index
      }
    }
    if ["GeoJSON", "GeoJSONSeq", "ESRIJSON"].contains(dataset.driverName) {
      findings += try RepeatedKeys.found(in: declared.source).map { finding($0) }
    }
    if !findings.isEmpty { throw InputFailure(findings: findings) }
  }

  /// Refuses fields whose names differ in case alone when one of them is asked for: filters and other
  /// programs take them for one.
  func check(caseOf wanted: [String], in layer: Layer) throws {
    let names = layer.fields.map(\.name)
    var findings: [Finding] = []
    for name in Set(wanted).sorted() {
      guard let other = names.first(where: { $0 != name && $0.lowercased() == name.lowercased() }) else {
        continue
      }
      if wanted.contains(other), other < name { continue }
      findings.append(
        finding("columns '\(name)' and '\(other)' differ in case alone; give one of them another name"))
    }
    if !findings.isEmpty { throw InputFailure(findings: findings) }
  }

  /// Checks what drivers pass over in silence or report without a name.
  ///
  /// - Throws: `InputFailure` for a file of the open options that is not there, and for a limit in the
  /// address of a feature service:
  ///   it would hand out a part of the layer for the whole.
  private func checkDeclaration() throws {
    if let obstacle = SourcePath.obstacle(declared.source) {
      throw InputFailure(findings: [finding(obstacle, cannotOpen: true)])
    }
    if let absence = SourcePath.absence(declared.source) {
      throw InputFailure(findings: [finding(absence, cannotOpen: true)])
    }
    for (name, path) in declared.openOptions.sorted(by: { $0.key < $1.key })
    where name.uppercased().hasSuffix("_FILE") && !path.hasPrefix("/vsi") {
      guard FileManager.default.fileExists(atPath: path) else {
        throw InputFailure(findings: [
          finding("open option \(name): there is no file \(path)", cannotOpen: true)
        ])
      }
      if let obstacle = SourcePath.obstacle(path) {
        throw InputFailure(findings: [finding("open option \(name): \(obstacle)", cannotOpen: true)])
      }
    }
    let address = declared.source.uppercased()
    if address.hasPrefix("WFS:") {
      for limit in ["COUNT", "MAXFEATURES"]
      where address.contains("?\(limit)=") || address.contains("&\(limit)=") {
        throw failure(
          "its address holds \(limit)=, so that the service would hand out a part of the layer as if it were the whole; take it "
            + "out, pages are asked for by themselves")
      }
    }
  }

  /// Tells a source that hands out its layers together, as OpenStreetMap files do, that only one of them is
  /// wanted; otherwise it would keep the features of the others in memory and give up when there are too
  /// many.
  func readOnly(_ layer: String, of dataset: Dataset) {
    // The statement has no result, which counts as an error.
    try? dataset.withSQLResult("SET interest_layers = \(layer)") { _ in }
  }

  /// Coordinate reference system of a layer: the one the planner states, otherwise its own.
  ///
  /// - Throws: `InputFailure` when there is neither.
  func reference(of found: SpatialReference?) throws -> SpatialReference {
    if let stated = declared.crsOverride {
      do {
        return try SpatialReference(userInput: stated)
      } catch {
        throw failure("crs = \"\(stated)\" is not a coordinate reference system: \(error)")
      }
    }
    guard let found else {
      throw failure(
        "has no coordinate reference system, so its coordinates mean nothing; state it with crs = \"EPSG:...\""
      )
    }
    return found
  }

  /// The way from a layer's coordinates to those in which distances are measured.
  ///
  /// - Throws: `InputFailure` when there is none.
  func transform(from source: SpatialReference, to target: SpatialReference) throws -> CoordinateTransform {
    do {
      return try CoordinateTransform(from: source, to: target)
    } catch {
      throw failure("\(error)")
    }
  }

  /// Checks that the layer has the fields that are asked for.
  ///
  /// - Throws: `InputFailure` with every field that is missing and the nearest one there is.
  func check(fields wanted: [String], of layer: Layer) throws {
    let known = layer.fields.map(\.name)
    let findings = wanted.filter { !known.contains($0) }.map { name -> Finding in
      let hint =
        nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
        ?? "it has \(known.joined(separator: ", "))"
      return finding("has no field '\(name)'; \(hint)")
    }
    if !findings.isEmpty { throw InputFailure(findings: findings) }
    try check(caseOf: wanted, in: layer)
  }

  /// Warnings of the driver that are passed on; what is beyond is counted.
  private static let warningLimit = 8

  /// What the driver warned of while the layer was read, without credentials.
  func remarks(of dataset: Dataset) -> [String] {
    var remarks: [String] = []
    for warning in dataset.warnings {
      let text = Credentials.hidden(in: DriverWarning.words(warning.text))
      if !remarks.contains(text) { remarks.append(text) }
    }
    let more = remarks.count - Self.warningLimit
    guard more > 0 else { return remarks }
    return remarks.prefix(Self.warningLimit) + ["\(more) more warnings of the driver"]
  }

  /// What GDAL says is wrong with the layer, without credentials.
  func finding(_ error: GDALError) -> Finding {
    var error = error
    if let seconds = error.secondsWaited {
      error.hint =
        "it may be overloaded or down: try again later, or give it longer with timeout_s = \(4 * seconds)"
    }
    return finding("\(error)", cannotOpen: error.reason == .openFailed)
  }

  /// One thing that is wrong with the layer, without credentials.
  func finding(_ message: String, cannotOpen: Bool = false) -> Finding {
    Finding(
      Credentials.hidden(in: message), in: Credentials.hidden(in: declared.source), layer: declared.name,
      kind: cannotOpen ? .unreadableFile : .content)
  }

  /// A failure with one finding.
  func failure(_ message: String) -> InputFailure { InputFailure(findings: [finding(message)]) }
}
