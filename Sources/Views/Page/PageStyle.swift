// SPDX-License-Identifier: GPL-3.0-or-later

/// The style sheet of the page. Colours are those of Okabe and Ito that readers with any colour vision tell
/// apart; text and thin lines reach a contrast of 4.5 to 1 on their ground, light and dark, and classes one
/// of 3 to 1 on the land of a map.
enum PageStyle {
  static let sheet: StaticString = """
    :root { color-scheme: light dark; --ground: #ffffff; --text: #1b1b1b; --soft: #595959; --line: #c9c9c9;
      --land: #e4e1d8; --france: #f7f5ef; --border: #b9b6ad; --chosen: #0072b2; --on-chosen: #ffffff; --other: #b35900;
      --excluded: #6b6b6b; --route: #0072b2; --bar: #0072b2; --mark: #b35900; --panel: #f5f4f0;
      --class-1: #0072b2; --class-2: #007f5c; --class-3: #8f6200; --class-4: #b84a00; --class-5: #a3467c;
      --class-6: #333333; --class-unknown: #6b6b6b; }
    @media (prefers-color-scheme: dark) { :root { --ground: #15181b; --text: #ececec; --soft: #b4b4b4;
      --line: #454a50; --land: #23282c; --france: #31373d; --border: #555b62; --chosen: #56b4e9; --on-chosen: #10151a;
      --other: #e69f00; --excluded: #a0a0a0; --route: #56b4e9; --bar: #56b4e9; --mark: #e69f00;
      --panel: #1f2428;
      --class-1: #56b4e9; --class-2: #2fc79c; --class-3: #f0c040; --class-4: #ff8a5c; --class-5: #e69ac8;
      --class-6: #e0e0e0; --class-unknown: #a0a0a0; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem; max-width: 68rem; background: var(--ground); color: var(--text);
      font: 1rem/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .5rem; }
    h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line); }
    h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
    p, li { max-width: 46rem; }
    a { color: var(--chosen); }
    a:focus-visible, .scroll:focus-visible, summary:focus-visible { outline: 3px solid var(--other); outline-offset: 2px; }
    nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { position: static; }
    .status { font-weight: 600; }
    .notice { background: var(--panel); border-left: 4px solid var(--other); padding: .6rem 1rem; }
    dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .8rem; margin: 1rem 0; }
    dl.facts > div { background: var(--panel); padding: .6rem .8rem; }
    dl.facts dt { color: var(--soft); font-size: .85rem; }
    dl.facts dd { margin: 0; font-size: 1.2rem; font-weight: 600; }
    .scroll { overflow-x: auto; margin: .8rem 0; }
    table { border-collapse: collapse; font-size: .88rem; width: 100%; }
    caption { text-align: left; color: var(--soft); padding: .3rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
    thead th { border-bottom: 2px solid var(--soft); }
    tbody th { font-weight: 500; min-width: 10rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number { white-space: nowrap; }
    thead th { vertical-align: bottom; }
    tr.total th, tr.total td { font-weight: 700; border-top: 2px solid var(--soft); }
    details { margin: .4rem 0; }
    summary { cursor: pointer; color: var(--chosen); }
    figure { margin: 1rem 0; }
    .figure-title { font-weight: 600; margin: 0 0 .4rem; }
    figcaption { color: var(--soft); font-size: .88rem; max-width: 46rem; }
    @media (max-width: 40rem) { figure { overflow-x: auto; } svg.chart { min-width: 34rem; } }
    svg.map, svg.chart { width: 100%; height: auto; display: block; max-width: 52rem; }
    svg text { fill: var(--text); font: 12px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; unicode-bidi: plaintext; }
    .land { fill: var(--land); stroke: var(--border); stroke-width: .8; }
    .departement { fill: var(--france); stroke: var(--border); stroke-width: .5; }
    .region { fill: none; stroke: var(--border); stroke-width: 1.2; }
    .river { fill: none; stroke: var(--chosen); stroke-width: .5; opacity: .5; }
    .excluded { stroke: var(--excluded); stroke-width: 1.4; fill: none; }
    .not-chosen { stroke: var(--other); stroke-width: 1.8; fill: var(--ground); }
    .chosen { fill: var(--chosen); stroke: var(--ground); stroke-width: 1.5; }
    svg text.disc-number { fill: var(--on-chosen); text-anchor: middle; font-weight: 700; }
    svg text.label { font-weight: 600; paint-order: stroke; stroke: var(--ground); stroke-width: 3px; }
    svg text.label-left { text-anchor: end; }
    svg text.label-middle { text-anchor: middle; }
    .route { stroke: var(--route); stroke-width: 1.6; stroke-dasharray: 4 3; }
    .scale path { fill: none; stroke: var(--text); }
    .bar { fill: var(--bar); }
    .mark { stroke: var(--mark); stroke-width: 2.5; fill: none; }
    svg text.chart-label { text-anchor: end; }
    .part-1 { fill: var(--class-1); } .part-2 { fill: var(--class-2); } .part-3 { fill: var(--class-3); }
    .part-4 { fill: var(--class-4); } .part-5 { fill: var(--class-5); } .part-6 { fill: var(--class-6); }
    svg text.part-letter { text-anchor: middle; font-weight: 700; fill: var(--ground); }
    .grid { stroke: var(--line); stroke-width: .7; }
    svg text.tick-y { text-anchor: end; fill: var(--soft); }
    svg text.tick-x { text-anchor: middle; fill: var(--soft); }
    .curve { stroke: var(--bar); stroke-width: 2; fill: none; }
    .curve-1 { stroke: var(--mark); stroke-dasharray: 7 3; }
    .point { fill: var(--bar); }
    .sheet { border-left: 3px solid var(--line); padding-left: 1rem; }
    pre { background: var(--panel); padding: .8rem; overflow-x: auto; font-size: .8rem; }
    footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; }
    @media print { body { max-width: none; padding: 0; font-size: 10pt; }
      :root { color-scheme: light; --ground: #ffffff; --text: #000000; --soft: #444444; --line: #bbbbbb; --land: #e6e6e6; --france: #f8f8f8;
        --border: #bbbbbb; --chosen: #0072b2; --on-chosen: #ffffff; --other: #b35900; --excluded: #6b6b6b;
        --route: #0072b2; --bar: #0072b2; --mark: #b35900; --panel: #f5f5f5;
        --class-1: #0072b2; --class-2: #007f5c; --class-3: #8f6200; --class-4: #b84a00; --class-5: #a3467c;
        --class-6: #333333; --class-unknown: #6b6b6b; }
      .scroll { overflow: visible; } nav, .skip { display: none; } tr, figure { break-inside: avoid; }
      thead { display: table-header-group; } h2, h3 { break-after: avoid; } }
    """
}
