// SPDX-License-Identifier: GPL-3.0-or-later

/// The style sheet of a picture that stands alone. Colours are those of the page in the light, written out,
/// since programs that place pictures on slides know no variables.
enum PictureStyle {
  static let sheet: StaticString = """
    .ground { fill: #ffffff; }
    text { fill: #1b1b1b; font: 12px "Liberation Sans", "DejaVu Sans", Arial, sans-serif; }
    text.title { font-size: 18px; font-weight: 700; }
    text.caption { fill: #595959; }
    .land { fill: #e4e1d8; stroke: #b9b6ad; stroke-width: .8; }
    .departement { fill: #f7f5ef; stroke: #b9b6ad; stroke-width: .5; }
    .region { fill: none; stroke: #b9b6ad; stroke-width: 1.2; }
    .river { fill: none; stroke: #0072b2; stroke-width: .5; opacity: .5; }
    .excluded { stroke: #6b6b6b; stroke-width: 1.4; fill: none; }
    .not-chosen { stroke: #b35900; stroke-width: 1.8; fill: #ffffff; }
    .chosen { fill: #0072b2; stroke: #ffffff; stroke-width: 1.5; }
    text.disc-number { fill: #ffffff; text-anchor: middle; font-weight: 700; }
    text.label { font-weight: 600; }
    text.label-left { text-anchor: end; }
    text.label-middle { text-anchor: middle; }
    .route { stroke: #0072b2; stroke-width: 1.6; stroke-dasharray: 4 3; }
    .scale path { fill: none; stroke: #1b1b1b; }
    .bar { fill: #0072b2; }
    .mark { stroke: #b35900; stroke-width: 2.5; fill: none; }
    text.chart-label { text-anchor: end; }
    .part-1 { fill: #0072b2; } .part-2 { fill: #007f5c; } .part-3 { fill: #8f6200; }
    .part-4 { fill: #b84a00; } .part-5 { fill: #a3467c; } .part-6 { fill: #333333; }
    text.part-letter { text-anchor: middle; font-weight: 700; fill: #ffffff; }
    .grid { stroke: #c9c9c9; stroke-width: .7; }
    .axis { stroke: #595959; stroke-width: 1; fill: none; }
    text.tick-y { text-anchor: end; fill: #595959; }
    text.tick-x { text-anchor: middle; fill: #595959; }
    .curve { stroke: #0072b2; stroke-width: 2; fill: none; }
    .curve-1 { stroke: #b35900; stroke-dasharray: 7 3; }
    text.series { font-weight: 600; } .point { fill: #0072b2; }
    """
}
