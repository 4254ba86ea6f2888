// SPDX-License-Identifier: GPL-3.0-or-later

package import Views
package import Wording

extension PlanReport {
  /// A picture as the text of an SVG file; nil where the plan has nothing to draw.
  package func picture(_ picture: PlanPicture, in language: Language) -> String? {
    picture.drawing(of: plan, problem: problem, context: context, search: shownSearch)?.file(in: language)
  }
}
