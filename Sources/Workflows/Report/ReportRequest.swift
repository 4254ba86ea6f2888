// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// What `arpent report` is asked.
package struct ReportRequest: Sendable, Equatable {
  /// Result directory, or the plan.json in it.
  package var plan: String
  /// File of the page; `-` for standard output, nil for the directory of the plan.
  package var output: String?
  /// Language of the page and the pictures.
  package var language: Language
  /// A file of words in place of those of the program; nil for none.
  package var words: String?
  /// Pictures, each as `NAME=FILE`; the map is named `map`.
  package var pictures: [String]
  /// Width of PNG pictures in pixels.
  package var widthPixels: Int
  /// Whether files that are there may be replaced.
  package var force: Bool
  /// Scenario to make the report from; nil for the one recorded in the manifest.
  package var scenario: String?

  /// What `arpent report` is asked.
  package init(
    plan: String, output: String? = nil, language: Language = .english, words: String? = nil,
    pictures: [String] = [],
    widthPixels: Int = 1_600, force: Bool = false, scenario: String? = nil
  ) {
    self.plan = plan
    self.output = output
    self.language = language
    self.words = words
    self.pictures = pictures
    self.widthPixels = widthPixels
    self.force = force
    self.scenario = scenario
  }
}
