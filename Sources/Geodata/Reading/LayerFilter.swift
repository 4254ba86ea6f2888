// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Sites

/// A filter on the features of one open layer.
///
/// Arpent decides itself which features pass, so that a filter means the same for every driver. What the
/// driver is told lets more features through, never fewer, and spares reading those that cannot pass.
struct LayerFilter {
  /// Condition for the driver; nil where there is nothing that every driver understands alike.
  let driverCondition: String?
  /// Names of the fields that it reads.
  let fields: [String]
  /// Whether it reads geometries.
  let needsGeometry: Bool

  private let text: String
  private let notes = FilterNotes()
  private let access: LayerAccess
  private let passes: (Feature) throws -> Bool?

  /// Prepares a filter for a layer.
  ///
  /// - Throws: `InputFailure` for a condition that cannot be understood or does not fit the fields of the
  /// layer.
  init(_ text: String, layer: Layer, access: LayerAccess, points: ColumnPoints? = nil) throws {
    self.text = text
    self.access = access
    do {
      let filter = try FeatureFilter(text)
      var compiler = FilterCompiler(layer, notes: notes, points: points)
      passes = try compiler.statement(filter.root)
      fields = compiler.indices.map { layer.fields[$0].name }
      needsGeometry = compiler.needsGeometry
      driverCondition = DriverCondition(layer.fields).condition(filter.root)
    } catch let fault as FeatureFilter.Fault {
      throw access.failure("where = \"\(text)\" cannot be understood: \(fault)")
    } catch let fault as FilterCompiler.Fault {
      throw access.failure("where = \"\(text)\": \(fault.message)")
    }
  }

  /// Whether a feature passes. One for which the answer is unknown, because a value is missing, does not.
  ///
  /// - Throws: `InputFailure` for a value that cannot be compared.
  func passes(_ feature: Feature) throws -> Bool {
    do {
      return try passes(feature) ?? false
    } catch let fault as FilterCompiler.Fault {
      let name = feature.id.map { "feature \($0)" } ?? "a feature"
      throw access.failure("where = \"\(text)\", \(name): \(fault.message)")
    }
  }

  /// What to tell a planner of the values that it met.
  var remarks: [String] { notes.remarks }

  /// Forgets what it met, before all features are shown to it again.
  func forget() { notes.forget() }

  /// For a filter that lets nothing through: values that differ by case only.
  var caseHint: String { notes.caseHint }
}
