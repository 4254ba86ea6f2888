// SPDX-License-Identifier: GPL-3.0-or-later

/// Which features of a layer to read, and how much of each.
///
/// A query is a value: it leaves no filter behind in the layer.
public struct FeatureQuery {
  /// A region that features must meet.
  public enum Region {
    /// A rectangle in the layer's reference system.
    case envelope(Envelope)
    /// A shape in the layer's reference system. Some drivers look at its envelope only: test again where it
    /// matters.
    case geometry(Geometry)
  }

  /// A condition in the SQL of the driver, as after WHERE, e.g. `"voltage_kv" >= 225`; nil for all.
  public var attributeFilter: String?
  /// The region that features must meet; nil for all.
  public var region: Region?
  /// Names of the fields to read; nil for all. The others come as `.unset`.
  public var fields: [String]?
  /// Whether to read geometries.
  public var readsGeometry: Bool
  /// The most features to read; nil for all. A limited read cannot be checked for completeness.
  public var limit: Int?

  /// Makes a query; without arguments it asks for everything.
  public init(
    where attributeFilter: String? = nil, in region: Region? = nil, fields: [String]? = nil,
    readsGeometry: Bool = true, limit: Int? = nil
  ) {
    self.attributeFilter = attributeFilter
    self.region = region
    self.fields = fields
    self.readsGeometry = readsGeometry
    self.limit = limit
  }

  /// Everything.
  public static var all: FeatureQuery { FeatureQuery() }
}
