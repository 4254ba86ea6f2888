// SPDX-License-Identifier: GPL-3.0-or-later

/// Takes well-known binary (plain, extended or ISO) apart into runs of coordinates. Heights and measures are
/// left out, collections are taken apart, empty parts are passed over.
struct WKBRuns {
  /// Bytes that are no geometry of straight pieces.
  enum Fault: Error {
    /// Ends too early, or is of no known kind.
    case unreadable
    /// Has circular arcs, which must be cut into chords first.
    case curved
  }

  /// Coordinates of all runs.
  var x: [Double] = []
  var y: [Double] = []
  /// First coordinate of each run, and what it is.
  var starts: [Int] = []
  var roles: [FeatureBatch.Role] = []

  /// No runs yet.
  init() {}

  /// Adds a run.
  mutating func append(_ role: FeatureBatch.Role, _ runX: ArraySlice<Double>, _ runY: ArraySlice<Double>) {
    starts.append(x.count)
    roles.append(role)
    x.append(contentsOf: runX)
    y.append(contentsOf: runY)
  }

  /// Adds a run of others.
  mutating func append(_ run: Int, of others: WKBRuns) {
    let range = others.coordinates(of: run)
    append(others.roles[run], others.x[range], others.y[range])
  }

  /// Coordinates of a run, by position.
  func coordinates(of run: Int) -> Range<Int> {
    starts[run]..<(run + 1 < starts.count ? starts[run + 1] : x.count)
  }

  /// These runs and then others.
  func appending(_ others: WKBRuns) -> WKBRuns {
    var all = self
    for run in others.starts.indices { all.append(run, of: others) }
    return all
  }

  /// Takes a geometry apart.
  ///
  /// - Throws: `Fault`.
  init(_ bytes: [UInt8]) throws(Fault) {
    var reader = Reader(bytes: bytes)
    try geometry(&reader, depth: 0)
  }

  private mutating func geometry(_ reader: inout Reader, depth: Int) throws(Fault) {
    guard depth < 64 else { throw .unreadable }
    let littleEndian = try reader.byte() == 1
    reader.littleEndian = littleEndian
    var code = try reader.word()
    var dimensions = 2
    // Extended form: flags in the high bits; ISO form: thousands.
    if code & 0x8000_0000 != 0 { dimensions += 1 }
    if code & 0x4000_0000 != 0 { dimensions += 1 }
    if code & 0x2000_0000 != 0 { _ = try reader.word() }
    code &= 0x1fff_ffff
    switch code / 1000 {
    case 1, 2: dimensions += 1
    case 3: dimensions += 2
    default: break
    }
    switch code % 1000 {
    case 1:
      let place = try reader.coordinate(dimensions)
      // An empty point is written as not-a-number twice.
      if place.x.isNaN, place.y.isNaN { return }
      starts.append(x.count)
      roles.append(.point)
      x.append(place.x)
      y.append(place.y)
    case 2: try run(.line, &reader, dimensions)
    case 3, 17:
      let rings = try reader.count(leastBytesEach: 4)
      let runsBefore = starts.count
      for _ in 0..<rings {
        try run(starts.count == runsBefore ? .outerRing : .hole, &reader, dimensions)
      }
    case 4, 5, 6, 7, 15, 16:
      let parts = try reader.count(leastBytesEach: 5)
      for _ in 0..<parts { try geometry(&reader, depth: depth + 1) }
    case 8, 9, 10, 11, 12, 13, 14: throw .curved
    default: throw .unreadable
    }
  }

  private mutating func run(
    _ role: FeatureBatch.Role, _ reader: inout Reader, _ dimensions: Int
  ) throws(Fault) {
    let points = try reader.count(leastBytesEach: 8 * dimensions)
    guard points > 0 else { return }
    starts.append(x.count)
    roles.append(role)
    for _ in 0..<points {
      let place = try reader.coordinate(dimensions)
      x.append(place.x)
      y.append(place.y)
    }
  }

  /// Reads numbers of either byte order from bytes.
  private struct Reader {
    let bytes: [UInt8]
    var place = 0
    var littleEndian = true

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func byte() throws(Fault) -> UInt8 {
      guard place < bytes.count else { throw .unreadable }
      defer { place += 1 }
      return bytes[place]
    }

    mutating func word() throws(Fault) -> UInt32 {
      guard place + 4 <= bytes.count else { throw .unreadable }
      let raw = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt32.self) }
      place += 4
      return littleEndian ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
    }

    /// A number of things, no larger than the bytes left can hold.
    mutating func count(leastBytesEach size: Int) throws(Fault) -> Int {
      let number = Int(try word())
      guard number <= (bytes.count - place) / size else { throw .unreadable }
      return number
    }

    @inline(__always)
    mutating func coordinate(_ dimensions: Int) throws(Fault) -> (x: Double, y: Double) {
      guard place + 8 * dimensions <= bytes.count else { throw .unreadable }
      let (first, second) = bytes.withUnsafeBytes {
        (
          $0.loadUnaligned(fromByteOffset: place, as: UInt64.self),
          $0.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
        )
      }
      place += 8 * dimensions
      return littleEndian
        ? (Double(bitPattern: UInt64(littleEndian: first)), Double(bitPattern: UInt64(littleEndian: second)))
        : (Double(bitPattern: UInt64(bigEndian: first)), Double(bitPattern: UInt64(bigEndian: second)))
    }
  }
}
