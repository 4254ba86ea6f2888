// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Carries coordinates from one reference system to another.
///
/// Longitude and x come first, latitude and y second, on both sides. An object belongs to one thread at a
/// time.
public final class CoordinateTransform {
  /// What narrows the choice among the ways from one system to the other.
  public struct Options: Sendable, Hashable {
    /// The area of interest in degrees: x longitude, y latitude. The best operation for it is used for all
    /// points.
    public var areaOfInterest: Envelope?
    /// The worst acceptable accuracy of the operation, in metres.
    public var accuracyM: Double?
    /// Whether an operation that ignores the difference of the datums (up to hundreds of metres) may be used.
    public var allowsBallpark: Bool
    /// A PROJ pipeline or an operation's code to use instead of PROJ's own choice.
    public var operation: String?

    /// Makes options; without arguments PROJ chooses freely, point by point.
    public init(
      areaOfInterest: Envelope? = nil, accuracyM: Double? = nil, allowsBallpark: Bool = true,
      operation: String? = nil
    ) {
      self.areaOfInterest = areaOfInterest
      self.accuracyM = accuracyM
      self.allowsBallpark = allowsBallpark
      self.operation = operation
    }
  }

  /// The C object; this object owns it.
  let handle: OGRCoordinateTransformationH

  /// From where to where, for messages.
  let route: String

  /// What GDAL remarked while making it.
  public let warnings: [GDALMessage]

  /// Prepares the way from `source` to `target`.
  ///
  /// - Throws: `GDALError` with reason `transformFailed` when there is none.
  public init(
    from source: SpatialReference, to target: SpatialReference, options: Options = Options()
  ) throws(GDALError) {
    let route = "from \(source) to \(target)"
    let settings = try Self.settings(for: options)
    defer { OCTDestroyCoordinateTransformationOptions(settings) }
    do {
      (handle, warnings) = try call(
        "OCTNewCoordinateTransformationEx", .transformFailed,
        discard: { OCTDestroyCoordinateTransformation($0) }
      ) {
        OCTNewCoordinateTransformationEx(source.handle, target.handle, settings)
      }
    } catch {
      var error = error
      error.message = "no transformation \(route): \(error.message)"
      error.hint = "check both reference systems; a system of one's own needs a datum that PROJ knows"
      throw error
    }
    self.route = route
  }

  deinit { OCTDestroyCoordinateTransformation(handle) }

  private static func settings(for options: Options) throws(GDALError) -> OGRCoordinateTransformationOptionsH
  {
    let (settings, _) = try call("OCTNewCoordinateTransformationOptions", .transformFailed) {
      OCTNewCoordinateTransformationOptions()
    }
    do {
      try apply(options, to: settings)
    } catch {
      OCTDestroyCoordinateTransformationOptions(settings)
      throw error
    }
    return settings
  }

  private static func apply(
    _ options: Options, to settings: OGRCoordinateTransformationOptionsH
  ) throws(GDALError) {
    if let area = options.areaOfInterest {
      try set("OCTCoordinateTransformationOptionsSetAreaOfInterest") {
        OCTCoordinateTransformationOptionsSetAreaOfInterest(
          settings, area.minX, area.minY, area.maxX, area.maxY)
      }
    }
    if let accuracyM = options.accuracyM {
      try set("OCTCoordinateTransformationOptionsSetDesiredAccuracy") {
        OCTCoordinateTransformationOptionsSetDesiredAccuracy(settings, accuracyM)
      }
    }
    if !options.allowsBallpark {
      try set("OCTCoordinateTransformationOptionsSetBallparkAllowed") {
        OCTCoordinateTransformationOptionsSetBallparkAllowed(settings, 0)
      }
    }
    if let operation = options.operation {
      let function = "OCTCoordinateTransformationOptionsSetOperation"
      try CStrings.require(operation, isFor: "the operation", function: function)
      try set(function) { OCTCoordinateTransformationOptionsSetOperation(settings, operation, 0) }
    }
  }

  private static func set(_ function: String, _ body: () -> Int32) throws(GDALError) {
    _ = try call(function, .badArgument) { body() != 0 ? true : nil }
  }
}
