// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// The type of a field's values; the numbers are OGR's.
public enum FieldType: UInt32, Sendable, Hashable, CaseIterable {
  /// A whole number of 32 bits.
  case integer = 0
  /// Several whole numbers of 32 bits.
  case integerList = 1
  /// A number.
  case real = 2
  /// Several numbers.
  case realList = 3
  /// Text.
  case text = 4
  /// Several texts.
  case textList = 5
  /// Bytes.
  case binary = 8
  /// A day.
  case date = 9
  /// A time of day.
  case time = 10
  /// A day and a time, with or without a time zone.
  case dateTime = 11
  /// A whole number of 64 bits.
  case integer64 = 12
  /// Several whole numbers of 64 bits.
  case integer64List = 13

  init(_ c: OGRFieldType) {
    // 6 and 7 are wide strings, which no driver makes; what is unknown can still be read as text.
    self = FieldType(rawValue: c.rawValue) ?? .text
  }

  var c: OGRFieldType { OGRFieldType(rawValue: rawValue) }

  /// The type of a name in a driver's list of what it can store.
  init?(creationName name: String) {
    switch name {
    case "Integer": self = .integer
    case "Integer64": self = .integer64
    case "Real": self = .real
    case "String": self = .text
    case "Date": self = .date
    case "Time": self = .time
    case "DateTime": self = .dateTime
    case "Binary": self = .binary
    case "IntegerList": self = .integerList
    case "Integer64List": self = .integer64List
    case "RealList": self = .realList
    case "StringList": self = .textList
    default: return nil
    }
  }
}

/// What a field's type is used for; the numbers are OGR's.
public enum FieldSubtype: UInt32, Sendable, Hashable, CaseIterable {
  /// Nothing in particular.
  case none = 0
  /// Yes or no, in a field of whole numbers.
  case boolean = 1
  /// A whole number of 16 bits.
  case int16 = 2
  /// A number of single precision.
  case float32 = 3
  /// JSON, in a text field.
  case json = 4
  /// A UUID, in a text field.
  case uuid = 5
}

/// A field of a layer: a column of its table.
public struct FieldDefinition: Sendable, Hashable {
  /// The name; drivers differ in what they allow (Shapefile: 10 bytes).
  public var name: String
  /// The type of the values.
  public var type: FieldType
  /// What the type is used for.
  public var subtype: FieldSubtype
  /// The greatest number of characters or digits; 0 for no limit.
  public var width: Int
  /// Digits after the decimal point; 0 when not stated.
  public var precision: Int
  /// Whether the field may be null.
  public var isNullable: Bool
  /// Whether no two features may have the same value.
  public var isUnique: Bool
  /// The value of a feature that sets none, as an SQL literal; nil for none.
  public var defaultValue: String?

  /// Describes a field.
  public init(
    _ name: String, _ type: FieldType, subtype: FieldSubtype = .none, width: Int = 0, precision: Int = 0,
    isNullable: Bool = true, isUnique: Bool = false, defaultValue: String? = nil
  ) {
    self.name = name
    self.type = type
    self.subtype = subtype
    self.width = width
    self.precision = precision
    self.isNullable = isNullable
    self.isUnique = isUnique
    self.defaultValue = defaultValue
  }

  init(_ handle: OGRFieldDefnH, encoding: TextEncoding? = nil) {
    let bytes = OGR_Fld_GetNameRef(handle)
    self.init(
      bytes.flatMap { encoding?.text(of: $0) } ?? CStrings.copy(bytes) ?? "",
      FieldType(OGR_Fld_GetType(handle)),
      subtype: FieldSubtype(rawValue: OGR_Fld_GetSubType(handle).rawValue) ?? .none,
      width: Int(OGR_Fld_GetWidth(handle)), precision: Int(OGR_Fld_GetPrecision(handle)),
      isNullable: OGR_Fld_IsNullable(handle) != 0, isUnique: OGR_Fld_IsUnique(handle) != 0,
      defaultValue: CStrings.copy(OGR_Fld_GetDefault(handle)))
  }

  /// The fields of a layer's or feature's definition, in order.
  static func all(of definition: OGRFeatureDefnH, encoding: TextEncoding? = nil) -> [FieldDefinition] {
    (0..<OGR_FD_GetFieldCount(definition)).compactMap { index in
      OGR_FD_GetFieldDefn(definition, index).map { FieldDefinition($0, encoding: encoding) }
    }
  }
}
