// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing

/// Checks the values that every source of the posts must give.
///
/// - Parameter tolerance: In km; a metre, because positions of sites are kept to a centimetre and some
///   formats round.
func expectPosts(
  _ layer: String, in folder: TemporaryFolder, tolerance: Double = 0.001, _ comment: Comment,
  at place: SourceLocation = #_sourceLocation
) throws {
  let table = try SourceScenario(folder: folder, layers: layer).table()
  #expect(table.ids == ["alpha", "beta", "gamma"], comment, sourceLocation: place)
  for (site, wanted) in Posts.nearest {
    let distance = try #require(table.number(site, "post_km"), comment, sourceLocation: place)
    #expect(abs(distance - wanted.km) <= tolerance, comment, sourceLocation: place)
    #expect(table.unit(site, "post_km") == "km", comment, sourceLocation: place)
    #expect(table.text(site, "post_name") == wanted.name, comment, sourceLocation: place)
    #expect(table.text(site, "post_code") == wanted.code, comment, sourceLocation: place)
    #expect(table.number(site, "post_kv") == wanted.kV, comment, sourceLocation: place)
    #expect(table.number(site, "post_height_m") == wanted.height, comment, sourceLocation: place)
    let large = try #require(table.number(site, "large_post_km"), comment, sourceLocation: place)
    #expect(abs(large - (Posts.nearestLarge[site] ?? -1)) <= tolerance, comment, sourceLocation: place)
  }
}

/// Runs a scenario that must be refused and checks the code and the words.
func expectRefusal(
  _ layer: String, in folder: TemporaryFolder, code: Int32, words: [String],
  at place: SourceLocation = #_sourceLocation
) throws {
  let run = try SourceScenario(folder: folder, layers: layer).run()
  #expect(run.code == code, "\(run.diagnostics)", sourceLocation: place)
  #expect(run.output.isEmpty, sourceLocation: place)
  for word in words {
    #expect(run.diagnostics.contains(word), "\(word)\n\(run.diagnostics)", sourceLocation: place)
  }
}
