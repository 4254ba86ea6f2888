// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Styles of the charts of a study, beside those of every page. Colours are those of the page; shape, width
/// and dashes tell apart what colour does.
enum StudyPageStyle {
  static let sheet: StaticString = """
    svg.wide { max-width: none; }
    .axis { stroke: var(--soft); stroke-width: 1; fill: none; }
    .result-axis { stroke: var(--text); stroke-width: 2.2; fill: none; }
    svg text.middle { text-anchor: middle; }
    svg text.tick-end { text-anchor: end; }
    svg text.axis-name, svg text.factor-name { font-weight: 600; }
    svg text.result { text-decoration: underline; }
    svg text.end-value { text-anchor: end; fill: var(--soft); }
    svg text.halo, svg text.series { paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }
    svg text.ring-number { text-anchor: middle; font-weight: 700; paint-order: stroke; stroke: var(--ground);
      stroke-width: 3px; }
    .low { fill: var(--ground); stroke: var(--mark); stroke-width: 1.8; }
    .high { fill: var(--bar); stroke: var(--bar); stroke-width: 1.8; }
    .base-line { stroke: var(--text); stroke-width: 1.4; stroke-dasharray: 5 3; }
    .band-wide { fill: var(--bar); opacity: .2; }
    .band-narrow { fill: var(--bar); opacity: .38; }
    .median { stroke: var(--text); stroke-width: 2.2; fill: none; }
    .point { fill: var(--bar); stroke: var(--ground); stroke-width: 1; }
    .whisker { stroke: var(--soft); stroke-width: 1.2; }
    .no-plan { stroke: var(--mark); stroke-width: 2.2; fill: none; }
    .curve-2 { stroke: var(--text); stroke-dasharray: 2 3; }
    .curve-3 { stroke: var(--soft); stroke-dasharray: 10 3 2 3; }
    .curve-4 { stroke: var(--other); stroke-dasharray: 1 4; }
    .case { fill: none; stroke-width: 1.4; opacity: .7; }
    .case:hover { stroke-width: 4.5; opacity: 1; }
    .case-good { stroke: var(--bar); stroke-width: 1.8; }
    .case-middle { stroke: var(--soft); stroke-width: .9; }
    .case-bad { stroke: var(--mark); stroke-dasharray: 8 4; }
    .case-none { stroke: var(--excluded); stroke-dasharray: 2 3; }
    .site-all { fill: var(--chosen); stroke: var(--ground); stroke-width: 1.5; }
    .site-most { fill: var(--chosen); fill-opacity: .4; stroke: var(--chosen); stroke-width: 2; }
    .site-some { fill: var(--ground); stroke: var(--other); stroke-width: 2; }
    """

  /// The sheet as a piece of the body: a picture of no size may hold one, a section may not.
  static let markup = Markup.element(
    "svg", ["width": "0", "height": "0", "aria-hidden": "true", "style": "position: absolute"],
    [.element("style", [:], [.trusted(sheet)])])
}
