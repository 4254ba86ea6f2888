// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension CoordinateTransform {
  /// Which points of a bulk transformation came through.
  public struct Outcome: Sendable, Hashable {
    /// One flag a point, in order.
    public let succeeded: [Bool]
    /// What PROJ said about the ones that did not.
    public let messages: [GDALMessage]

    /// How many points did not come through.
    public var failureCount: Int { succeeded.count { !$0 } }
  }

  /// Transforms points in place; x and y are columns of equal length.
  ///
  /// A point that cannot be transformed becomes NaN, NaN and its flag false; the other points are not
  /// concerned. A point that is not finite on the way in counts as failed.
  ///
  /// - Throws: `GDALError` with reason `badArgument` for columns of unequal length only.
  public func transform(x: inout [Double], y: inout [Double]) throws(GDALError) -> Outcome {
    guard x.count == y.count else {
      throw GDALError(
        .badArgument, function: "OCTTransformEx", message: "\(x.count) x values but \(y.count) y values",
        hint: "give one y for each x")
    }
    let count = x.count
    guard count > 0 else { return Outcome(succeeded: [], messages: []) }
    guard let total = Int32(exactly: count) else {
      throw GDALError(
        .badArgument, function: "OCTTransformEx", message: "\(count) points are more than one call can take",
        hint: "transform them in portions")
    }
    // PROJ takes infinity as "no coordinate" and leaves it alone, whereas NaN may pass through as if it were
    // a success.
    for i in 0..<count where !(x[i].isFinite && y[i].isFinite) {
      x[i] = .infinity
      y[i] = .infinity
    }
    var flags = [Int32](repeating: 0, count: count)
    let collector = MessageCollector()
    // The result tells only whether all points succeeded, which the flags tell better.
    _ = collector.collecting { OCTTransformEx(handle, total, &x, &y, nil, &flags) }
    var succeeded = [Bool](repeating: true, count: count)
    for i in 0..<count where flags[i] == 0 || !x[i].isFinite || !y[i].isFinite {
      succeeded[i] = false
      x[i] = .nan
      y[i] = .nan
    }
    return Outcome(succeeded: succeeded, messages: collector.messages)
  }

  /// Transforms a list of coordinates; nil stands where one could not be transformed.
  ///
  /// - Throws: Only for more coordinates than a 32-bit number counts.
  public func transform(_ coordinates: [Coordinate]) throws(GDALError) -> [Coordinate?] {
    var x = coordinates.map(\.x)
    var y = coordinates.map(\.y)
    let outcome = try transform(x: &x, y: &y)
    return coordinates.indices.map { outcome.succeeded[$0] ? Coordinate(x: x[$0], y: y[$0]) : nil }
  }

  /// Transforms one coordinate.
  ///
  /// - Throws: `GDALError` with reason `transformFailed` when it lies outside what the operation covers.
  public func transform(_ coordinate: Coordinate) throws(GDALError) -> Coordinate {
    var x = [coordinate.x]
    var y = [coordinate.y]
    let outcome = try transform(x: &x, y: &y)
    guard outcome.succeeded[0] else {
      var error = GDALError(
        .transformFailed, function: "OCTTransformEx", at: .nowhere, said: outcome.messages,
        otherwise: "the coordinate is not finite",
        hint: "check the reference system and the order of the axes (x, y)")
      error.message = "(\(coordinate.x), \(coordinate.y)) cannot be transformed \(route): \(error.message)"
      throw error
    }
    return Coordinate(x: x[0], y: y[0])
  }

  /// The envelope, in the target system, of an envelope in the source system; edges are followed in
  /// `densification` steps, since the corners alone miss the bulge of a curved edge.
  ///
  /// - Throws: `GDALError` with reason `transformFailed`, also when the result crosses the antimeridian and
  ///   so is no envelope.
  public func transform(_ envelope: Envelope, densification: Int = 21) throws(GDALError) -> Envelope {
    let place = CallPlace.nowhere
    let steps = Int32(clamping: max(0, min(densification, 10_000)))
    do {
      let (result, _) = try call("OCTTransformBounds", .transformFailed, at: place) { () -> Envelope? in
        var minX = 0.0
        var minY = 0.0
        var maxX = 0.0
        var maxY = 0.0
        let done = OCTTransformBounds(
          handle, envelope.minX, envelope.minY, envelope.maxX, envelope.maxY, &minX, &minY, &maxX, &maxY,
          steps)
        return done == 0 ? nil : Envelope(minX: minX, minY: minY, maxX: maxX, maxY: maxY)
      }
      return result
    } catch {
      var error = error
      error.message = "the envelope \(envelope) cannot be transformed \(route): \(error.message)"
      throw error
    }
  }
}
