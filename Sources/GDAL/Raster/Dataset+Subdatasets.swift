// SPDX-License-Identifier: GPL-3.0-or-later

extension Dataset {
  /// A raster inside a source that holds several, such as a variable of a netCDF file.
  public struct Subdataset: Sendable, Hashable {
    /// What to open to get it.
    public var path: String
    /// What the driver says it is.
    public var description: String

    /// The name inside the source: what follows the last colon or slash of the path, for example a variable's
    /// name.
    public var name: String {
      let end = path.lastIndex { $0 == ":" || $0 == "/" }
      return end.map { String(path[path.index(after: $0)...]) } ?? path
    }
  }

  /// The rasters inside, in the driver's order; empty for a source that is itself one raster.
  ///
  /// - Throws: `GDALError` with reason `closed`.
  public func subdatasets() throws(GDALError) -> [Subdataset] {
    var found: [Subdataset] = []
    while let path = try metadata("SUBDATASET_\(found.count + 1)_NAME", domain: "SUBDATASETS") {
      let description = try metadata("SUBDATASET_\(found.count + 1)_DESC", domain: "SUBDATASETS") ?? ""
      found.append(Subdataset(path: path, description: description))
    }
    return found
  }
}
