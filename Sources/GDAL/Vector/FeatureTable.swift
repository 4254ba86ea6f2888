// SPDX-License-Identifier: GPL-3.0-or-later

/// Features as columns: plain values that may go to any thread.
public struct FeatureTable: Sendable, Hashable {
  /// The values of one field, one a feature; nil where the field is null or unset.
  public enum Values: Sendable, Hashable {
    /// Whole numbers, and yes or no as 1 and 0.
    case integers([Int64?])
    /// Numbers.
    case reals([Double?])
    /// Texts.
    case texts([String?])
    /// Everything else: lists, dates, bytes.
    case others([FieldValue])

    /// The number of values.
    public var count: Int {
      switch self {
      case .integers(let column): column.count
      case .reals(let column): column.count
      case .texts(let column): column.count
      case .others(let column): column.count
      }
    }
  }

  /// One field of all features.
  public struct Column: Sendable, Hashable {
    /// The field.
    public let field: FieldDefinition
    /// Its values, in the order of `ids`.
    public let values: Values
  }

  /// The ids of the features; nil where the source has none.
  public let ids: [Int64?]
  /// The fields that were asked for, in that order.
  public let columns: [Column]
  /// The geometries as well-known binary; nil where a feature has none. Empty when the query left geometries
  /// out.
  public let wkb: [[UInt8]?]

  /// The number of features.
  public var count: Int { ids.count }

  /// The column of a field by its exact name; nil when it was not asked for.
  public func column(_ name: String) -> Column? { columns.first { $0.field.name == name } }
}
