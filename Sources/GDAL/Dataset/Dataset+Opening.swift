// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension Dataset {
  /// Whether a dataset may be changed.
  public enum Access: Sendable, Hashable {
    /// Reading only.
    case readOnly
    /// Reading and changing.
    case update
  }

  /// What a dataset must contain.
  public struct Contents: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: Int
    /// Makes a set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Features.
    public static let vector = Contents(rawValue: 1)
    /// Pixels.
    public static let raster = Contents(rawValue: 2)
    /// Either.
    public static let any: Contents = [.vector, .raster]
  }

  /// Opens anything that GDAL can read: a path, a `/vsi...` path, a connection string.
  ///
  /// When either content will do, layers are looked for first. GDAL itself asks its raster drivers first, and
  /// one of them takes a CSV file with the columns x and y for a grid. A file with both gives its layers; ask
  /// for `.raster` to get its pixels.
  ///
  /// - Parameters:
  ///   - path: What to open.
  ///   - access: Read-only unless told otherwise.
  ///   - contents: Only drivers for these contents are tried.
  ///   - drivers: Only these drivers are tried, by name; all when empty.
  ///   - options: Options of the driver (its page calls them open options), in order. `ENCODING` works for
  /// every driver.
  /// - Throws: `GDALError` with reason `openFailed`, `driverUnknown` for a name in `drivers`, `badArgument`
  /// for an
  ///   encoding that is none.
  public static func open(
    _ path: String, access: Access = .readOnly, contents: Contents = .any, drivers: [String] = [],
    options: OptionList = [:]
  ) throws(GDALError) -> Dataset {
    GDALRuntime.register()
    let place = CallPlace(path: path)
    let function = "GDALOpenEx"
    guard !path.isEmpty else {
      throw GDALError(
        .openFailed, function: function, message: "the path is empty", hint: "name a file", path: path)
    }
    try CStrings.require(path, isFor: "the path", function: function, at: place)
    var names: [String] = []
    for name in drivers { names.append(try GDALRuntime.driver(named: name).name) }
    guard contents == .any else {
      return try open(path, access, contents, names, options)
    }
    let vectorError: GDALError
    do throws(GDALError) {
      let dataset = try open(path, access, .vector, names, options)
      if try dataset.layerCount() > 0 { return dataset }
      // No layers: there may be pixels, else it is a source without content.
      return (try? open(path, access, .raster, names, options)) ?? dataset
    } catch {
      vectorError = error
    }
    // A server that kept silent would do so once more.
    if vectorError.secondsWaited != nil { throw vectorError }
    do throws(GDALError) {
      return try open(path, access, .raster, names, options)
    } catch {
      // The driver that knows the format says what is wrong; the others only that they do not know it.
      throw error.message.contains("not recognized") ? vectorError : error
    }
  }

  private static func open(
    _ path: String, _ access: Access, _ contents: Contents, _ drivers: [String], _ options: OptionList
  ) throws(GDALError) -> Dataset {
    var flags = access == .update ? GDAL_OF_UPDATE : GDAL_OF_READONLY
    if contents.contains(.vector) { flags |= GDAL_OF_VECTOR }
    if contents.contains(.raster) { flags |= GDAL_OF_RASTER }
    flags |= GDAL_OF_VERBOSE_ERROR
    let start = ContinuousClock.now
    let options = access == .readOnly ? leavingNothingBehind(path, flags, options) : options
    let target = ServerSilence.limited(path)
    do throws(GDALError) {
      // Drivers that are tried in vain may complain, so a failure counts only when nothing was opened.
      let (handle, messages) = try call(
        "GDALOpenEx", .openFailed, at: CallPlace(path: path), toleratesFailureMessages: true
      ) {
        CStrings.withConstantOptions(options) { options in
          withConstantList(drivers) { names in GDALOpenEx(target, UInt32(flags), names, options, nil) }
        }
      }
      let encoding = try textEncoding(options, of: handle, path: path)
      // What the driver does not know of the encoding is done by the wrapper.
      let said = encoding == nil ? messages : messages.filter { !$0.text.contains("open option ENCODING") }
      let dataset = Dataset(owning: handle, path: path, said: said, textEncoding: encoding)
      if let template = templateBeside(path, driver: dataset.driverName, options) {
        let text =
          "types and layers come from '\(template)' beside it; remove that file if it was made for an older copy"
        dataset.note([GDALMessage(severity: .warning, code: 1, text: text)])
      }
      return dataset
    } catch {
      guard error.reason == .openFailed else { throw error }
      var error = error
      if let waited = ServerSilence.seconds(opening: path, took: start.duration(to: .now)) {
        error.tellSilence(waited)
      }
      if error.secondsWaited == nil { error.hint = hint(for: path, drivers: drivers) }
      throw error
    }
  }

  /// Options with those that keep a driver from writing beside what it reads: a `.gfs` beside a GML, `-wal`
  /// and `-shm` beside a GeoPackage that nobody else has open.
  private static func leavingNothingBehind(
    _ path: String, _ flags: Int32, _ options: OptionList
  ) -> OptionList {
    guard !path.contains("://"), !path.contains("/vsicurl") else { return options }
    let driver = MessageCollector().collecting { () -> String? in
      GDALIdentifyDriverEx(path, UInt32(flags), nil, nil).flatMap {
        CStrings.copy(GDALGetDriverShortName($0))
      }
    }
    var options = options
    switch driver {
    case "GML" where options["WRITE_GFS"] == nil: options.append("WRITE_GFS", "NO")
    // What another program has not yet brought into the file lies in its -wal, and what it has not yet taken
    // back in its -journal: both would be passed over.
    case "GPKG"
    where options["IMMUTABLE"] == nil && !VirtualFile.exists(path + "-wal")
      && !VirtualFile.exists(path + "-journal") && VirtualFile.exists(path):
      options.append("IMMUTABLE", "YES")
    default: break
    }
    return options
  }

  /// How texts are written, where the options say so and the driver takes no such option itself.
  ///
  /// - Throws: `GDALError` with reason `badArgument` for an encoding that nobody knows; the dataset is closed
  /// then.
  private static func textEncoding(
    _ options: OptionList, of handle: GDALDatasetH, path: String
  ) throws(GDALError) -> TextEncoding? {
    guard let name = options["ENCODING"] else { return nil }
    let driver = CStrings.copy(GDALGetDriverShortName(GDALGetDatasetDriver(handle))) ?? ""
    if let driver = try? GDALRuntime.driver(named: driver), driver.takes(openOption: "ENCODING") {
      return nil
    }
    if let encoding = TextEncoding(name) { return encoding }
    MessageCollector().collecting { GDALClose(handle) }
    throw GDALError(
      .badArgument, function: "CPLRecode", message: "\"\(name)\" is no known encoding of texts",
      hint: "for example UTF-8, ISO-8859-1, ISO-8859-15 or CP1252", path: path)
  }

  /// The description of a GML file that GDAL once wrote beside it, and believes whatever has become of the
  /// file.
  private static func templateBeside(_ path: String, driver: String, _ options: OptionList) -> String? {
    guard driver == "GML", options["GFS_TEMPLATE"] == nil, let dot = path.lastIndex(of: ".") else {
      return nil
    }
    let template = path[..<dot] + ".gfs"
    guard VirtualFile.exists(String(template)), !VirtualFile.exists(path[..<dot] + ".xsd") else { return nil }
    return template.split(separator: "/").last.map(String.init)
  }

  /// Opens a dataset, runs `body` with it and closes it, whatever happens.
  ///
  /// - Throws: What opening or `body` throws; else what closing throws.
  public static func withOpen<Result>(
    _ path: String, access: Access = .readOnly, contents: Contents = .any, drivers: [String] = [],
    options: OptionList = [:], _ body: (Dataset) throws -> Result
  ) throws -> Result {
    let dataset = try open(path, access: access, contents: contents, drivers: drivers, options: options)
    let result: Result
    do {
      result = try body(dataset)
    } catch {
      // The first error is the interesting one.
      try? dataset.close()
      throw error
    }
    try dataset.close()
    return result
  }

  private static func withConstantList<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
  ) -> Result {
    CStrings.withList(strings) { list in
      body(UnsafeRawPointer(list)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self))
    }
  }

  private static func hint(for path: String, drivers: [String]) -> String {
    if !path.hasPrefix("/vsi"), !path.contains(":"), !VirtualFile.exists(path) {
      return "there is no such file; check the spelling and the working directory"
    }
    if !drivers.isEmpty { return "it was tried only as \(drivers.joined(separator: ", "))" }
    return
      "the file may be damaged, incomplete, or of a format that GDAL \(GDALRuntime.version) does not have"
  }
}
