// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Makes a new vector dataset in any format that GDAL can create.
///
/// Nothing counts as written before `close()` has returned. A writer that goes away without it, and one that
/// is abandoned, removes what it made. Where the format has transactions, everything is one. The same calls
/// give the same bytes: the date that a GeoPackage or Shapefile stores is fixed by `date`.
public final class VectorWriter {
  /// The file, folder or connection string being made.
  public let path: String
  /// The driver.
  public let driver: DriverInfo

  let dataset: Dataset
  private let threadOptions: OptionList
  private var hasTransaction = false
  private var writtenCount = 0
  /// Whether there was a folder of that name before, with files of others in it.
  private let hadFolder: Bool
  let date: CalendarDate

  /// Creates the dataset.
  ///
  /// - Parameters:
  ///   - path: The file to make; `/vsimem/...` keeps it in memory.
  ///   - name: The driver's name; nil chooses by the extension.
  ///   - options: Options of the driver (its page calls them dataset creation options), in order.
  ///   - overwrites: Whether an existing dataset is removed first; else it is an error.
  ///   - date: The date of last change to store in formats that store one. The default is no real date, and
  ///     means "not stated".
  /// - Throws: `GDALError` with reason `driverUnknown`, `driverUnsuitable` or `writeFailed`.
  public init(
    creating path: String, driver name: String? = nil, options: OptionList = [:], overwrites: Bool = false,
    date: CalendarDate = CalendarDate(year: 1970, month: 1, day: 1)
  ) throws(GDALError) {
    let driver =
      if let name { try GDALRuntime.driver(named: name) } else {
        try GDALRuntime.vectorDriver(forCreating: path)
      }
    try Self.require(driver, path)
    try Self.makeRoom(at: path, driver, overwrites: overwrites)
    hadFolder = VirtualFile.isFolder(path)
    let threadOptions: OptionList = ["OGR_CURRENT_DATE": "\(date)T00:00:00.000Z"]
    do {
      let (handle, messages) = try withThreadOptions(threadOptions) { () throws(GDALError) in
        try call("GDALCreate", .writeFailed, at: CallPlace(path: path), discard: { GDALClose($0) }) {
          CStrings.withOptions(options) { options in
            GDALCreate(GDALGetDriverByName(driver.name), path, 0, 0, 0, GDT_Unknown, options)
          }
        }
      }
      dataset = Dataset(owning: handle, path: path, said: messages)
    } catch {
      var error = error
      error.hint = "check that the folder exists, may be written to and has room"
      throw error
    }
    self.path = path
    self.driver = driver
    self.threadOptions = threadOptions
    self.date = date
    try startTransaction()
  }

  deinit { abandon() }

  /// What GDAL remarked so far, e.g. that a field's name was shortened.
  public var warnings: [GDALMessage] { dataset.warnings }

  /// Adds a layer; formats with one layer a file refuse a second one.
  ///
  /// - Throws: `GDALError` with reason `writeFailed`, `badArgument` or `closed`.
  public func addLayer(_ definition: LayerDefinition) throws(GDALError) -> LayerWriter {
    try inContext { () throws(GDALError) in try LayerWriter(definition, in: self) }
  }

  /// Runs an SQL statement without a result, e.g. to make a view or an index in a GeoPackage.
  ///
  /// - Throws: `GDALError` with reason `badFilter` or `closed`.
  public func execute(_ statement: String) throws(GDALError) {
    let place = CallPlace(path: path)
    try CStrings.require(statement, isFor: "the statement", function: "GDALDatasetExecuteSQL", at: place)
    let handle = try dataset.live()
    try inContext { () throws(GDALError) in
      let (_, messages) = try call("GDALDatasetExecuteSQL", .badFilter, at: place) { () -> Bool? in
        // NULL is the right answer of a statement without a result, so messages alone tell of failure.
        if let result = GDALDatasetExecuteSQL(handle, statement, nil, nil) {
          GDALDatasetReleaseResultSet(handle, result)
        }
        return true
      }
      dataset.note(messages)
    }
  }

  /// Writes everything out, closes the dataset and, unless told otherwise, opens it again to count the
  /// features.
  ///
  /// The text formats of GDAL (GeoJSON, CSV) do not notice a full disk: the file is cut and no error is
  /// given. The count does notice.
  ///
  /// - Parameter verifies: Whether to count; formats that cannot be read are not counted.
  /// - Throws: `GDALError` with reason `writeFailed`; what was made is removed then.
  public func close(verifies: Bool = true) throws(GDALError) {
    guard dataset.isOpen else { return }
    do {
      try finish()
      if verifies { try verify() }
    } catch {
      removeOutput()
      throw error
    }
  }

  /// Gives up: closes the dataset and removes what was made. Does nothing after `close()`.
  public func abandon() {
    guard dataset.isOpen else { return }
    _ = try? inContext { () throws(GDALError) in
      if hasTransaction, let handle = try? dataset.live() {
        _ = MessageCollector().collecting { GDALDatasetRollbackTransaction(handle) }
      }
      try dataset.close(failure: .writeFailed)
    }
    removeOutput()
  }

  /// Runs a call with this writer's options set for the thread.
  func inContext<Result>(_ body: () throws(GDALError) -> Result) throws(GDALError) -> Result {
    try withThreadOptions(threadOptions, body)
  }

  func countFeature() { writtenCount += 1 }

  private func startTransaction() throws(GDALError) {
    let handle = try dataset.live()
    guard GDALDatasetTestCapability(handle, ODsCTransactions) != 0 else { return }
    let said = try inContext { () throws(GDALError) in
      try callStatus("GDALDatasetStartTransaction", .writeFailed, at: CallPlace(path: path)) {
        GDALDatasetStartTransaction(handle, 0)
      }
    }
    dataset.note(said)
    hasTransaction = true
  }

  private func finish() throws(GDALError) {
    try inContext { () throws(GDALError) in
      do throws(GDALError) {
        try commit()
      } catch {
        // Closing may fail too; the first error is the interesting one.
        try? dataset.close(failure: .writeFailed)
        throw error
      }
      try dataset.close(failure: .writeFailed)
    }
  }

  private func commit() throws(GDALError) {
    guard hasTransaction else { return }
    let handle = try dataset.live()
    let said = try callStatus("GDALDatasetCommitTransaction", .writeFailed, at: CallPlace(path: path)) {
      GDALDatasetCommitTransaction(handle)
    }
    dataset.note(said)
  }

  private func verify() throws(GDALError) {
    let written = writtenCount
    guard driver.canOpen, !path.hasPrefix("/vsistdout"), written > 0 else { return }
    var found = 0
    do {
      let copy = try Dataset.open(path, contents: .vector, drivers: [driver.name])
      for layer in try copy.layers() { found += try layer.count() }
      try copy.close()
    } catch {
      var error = error
      error.reason = .writeFailed
      error.message = "what was written cannot be read back: \(error.message)"
      error.hint = "check the room on the disk"
      throw error
    }
    guard found >= written else {
      throw GDALError(
        .writeFailed, function: "GDALClose",
        message: "\(written) features were written but \(found) are in the file",
        hint: "check the room on the disk; some formats leave out features that they cannot hold", path: path)
    }
  }

  private func removeOutput() {
    if !hadFolder { Self.remove(path, driver) }
  }
}
