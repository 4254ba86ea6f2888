// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Quantities
import Results

/// An export of a plan's layers in a format of GDAL: checked and rehearsed before the work, written whole or
/// not at all.
package struct PlanExport: Sendable {
  /// What was written.
  package struct Outcome: Sendable {
    /// Paths of the files; empty for standard output.
    package var files: [String] = []
    /// What goes to standard output; nil for files.
    package var text: String?
    /// What the planner should know, beside what was said before the work.
    package var warnings: [String] = []
  }

  /// The layers, in the order in which they are written.
  package let layers: [ExportLayer]

  private let format: ExportFormat
  /// Where it goes; nil for standard output.
  private let target: ExportTarget?
  private var options: ExportOptions
  private let withStyles: Bool
  private let rawCells: Bool
  private let isOnlyLayer: Bool
  private let planFolders: [String]
  private var isOneLayerAFile = true
  private var reported: [String] = []

  /// Reads what is asked.
  ///
  /// - Parameters:
  ///   - format: Short name of a driver or an ending; nil for the ending of the output.
  ///   - output: File to write, `-` for standard output.
  ///   - layers: Names of layers; empty for all of one plan, or for `diff` alone where there are two.
  ///   - isOfTwoPlans: Whether there is a second plan, so that `diff` is written as well.
  ///   - options: Creation options as they were written.
  ///   - withStyles: Whether style files are written beside GeoJSON.
  ///   - force: Whether files that are there may be replaced.
  ///   - rawCells: Whether texts that a spreadsheet would run are written as they are.
  ///   - planFolders: The result directories, whose files are never replaced.
  /// - Throws: `ExportFault` with everything that is wrong.
  package init(
    format: String?, output: String, layers: [String], options: [String], withStyles: Bool, force: Bool,
    rawCells: Bool = false, isOfTwoPlans: Bool = false, planFolders: [String]
  ) throws(ExportFault) {
    var faults: [ExportFault] = []
    func attempt<Value>(_ body: () throws(ExportFault) -> Value) -> Value? {
      do throws(ExportFault) { return try body() } catch {
        faults.append(error)
        return nil
      }
    }
    let wanted = attempt { () throws(ExportFault) in try Self.layers(layers, isOfTwoPlans) }
    let read = attempt { () throws(ExportFault) in try ExportOptions(options) }
    let isStream = output == "-"
    let found = attempt { () throws(ExportFault) in try ExportFormat(format, output: isStream ? "" : output) }
    if let found, let wanted {
      faults += Self.conflicts(found, wanted, isStream: isStream, withStyles: withStyles)
    }
    var place: ExportTarget?
    if let found, !isStream {
      place = attempt { () throws(ExportFault) in try ExportTarget(output, format: found, force: force) }
    }
    guard faults.isEmpty, let wanted, let read, let found else {
      throw ExportFault(target: faults.allSatisfy(\.isTarget), faults.flatMap(\.findings))
    }
    self.layers = wanted
    self.options = read
    self.format = found
    target = place
    self.withStyles = withStyles
    self.rawCells = rawCells
    isOnlyLayer = wanted.count == 1
    self.planFolders = planFolders
  }

  private static func layers(_ names: [String], _ isOfTwoPlans: Bool) throws(ExportFault) -> [ExportLayer] {
    let known = ExportLayer.allCases.map(\.rawValue)
    var findings: [String] = []
    for name in names where !known.contains(name) {
      let near = nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
      findings.append(
        "--layer '\(name)': there is no such layer; \(near ?? "one of \(known.joined(separator: ", "))")")
    }
    if names.contains(ExportLayer.diff.rawValue), !isOfTwoPlans {
      findings.append("--layer 'diff': is of two plans; add --against with the plan before")
    }
    if !findings.isEmpty { throw ExportFault(findings) }
    if isOfTwoPlans { return ExportLayer.allCases.filter { $0 == .diff || names.contains($0.rawValue) } }
    return ExportLayer.ofOnePlan.filter { names.isEmpty || names.contains($0.rawValue) }
  }

  private static func conflicts(
    _ format: ExportFormat, _ layers: [ExportLayer], isStream: Bool, withStyles: Bool
  ) -> [ExportFault] {
    var faults: [ExportFault] = []
    if withStyles, format.name != "GeoJSON" || isStream {
      faults.append(
        ExportFault([
          "--styles: style files are written beside GeoJSON files only"
            + (format.name == "GPKG" ? "; a GeoPackage holds its own" : "")
        ]))
    }
    guard isStream else { return faults }
    if !format.canStream {
      faults.append(
        ExportFault([
          "-o -: \(format.name) is no text that can go to standard output; name a file, or one of "
            + ExportFormat.streaming.filter(ExportFormat.writers.contains).joined(separator: ", ")
        ]))
    } else if format.isOneLayerAFile != false, layers.count > 1 {
      faults.append(
        ExportFault([
          "-o -: \(format.name) holds one layer; name it with --layer, one of "
            + layers.map(\.rawValue).joined(separator: ", ")
        ]))
    }
    return faults
  }

  /// Tries format, options and target without features.
  ///
  /// - Returns: What the planner should know before the work.
  /// - Throws: `ExportFault`.
  package mutating func rehearse() throws(ExportFault) -> [String] {
    let (format, layers, options, target) = (format, layers, options, target)
    let isOnlyLayer = isOnlyLayer
    let isStream = target == nil
    func name(_ layer: ExportLayer?) -> String {
      target?.name(isOnlyLayer ? nil : layer) ?? "layers.\(format.ending)"
    }
    let rehearsal: ExportRehearsal
    var names: [String] = []
    do {
      if let target {
        rehearsal = try target.inScratch { folder in
          let rehearsal = try ExportRehearsal(
            format, layers: layers, options: options, in: folder, name: name)
          names = try FileSystem.names(in: folder)
          return rehearsal
        }
      } else {
        let folder = MemoryFolder()
        rehearsal = try ExportRehearsal(
          format, layers: layers, options: options, in: folder.path, name: name)
      }
    } catch let fault as ExportFault {
      throw fault
    } catch {
      throw ExportFault(target: true, ["\(error)"])
    }
    isOneLayerAFile = rehearsal.isOneLayerAFile
    self.options = rehearsal.options
    reported = rehearsal.warnings
    if withStyles, !isStream { names += styles([]).map(\.name) }
    try target?.check(names, plans: planFolders)
    return rehearsal.warnings
  }

  /// Writes the layers.
  ///
  /// - Parameter made: The layers of the plan, those of `layers`.
  /// - Throws: `ExportFault`; nothing is written then.
  package func write(_ made: PlanLayers) throws(ExportFault) -> Outcome {
    var outcome = Outcome()
    outcome.warnings = made.warnings
    do {
      guard let target else {
        let folder = MemoryFolder()
        let path = folder.file("layers.\(format.ending)")
        try note(file(made.contents).write(to: path), in: &outcome)
        outcome.text = String(decoding: try VirtualFile.read(path), as: UTF8.self)
        return outcome
      }
      outcome.files = try target.inScratch { scratch in
        let fresh = "\(scratch)/files"
        try FileSystem.makeDirectories(fresh)
        if isOneLayerAFile {
          for content in made.contents {
            let name = target.name(isOnlyLayer ? nil : content.layer)
            try note(file([content]).write(to: "\(fresh)/\(name)"), in: &outcome)
          }
        } else {
          try note(file(made.contents).write(to: "\(fresh)/\(target.name(nil))"), in: &outcome)
        }
        for style in withStyles ? styles(made.contents) : [] {
          try FileSystem.write(Array(style.text.utf8), to: "\(fresh)/\(style.name)")
        }
        return try target.put(from: fresh, plans: planFolders)
      }
      return outcome
    } catch let fault as ExportFault {
      throw fault
    } catch let fault as FileSystem.Fault {
      throw ExportFault(
        ResultDirectoryError(path: target?.folder ?? "-", reason: fault.text, cure: "make room"))
    } catch {
      throw ExportFault(target: true, ["\(error)"])
    }
  }

  private func file(_ contents: [LayerContent]) -> LayerFile {
    LayerFile(format: format, options: options, rawCells: rawCells, contents: contents)
  }

  private func note(_ written: LayerFile.Outcome, in outcome: inout Outcome) {
    for (layer, count) in written.leftOut {
      outcome.warnings.append(
        "layer \(layer.rawValue): \(count) features have no place on the map and are left out: \(format.name) stores none"
      )
    }
    for remark in written.remarks where !ExportRehearsal.isReported(remark) {
      let warning = "\(format.name): \(remark)"
      if !reported.contains(warning), !outcome.warnings.contains(warning) { outcome.warnings.append(warning) }
    }
  }

  /// Style files: one for QGIS beside each layer, and one of all layers for MapLibre.
  private func styles(_ contents: [LayerContent]) -> [(name: String, text: String)] {
    guard let target else { return [] }
    func stem(_ layer: ExportLayer) -> String {
      isOnlyLayer ? target.stem : "\(target.stem)_\(layer.rawValue)"
    }
    func outlines(_ layer: ExportLayer) -> Bool {
      contents.first { $0.layer == layer }.map { $0.geometryType == .multiPolygon } ?? true
    }
    var files = layers.map { layer in
      (name: stem(layer) + ".qml", text: LayerStyles.qml(layer, outlines: outlines(layer)))
    }
    let sources = layers.map { layer in
      MapLibreStyle.Source(
        layer: layer, file: target.name(isOnlyLayer ? nil : layer), hasOutlines: outlines(layer))
    }
    let most = contents.map { $0.greatestMagnitude("gpus") }.max() ?? 0
    let moved = contents.map { $0.greatestMagnitude("gpus_change") }.max() ?? 0
    files.append(
      (target.stem + ".style.json", MapLibreStyle.text(sources, mostGPUs: most, mostMoved: moved)))
    return files
  }
}
