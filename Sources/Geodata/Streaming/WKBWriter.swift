// SPDX-License-Identifier: GPL-3.0-or-later

extension FeatureBatch {
  /// A feature as two-dimensional well-known binary, little-endian: a single geometry for one part, otherwise
  /// a collection of its parts, which is a multipolygon where all are polygons. A line of one coordinate,
  /// which GEOS refuses, is written as a point.
  func wkb(of feature: Int) -> [UInt8] {
    let runs = runs(of: feature)
    let parts = runs.filter { runRole[$0] != .hole }
    var bytes: [UInt8] = []
    if parts.count != 1 {
      let collection: UInt32 = parts.allSatisfy { runRole[$0] == .outerRing } ? 6 : 7
      Self.head(collection, &bytes)
      Self.append(UInt32(parts.count), &bytes)
    }
    for (index, part) in parts.enumerated() {
      let end = index + 1 < parts.count ? parts[index + 1] : runs.upperBound
      switch runRole[part] {
      case .line where runCount[part] > 1:
        Self.head(2, &bytes)
        Self.append(UInt32(runCount[part]), &bytes)
        appendCoordinates(of: part, &bytes)
      case .point, .line:
        Self.head(1, &bytes)
        appendCoordinates(of: part, &bytes)
      case .outerRing, .hole:
        Self.head(3, &bytes)
        Self.append(UInt32(end - part), &bytes)
        for ring in part..<end {
          Self.append(UInt32(runCount[ring]), &bytes)
          appendCoordinates(of: ring, &bytes)
        }
      }
    }
    return bytes
  }

  private func appendCoordinates(of run: Int, _ bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + 16 * Int(runCount[run]))
    for place in coordinates(of: run) {
      Self.append(x[place].bitPattern, &bytes)
      Self.append(y[place].bitPattern, &bytes)
    }
  }

  private static func head(_ code: UInt32, _ bytes: inout [UInt8]) {
    bytes.append(1)
    append(code, &bytes)
  }

  private static func append<Number: FixedWidthInteger>(_ number: Number, _ bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
