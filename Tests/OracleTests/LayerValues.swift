// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Values by site and attribute, from the program or from the independent computation.
struct LayerValues {
  /// What a site has of an attribute.
  enum Value: Equatable, CustomStringConvertible {
    case number(Double)
    case text(String)
    case missing

    init(_ found: Any?) {
      switch found {
      case let text as String: self = .text(text)
      case let number as NSNumber: self = .number(number.doubleValue)
      default: self = .missing
      }
    }

    var description: String {
      switch self {
      case .number(let number): "\(number)"
      case .text(let text): "'\(text)'"
      case .missing: "missing"
      }
    }

    /// Equal to a share of the larger number. Numbers under a thousand-millionth of their unit are zero: what
    /// is left of an overlay whose parts only touch.
    ///
    /// - Parameter share: Allowed share of the larger number.
    func agrees(with other: Value, to share: Double = 1e-6) -> Bool {
      guard case .number(let a) = self, case .number(let b) = other else { return self == other }
      return (a - b).magnitude <= max(share * max(a.magnitude, b.magnitude), 1e-9)
    }
  }

  /// By site, then by attribute.
  var values: [String: [String: Value]] = [:]

  /// Reads what the script expects.
  init(reference path: String, diagnostics: String) throws {
    let data = try #require(FileManager.default.contents(atPath: path), "no reference: \(diagnostics)")
    let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    for site in try #require(root["sites"] as? [[String: Any]]) {
      let id = try #require(site["id"] as? String)
      values[id] = try #require(site["values"] as? [String: Any]).mapValues { Value($0) }
    }
  }

  /// Reads what `arpent sites --format json` prints.
  init(output: String) throws {
    let root = try JSONSerialization.jsonObject(with: Data(output.utf8))
    for site in try #require(root as? [[String: Any]]) {
      let id = try #require(site["id"] as? String)
      let attributes = try #require(site["attributes"] as? [String: [String: Any]])
      values[id] = attributes.mapValues { Value($0["value"]) }
    }
  }

  /// One line a value that is not as wanted: site, attribute, ours, theirs.
  func differences(from wanted: LayerValues) -> [String] {
    wanted.values.sorted { $0.key < $1.key }.flatMap { site, attributes in
      attributes.sorted { $0.key < $1.key }.compactMap { name, value in
        guard let own = values[site]?[name] else {
          return "\(site) \(name): no such column, wanted \(value)"
        }
        // Arpent measures a cell on the ground once for a zone, in its middle; the script does so for every
        // cell. On the ground both take the nearest places and the zones of the plane, but not the same
        // formulas: far from the middle of a system they part by some millionths, which is a tenth of what
        // docs/data.md promises. A spread is a small difference of large sums.
        let share = name.hasPrefix("slope") ? 1e-4 : name.hasSuffix("stdev") ? 3e-4 : 2e-5
        return own.agrees(with: value, to: share) ? nil : "\(site) \(name): \(own), wanted \(value)"
      }
    }
  }
}

/// Runs the Python of the oracle tests in the repository.
enum Python {
  /// Standard output and error of a script.
  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ArpentBinary.root + "/.build-venv/bin/python")
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: ArpentBinary.root)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
