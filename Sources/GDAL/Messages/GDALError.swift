// SPDX-License-Identifier: GPL-3.0-or-later

/// What went wrong in a call to GDAL, where, and what to do about it.
///
/// Every failure of the wrapper is this one type. `reason` is for programs (an exit code hangs on it),
/// `description` for people.
public struct GDALError: Error, Sendable, Hashable {
  /// The kind of failure.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// A source does not exist, is of no known format, or is damaged in a way that shows on opening.
    case openFailed
    /// The dataset or writer was closed before.
    case closed
    /// No driver of that name is in this build of GDAL.
    case driverUnknown
    /// The driver exists but cannot do what is asked, e.g. create a file.
    case driverUnsuitable
    /// A layer, field, band or feature that does not exist.
    case notFound
    /// An argument that makes no sense: a window outside the raster, text with a NUL character, lists of
    /// unequal length ...
    case badArgument
    /// An attribute filter or SQL statement that cannot be understood or names an unknown field.
    case badFilter
    /// Reading stopped with an error.
    case readFailed
    /// Reading ended without an error but before all declared features had come.
    case incompleteRead
    /// Creating, writing or closing an output failed.
    case writeFailed
    /// A geometry cannot be parsed, or an operation on it failed (mostly GEOS on an invalid geometry).
    case geometryFailed
    /// A coordinate reference system cannot be understood.
    case referenceInvalid
    /// No transformation between two reference systems, or a geometry that it cannot carry.
    case transformFailed
    /// A layer is being read already; its cursor cannot serve two readers.
    case busy
  }

  /// The kind of failure.
  public var reason: Reason
  /// The C function that failed, e.g. `GDALOpenEx`.
  public var function: String
  /// How serious GDAL called it; `.failure` when GDAL itself said nothing.
  public var severity: GDALMessage.Severity
  /// GDAL's error number (`CPLE_...`), 0 when GDAL itself said nothing.
  public var code: Int
  /// What happened, in GDAL's words where there are some.
  public var message: String
  /// What to do about it, where something can be said.
  public var hint: String?
  /// The file, connection string or `/vsi` path concerned.
  public var path: String?
  /// The layer concerned.
  public var layer: String?
  /// The feature concerned: its id in a source, its position (from 0) in an output.
  public var featureID: Int64?
  /// Everything GDAL said during the call, in order, `message` included.
  public var messages: [GDALMessage]
  /// How many seconds a server was given to answer and did not; nil for every other failure.
  public var secondsWaited: Int?

  /// Makes an error; callers of the wrapper need this only in their tests.
  public init(
    _ reason: Reason, function: String, message: String, severity: GDALMessage.Severity = .failure,
    code: Int = 0,
    hint: String? = nil, path: String? = nil, layer: String? = nil, featureID: Int64? = nil,
    messages: [GDALMessage] = []
  ) {
    self.reason = reason
    self.function = function
    self.severity = severity
    self.code = code
    self.message = message
    self.hint = hint
    self.path = path
    self.layer = layer
    self.featureID = featureID
    self.messages = messages
  }
}

extension GDALError: CustomStringConvertible {
  /// Where, what, which function, and a hint on a line of its own.
  public var description: String {
    var place: [String] = []
    if let path { place.append(path) }
    if let layer { place.append("layer \(layer)") }
    if let featureID { place.append("feature \(featureID)") }
    let head = place.isEmpty ? "" : place.joined(separator: ", ") + ": "
    let tail = hint.map { "\nhint: \($0)" } ?? ""
    return "\(head)\(message) (\(function))\(tail)"
  }
}
