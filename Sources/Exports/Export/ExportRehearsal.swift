// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Results

/// The export without features, in a place of its own, before any work: what the driver refuses, renames and
/// does not know shows here, in the driver's own words.
struct ExportRehearsal {
  /// Whether each layer gets a file of its own.
  private(set) var isOneLayerAFile = true
  /// The options, each where the driver takes it.
  private(set) var options: ExportOptions
  /// What the planner should know of the format.
  private(set) var warnings: [String] = []

  private let format: ExportFormat
  private let layers: [ExportLayer]

  /// Rehearses.
  ///
  /// - Parameters:
  ///   - folder: An empty folder.
  ///   - name: Gives the name of a layer's file, or of the file of all layers.
  init(
    _ format: ExportFormat, layers: [ExportLayer], options: ExportOptions, in folder: String,
    name: (ExportLayer?) -> String
  ) throws(ExportFault) {
    self.format = format
    self.layers = layers
    self.options = options
    var outcome = try run(in: folder, name)
    let unknown = route(outcome.remarks)
    if !unknown.isEmpty { throw ExportFault(unknown) }
    if self.options.entries.contains(where: { $0.scope == .either && $0.isForDataset != $0.isForLayers }) {
      for name in VirtualFile.names(in: folder) {
        if folder.hasPrefix("/vsimem/") {
          VirtualFile.remove("\(folder)/\(name)")
        } else {
          FileSystem.remove("\(folder)/\(name)")
        }
      }
      outcome = try run(in: folder, name)
    }
    let values = outcome.remarks.filter { $0.contains("is an unexpected value for") }
    if !values.isEmpty { throw ExportFault(values.map { "--option: \(format.name): \($0)" }) }
    describe(outcome)
  }

  /// All layers in one file, or each in its own where the format holds but one.
  private mutating func run(in folder: String, _ name: (ExportLayer?) -> String) throws(ExportFault)
    -> LayerFile.Outcome
  {
    if format.isOneLayerAFile != true {
      do {
        let contents = layers.map { LayerContent($0, outlines: true) }
        let outcome = try LayerFile(format: format, options: options, contents: contents)
          .write(to: "\(folder)/\(name(nil))")
        isOneLayerAFile = false
        return outcome
      } catch {
        if format.isOneLayerAFile == false || layers.count == 1 { throw refusal(["\(error)"], in: folder) }
      }
    }
    isOneLayerAFile = true
    var whole = LayerFile.Outcome()
    var findings: [String] = []
    for layer in layers {
      do {
        let outcome = try LayerFile(
          format: format, options: options, contents: [LayerContent(layer, outlines: true)]
        ).write(to: "\(folder)/\(name(layer))")
        whole.fields += outcome.fields
        for remark in outcome.remarks where !whole.remarks.contains(remark) { whole.remarks.append(remark) }
      } catch {
        findings.append("layer \(layer.rawValue): \(error)")
      }
    }
    if !findings.isEmpty { throw refusal(findings, in: folder) }
    return whole
  }

  private func refusal(_ findings: [String], in folder: String) -> ExportFault {
    let isTarget = !folder.hasPrefix("/vsimem/") && worksInMemory
    return ExportFault(
      target: isTarget,
      findings.map { finding in
        // The file is one of the rehearsal, and its folder says nothing to a planner.
        let parts = finding.split(separator: "\(folder)/", omittingEmptySubsequences: false)
        return isTarget
          ? "cannot write: \(parts.joined())"
          : "--format: \(format.name) cannot hold the layers: \(parts.joined())"
      })
  }

  /// Whether the format holds the layers where there is room, so that what fails on the disk is the disk's
  /// fault.
  private var worksInMemory: Bool {
    let folder = MemoryFolder()
    let ending = format.ending
    do throws(ExportFault) {
      _ = try ExportRehearsal(format, layers: layers, options: options, in: folder.path) { layer in
        "\(layer?.rawValue ?? "layers").\(ending)"
      }
      return true
    } catch {
      return false
    }
  }

  /// Gives each option to dataset or layers by what the driver says that it does not know; what neither knows
  /// is a finding.
  private mutating func route(_ remarks: [String]) -> [String] {
    var findings: [String] = []
    for index in options.entries.indices {
      let entry = options.entries[index]
      func isUnknown(_ kind: String) -> Bool {
        remarks.contains { $0.contains("does not support \(kind) \(entry.name)") }
      }
      let isUnknownToLayers = isUnknown("layer creation option")
      if isUnknown("creation option") { options.entries[index].isForDataset = false }
      if isUnknownToLayers { options.entries[index].isForLayers = false }
      guard isUnknownToLayers, !options.entries[index].isForDataset else { continue }
      findings.append(
        "--option \(entry.name): the driver \(format.name) has no such option"
          + (entry.scope == .either ? "" : " of layers")
          + "; 'ogrinfo --format \"\(format.name)\"' lists those it has")
    }
    return findings
  }

  private mutating func describe(_ outcome: LayerFile.Outcome) {
    if !format.losses.isEmpty {
      warnings.append("\(format.name) does not keep everything: \(format.losses.joined(separator: "; "))")
    }
    for (layer, made) in outcome.fields {
      let pairs = zip(layer.columns.map(\.name), made.map(\.name)).filter { $0 != $1 }
      if !pairs.isEmpty {
        warnings.append(
          "\(format.name), layer \(layer.rawValue): renamed "
            + pairs.map { "\($0) to \($1)" }.joined(separator: ", "))
      }
      let texts = zip(layer.fields, made).filter { $0.type != .text && $1.type == .text }
      if !texts.isEmpty {
        warnings.append(
          "\(format.name), layer \(layer.rawValue): stored as text: "
            + texts.map(\.0.name).joined(separator: ", "))
      }
    }
    for remark in outcome.remarks where !Self.isReported(remark) {
      warnings.append("\(format.name): \(remark)")
    }
  }

  /// Whether a remark says what is said of the fields anyhow, or of an option that was tried on dataset and
  /// layers.
  static func isReported(_ remark: String) -> Bool {
    remark.hasPrefix("layer ") && remark.contains(": field ")
      || remark.contains("Normalized/laundered field name")
      || remark.contains("does not support creation option")
      || remark.contains("does not support layer creation option")
  }
}
