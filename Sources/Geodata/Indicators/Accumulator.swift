// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Sites

/// Gathers one derivation's values while the features of its layer stream by. It keeps what it needs for the
/// sites, never the layer.
protocol Accumulator: AnyObject {
  /// What it needs of the layer.
  var needs: LayerNeeds { get }
  /// Takes a batch of features.
  ///
  /// - Parameter slots: Where each of `needs.fields` is among the fields of the batch.
  func add(_ index: BatchIndex, slots: [Int]) throws
  /// Columns in the order of the settings' `outputs`, once all features have been seen.
  func finish() throws -> [SiteTable.Column]
  /// What was passed over or not found, in words, once all features have been seen.
  var remarks: [String] { get }
}

extension Accumulator {
  var remarks: [String] { [] }
}

/// What an indicator needs of the layer it reads.
struct LayerNeeds {
  /// Kinds of geometry it can use.
  enum Geometry {
    /// Fields alone.
    case none
    /// Points, lines and polygons alike.
    case any
    /// Points.
    case points
    /// Lines.
    case lines
    /// Polygons.
    case polygons

    /// What must be there, in words.
    var words: String {
      switch self {
      case .none, .any: "features"
      case .points: "points"
      case .lines: "lines"
      case .polygons: "polygons"
      }
    }

    /// The kinds as bits.
    var kinds: FeatureBatch.Kinds {
      switch self {
      case .none, .any: [.points, .lines, .polygons]
      case .points: .points
      case .lines: .lines
      case .polygons: .polygons
      }
    }
  }

  /// Name of the indicator, for messages.
  var keyword: String
  /// Kinds of geometry it can use.
  var geometry: Geometry
  /// Fields it reads.
  var fields: [String] = []
  /// Features farther from every site than this, in metres, change nothing; nil when all may.
  var reachMetres: Double?
  /// Whether a layer in which nothing is left for it is an error; otherwise it is a zero.
  var needsFeatures = true
}

/// What every accumulator gets: the sites, the layer as declared, and attributes that the sites have already.
struct IndicatorInput {
  /// The sites.
  var sites: SiteTargets
  /// The layer.
  var access: LayerAccess
  /// Attributes of the sites that the indicator asked for, by name.
  var attributes: [String: SiteTable.Column]
  /// Source of derived values, in words.
  var sourceText: String
  /// The most threads that may work on the sites at the same time.
  var jobs = 1

  /// Turns a field of a feature into an attribute of a site.
  ///
  /// - Throws: `InputFailure` for a text where a number is wanted: the mapping states a unit, or planning
  ///   reads the attribute as a number.
  func attribute(_ value: FieldValue?, as mapping: FieldMapping, source: String) throws -> SiteValue {
    guard let value, !value.isMissing, value.text != "" else { return .missing("empty in the layer") }
    let known = SiteAttribute(rawValue: mapping.attribute)
    if let known, let fault = access.unitFault(of: mapping.field, as: known, "field") {
      throw access.failure(fault)
    }
    let wantsNumber = !mapping.unit.isEmpty || known?.isNumber ?? false
    var number = value.number
    if number == nil, wantsNumber { number = try self.number(value, field: mapping.field, of: nil) }
    if let number {
      return number.isFinite
        ? SiteValue(.number(number), basis: .derived, source: source)
        : .missing("not a finite number in the layer")
    }
    return SiteValue(.text(value.text ?? "\(value)"), basis: .derived, source: source)
  }

  /// The number in a field; nil for none. A text that is a plain number counts as one, since some formats
  /// have only texts.
  ///
  /// - Parameter feature: Name of the feature, for the message; nil where it is not known.
  /// - Throws: `InputFailure` for any other text, and for a number that is not finite.
  func number(_ value: FieldValue, field: String, of feature: @autoclosure () -> String?) throws -> Double? {
    guard !value.isMissing, value.text != "" else { return nil }
    let number = value.number ?? value.text.flatMap { PlainNumber.value($0) }
    if let number, number.isFinite { return number }
    let place = feature().map { "\($0): " } ?? ""
    throw access.failure(
      "\(place)field '\(field)' holds '\(value)' where a number is needed; \(PlainNumber.hint(for: "\(value)"))"
    )
  }

  /// A column of missing values, or of what `value` gives for each site.
  func column(_ output: DerivedAttribute, _ value: (Int) throws -> SiteValue) rethrows -> SiteTable.Column {
    SiteTable.Column(name: output.name, unit: output.unit, values: try (0..<sites.count).map(value))
  }

  /// A derived number, rounded.
  func derived(_ number: Double, source: String) -> SiteValue {
    SiteValue(.number(SignificantDigits.nine(number)), basis: .derived, source: source)
  }
}
