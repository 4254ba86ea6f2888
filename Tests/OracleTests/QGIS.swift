// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// QGIS by its Python, which is of the system and not of the packages of the oracle tests.
enum QGIS {
  /// What QGIS says of a layer and its style.
  struct Layer: Decodable {
    var file: String
    var layer: String
    var valid: Bool
    /// Whether the style was found and taken.
    var loaded: Bool
    var renderer: String
    /// Field or expression that decides on the class of a feature.
    var attribute: String
    var labels: Bool
    var features: Int
    /// Names of all classes.
    var categories: [String]
    /// Features by class.
    var classes: [String: Int]
    /// Features that no class draws.
    var unclassed: Int
    /// Faults of expressions, and classes that look the same.
    var faults: [String]
  }

  /// Whether it is installed.
  static let isThere: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["-c", "import qgis.core"]
    process.standardError = FileHandle.nullDevice
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  /// Opens files with their styles.
  static func layers(of files: [String]) throws -> [Layer] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = ["scripts/oracles/export_qgis.py"] + files
    process.currentDirectoryURL = URL(fileURLWithPath: ArpentBinary.root)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try JSONDecoder().decode([Layer].self, from: data)
  }
}
