// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// One form that the value of a key may have, as the reader of the file asks for it.
enum KeyShape: Equatable {
  /// A number alone.
  case number(NumberRange, isWhole: Bool = false)
  /// A number with its basis in a unit; empty for a ratio and for what only a planner decides.
  case quantity(NumberRange, unit: String, QuantityForm, isWhole: Bool = false)
  case text(TextForm)
  /// True or false; true alone where `isAlwaysTrue`.
  case boolean(isAlwaysTrue: Bool = false)
  /// The version of the format.
  case version
  /// An attribute of a site.
  case site(SiteValueForm, unit: String)
  case table(TableShape)

  /// How a number with its basis is written.
  enum QuantityForm {
    /// A plain number or a table with `value`.
    case plainOrTable
    /// A table with value, basis and source.
    case table
    /// A plain number or any part of such a table, which replaces what stands in another file.
    case part
  }

  /// What a text is.
  enum TextForm: Equatable {
    case any
    case notEmpty
    case words([String])
    /// Name of the site attribute that takes a value.
    case attribute
    /// A condition on site attributes.
    case condition
    /// Path of a file, relative to the one in which it stands.
    case path
    /// Authority code of a coordinate reference system.
    case reference
    /// A day of the calendar.
    case day
  }

  /// This form for whole numbers alone.
  var whole: KeyShape {
    switch self {
    case .number(let range, _): .number(range, isWhole: true)
    case .quantity(let range, let unit, let form, _): .quantity(range, unit: unit, form, isWhole: true)
    case .text, .boolean, .version, .site, .table: self
    }
  }
}
