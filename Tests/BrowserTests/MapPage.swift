// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Reports
import TestSupport
import Testing

/// Pages as `arpent` writes them, each made once for all tests.
enum MapPage {
  /// A result directory.
  struct Result: Sendable {
    /// Its folder.
    var folder: String
    /// What `plan.json` or `screening.json` holds.
    var answer: JSONValue

    var page: String { folder + "/report.html" }
  }

  private static let holder: TemporaryFolder? = {
    atexit { MapPage.removeAll() }
    return try? TemporaryFolder()
  }()

  private static func removeAll() { holder?.remove() }

  /// A plan with several chosen sites that open in different years.
  static let plan = Swift.Result { try make("plan", "models/scenarios/sovereign-compute.toml") }

  /// The page of that plan in French.
  static let french = Swift.Result { () throws -> String in
    let folder = try plan.get().folder
    let run = try ArpentBinary.run("report", folder, "--lang", "fr")
    try #require(run.code == 0, "\(run.diagnostics.suffix(2_000))")
    return folder + "/report.fr.html"
  }

  /// The same plan, with names that try to get out of the page; their sites are chosen ones.
  static let hostile = Swift.Result {
    try make(
      "plan", "models/scenarios/sovereign-compute.toml",
      sites: try changedSites("hostile") { features in
        let chosen = try chosenIdentifiers()
        var names = HostileName.allCases.map(\.rawValue)
        for index in features.indices {
          guard let identifier = features[index]["properties"]?["id"]?.string, !names.isEmpty,
            chosen.contains(identifier)
          else { continue }
          features[index] = renamed(features[index], ["name": .string(names.removeFirst())])
        }
        #expect(names.isEmpty, "the plan has too few chosen sites")
      })
  }

  /// A screening of 36,000 sites: the 65 over and over, set out over the middle of France, each a little off
  /// its place in a lattice.
  static let many = Swift.Result {
    try make(
      "screen", "models/scenarios/screening-example.toml",
      sites: try changedSites("many") { features in
        let columns = 240
        let known = features
        features = (0..<36_000).map { index in
          let site = known[index % known.count]
          let number = JSONValue.string("plot-\(index)")
          let place: JSONValue = [
            .number(
              0.25 + 5.4 * (Double(index % columns) + 0.35 * sin(13 * Double(index))) / Double(columns)),
            .number(44 + 4.9 * (Double(index / columns) + 0.35 * sin(79 * Double(index))) / 150),
          ]
          let moved = replaced(site, "geometry", ["type": "Point", "coordinates": place])
          return renamed(moved, ["id": number, "name": .string("Plot \(index)")])
        }
      })
  }

  private static func make(_ command: String, _ scenario: String, sites: String? = nil) throws -> Result {
    let parent = try #require(holder)
    let folder = parent.path + "/" + UUID().uuidString
    var arguments = [command, scenario, "-o", folder]
    if let sites { arguments += ["--set", "sites.source=\(sites)"] }
    let run = try ArpentBinary.run(arguments)
    try #require(run.code == 0, "\(run.diagnostics.suffix(2_000))")
    return Result(
      folder: folder, answer: try json(folder + "/\(command == "plan" ? "plan" : "screening").json"))
  }

  private static func json(_ path: String) throws -> JSONValue {
    try JSONReader.value([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
  }

  private static func chosenIdentifiers() throws -> Set<String> {
    let sites = try plan.get().answer["sites"]?.array ?? []
    return Set(sites.filter { $0["selected"]?.bool == true }.compactMap { $0["id"]?.string })
  }

  private static func changedSites(
    _ name: String, _ change: (inout [JSONValue]) throws -> Void
  ) throws -> String {
    let shipped = try json(ArpentBinary.root + "/geodata/layers/sites.geojson")
    var features = shipped["features"]?.array ?? []
    try change(&features)
    let parent = try #require(holder)
    return try parent.write(
      "\(name).geojson",
      JSONWriter.text(replaced(shipped, "features", .array(features)), layout: .compact))
  }

  private static func replaced(_ value: JSONValue, _ name: String, _ new: JSONValue) -> JSONValue {
    .object(
      (value.members ?? []).map { $0.name == name ? JSONValue.Member(name, new) : $0 })
  }

  private static func renamed(_ feature: JSONValue, _ changes: [String: JSONValue]) -> JSONValue {
    var properties = feature["properties"] ?? [:]
    for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
      properties = replaced(properties, name, value)
    }
    return replaced(feature, "properties", properties)
  }
}

/// Names of sites that a page must show as they are.
enum HostileName: String, CaseIterable {
  case markup = "</script><img src=x onerror=alert(1)>"
  case direction = "\u{202E}evil \u{5E9}\u{5DC}\u{5D5}\u{5DD} (1)"
}

/// A browser with a page open.
///
/// A page without Leaflet has no map that moves, so the package is asked for by name.
func opened(_ page: String, width: Int = 1_200, before: (Browser) throws -> Void = { _ in }) throws -> Browser
{
  guard FileManager.default.fileExists(atPath: "/usr/share/javascript/leaflet/leaflet.js") else {
    throw BrowserError.missing(package: "libjs-leaflet")
  }
  let browser = try Browser(width: width, height: 900)
  try before(browser)
  try browser.open(page)
  return browser
}

extension Browser {
  /// A text that an expression of the page gives.
  func text(_ script: String) throws -> String { try #require(try evaluate(script).string, "\(script)") }

  /// Numbers that an expression of the page gives.
  func numbers(_ script: String) throws -> [Double] {
    try #require(try evaluate(script).array, "\(script)").compactMap(\.double)
  }

  /// Texts that an expression of the page gives.
  func texts(_ script: String) throws -> [String] {
    try #require(try evaluate(script).array, "\(script)").compactMap(\.string)
  }

  /// What an element says.
  func says(_ selector: String) throws -> String {
    try text("document.querySelector(\(quoted(selector)))?.textContent.trim() ?? 'no such element'")
  }

  /// Whether an element takes room on the page.
  func isSeen(_ selector: String) throws -> Bool {
    try evaluate("Boolean(document.querySelector(\(quoted(selector)))?.getClientRects().length)").bool == true
  }
}

/// A number as an English page writes it.
func grouped(_ number: Int) -> String {
  var digits = Array(String(number))
  var place = digits.count - 3
  while place > 0 {
    digits.insert(",", at: place)
    place -= 3
  }
  return String(digits)
}
