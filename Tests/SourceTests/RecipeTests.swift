// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("The recipes of docs/data.md")
struct RecipeTests {
  @Test("A recipe followed as printed gives the hand-computed values", arguments: Recipe.all)
  func recipe(_ recipe: Recipe) throws {
    let expectation = try RecipeExpectation(recipe)
    let kitchen = try RecipeKitchen()
    defer { kitchen.folder.remove() }
    expectation.check(try kitchen.cook(recipe), of: recipe)
  }

  @Test("Every TOML and shell block belongs to a recipe, every recipe has one, and every fixture a recipe")
  func bookkeeping() throws {
    let lines = Recipe.page.split(separator: "\n")
    #expect(Recipe.all.count >= 25)
    #expect(Set(Recipe.all.map(\.id)).count == Recipe.all.count)
    #expect(lines.count { $0 == "```toml" } == Recipe.all.count)
    #expect(lines.count { $0 == "```sh" } == Recipe.all.count { $0.fetch != nil })
    for recipe in Recipe.all {
      #expect(!recipe.toml.isEmpty, "\(recipe.id)")
      for name in recipe.needs {
        #expect(Recipe.all.contains { $0.id == name }, "\(recipe.id) needs \(name), which is no recipe")
      }
    }
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: ArpentBinary.root + "/Tests/SourceTests/Fixtures")
    #expect(Set(folders) == Set(Recipe.all.map(\.id)))
  }

  @Test("Every layer of a recipe says who made it, under which licence, and what to show with it")
  func provenance() {
    for recipe in Recipe.all where !recipe.toml.hasPrefix("[sites]") {
      let declared = recipe.toml.split(separator: "\n").count { $0.wholeMatch(of: /\[layers\.\w+\]/) != nil }
      for key in ["title", "source_name", "source_url", "licence", "attribution"] {
        let said = recipe.toml.split(separator: "\n").count { $0.hasPrefix("\(key) = ") }
        #expect(said == declared, "\(recipe.id): \(key)")
      }
      // A layer that ages says when it was made or how soon to look again.
      #expect(recipe.toml.contains("vintage = ") || recipe.toml.contains("refresh_months = "), "\(recipe.id)")
    }
  }

  @Test(
    "What the fixtures serve is what the commands ask for")
  func addresses() throws {
    for recipe in Recipe.all {
      let path = recipe.fixtures + "/web.txt"
      guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
      for line in text.split(separator: "\n") {
        let address = try #require(line.split(separator: " ").first)
        let host = try #require(URL(string: String(address))?.host())
        #expect(recipe.fetch?.contains(host) == true, "\(recipe.id): \(host)")
      }
    }
  }
}
