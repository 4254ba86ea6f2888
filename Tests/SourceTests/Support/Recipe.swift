// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// A recipe of docs/data.md: the code blocks after a marker `<!-- recipe: ID needs: OTHER -->`.
struct Recipe: Sendable, CustomTestStringConvertible {
  /// Name of the recipe and of its folder of fixtures.
  var id: String
  /// Recipes whose files and layers it builds on.
  var needs: [String]
  /// Commands that fetch and prepare the files; nil where they need an account or a program that is not in
  /// Debian.
  var fetch: String?
  /// What to paste into a scenario.
  var toml: String

  var testDescription: String { id }

  /// The page.
  static let page: String = {
    (try? String(contentsOfFile: ArpentBinary.root + "/docs/data.md", encoding: .utf8)) ?? ""
  }()

  /// Every recipe of the page, in its order.
  static let all: [Recipe] = {
    var recipes: [Recipe] = []
    var fence: String?
    var block: [Substring] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = fence {
        if line != "```" {
          block.append(line)
          continue
        }
        let text = block.joined(separator: "\n")
        if open == "```sh", let last = recipes.indices.last { recipes[last].fetch = text }
        if open == "```toml", let last = recipes.indices.last { recipes[last].toml += text }
        fence = nil
        block = []
      } else if line.hasPrefix("```") {
        fence = String(line)
      } else if line.hasPrefix("<!-- recipe: ") {
        let words = line.dropFirst(13).dropLast(4).split(separator: " ").map(String.init)
        recipes.append(Recipe(id: words[0], needs: Array(words.dropFirst(2)), toml: ""))
      }
    }
    return recipes
  }()

  /// The recipe and all that it builds on, those first.
  var chain: [Recipe] {
    needs.flatMap { name in Recipe.all.first { $0.id == name }.map(\.chain) ?? [] } + [self]
  }

  /// Folder of its fixtures.
  var fixtures: String { ArpentBinary.root + "/Tests/SourceTests/Fixtures/" + id }
}

/// A folder in which a recipe is followed: `plans/` beside `models/` and `scripts/`, as in the repository.
struct RecipeKitchen {
  let folder: TemporaryFolder

  /// Makes the folder.
  init() throws {
    folder = try TemporaryFolder()
    let files = FileManager.default
    for name in ["models", "scripts"] {
      try files.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: "\(ArpentBinary.root)/\(name)")
    }
    for name in ["plans", "served"] {
      try files.createDirectory(atPath: "\(folder.path)/\(name)", withIntermediateDirectories: false)
    }
  }

  /// Follows a recipe to the site table.
  func cook(_ recipe: Recipe) throws -> SiteValues {
    let files = FileManager.default
    let server = try Companion(script: "serve", arguments: [folder.path + "/served"])
    defer { server.stop() }
    for part in recipe.chain {
      let served = "\(folder.path)/served/\(part.id)"
      try files.copyItem(atPath: part.fixtures, toPath: served)
      if files.fileExists(atPath: served + "/make.sh") { try Tool.run(["bash", "make.sh"], in: served) }
      guard let fetch = part.fetch else {
        // Nothing is fetched: the files are simply there.
        for name in try files.contentsOfDirectory(atPath: served) {
          try files.copyItem(atPath: "\(served)/\(name)", toPath: "\(folder.path)/plans/\(name)")
        }
        continue
      }
      // The commands as printed, with the servers of the world replaced by the one on the loopback interface.
      let commands = fetch.replacing(/https?:\/\//, with: "http://127.0.0.1:\(server.port)/web/\(part.id)/")
      try Tool.run(["bash", "-euo", "pipefail", "-c", commands], in: folder.path + "/plans")
    }
    var scenario = SourceScenario(
      path: folder.path + "/plans",
      layers: recipe.chain.map(\.toml).filter { !$0.hasPrefix("[sites]") }.joined(separator: "\n"))
    scenario.base = "../models/scenarios/france-65.toml"
    if recipe.toml.hasPrefix("[sites]") { scenario.sites = String(recipe.toml.dropFirst(7)) }
    return try scenario.table()
  }
}

/// What a recipe must give, from `expected.json` of its fixtures: attributes by site, null for a missing
/// value, and by attribute the tolerance where it is not a thousandth.
struct RecipeExpectation {
  private var sites: [String: [String: Any]] = [:]
  private var tolerance: [String: Double] = [:]

  init(_ recipe: Recipe) throws {
    let data = try #require(
      FileManager.default.contents(atPath: recipe.fixtures + "/expected.json"),
      "the recipe \(recipe.id) has no fixture: put a tiny file of its shape and expected.json into \(recipe.fixtures)"
    )
    let document = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
    for (key, value) in document where key != "tolerance" { sites[key] = value }
    for (key, value) in document["tolerance"] ?? [:] { tolerance[key] = value as? Double }
  }

  /// Compares a table with it.
  func check(_ table: SiteValues, of recipe: Recipe) {
    #expect(!sites.isEmpty)
    for (site, attributes) in sites.sorted(by: { $0.key < $1.key }) {
      for (name, wanted) in attributes.sorted(by: { $0.key < $1.key }) {
        let place = "\(recipe.id): \(name) of \(site)"
        #expect(table.has(site, name), "\(place) is not in the table")
        if let text = wanted as? String {
          #expect(table.text(site, name) == text, "\(place)")
        } else if let number = wanted as? Double {
          let found = table.number(site, name)
          let near = found.map { abs($0 - number) <= tolerance[name] ?? 0.001 }
          #expect(near == true, "\(place): \(found.map { "\($0)" } ?? "missing"), wanted \(number)")
        } else {
          #expect(table.missing(site, name)?.isEmpty == false, "\(place) must be missing with a reason")
        }
      }
    }
  }
}
