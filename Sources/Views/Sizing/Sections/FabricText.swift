// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// The compute fabrics of a cluster.
struct FabricText {
  var specification: ClusterSpecification

  var text: String {
    let fabrics = specification.pods.compactMap { pod in pod.fabric.map { (count: pod.count, fabric: $0) } }
    guard !fabrics.isEmpty else {
      return "Compute fabric\n  The product states none; no switches, cables or optics are counted.\n\n"
    }
    func sum(_ value: (ComputeFabric) -> Int) -> Int {
      fabrics.reduce(0) { $0 + $1.count * value($1.fabric) }
    }
    func kW(_ value: (FabricPower) -> Double) -> Double {
      fabrics.reduce(0) { $0 + Double($1.count) * value($1.fabric.power) }
    }
    var out = "Compute fabric\n"
    out += pods(fabrics, sum)
    for (_, fabric) in fabrics {
      out += TextParagraph.text(
        "\(NumberText.grouped(fabric.systems)) systems: \(fabric.switchModel.rawValue) with "
          + "\(fabric.switchModel.ports) ports, rule \(fabric.rule.rawValue); counts: \(fabric.origin.sentence) "
          + "(\(SizingPage.label(fabric.basis))).")
    }
    out += "\n"
    out += SizingPage.table(
      ["cables by tier", "number"],
      [
        ["system to leaf", NumberText.grouped(sum(\.cables.nodeLeaf))],
        ["leaf to spine", NumberText.grouped(sum(\.cables.leafSpine))],
        ["spine to core", NumberText.grouped(sum(\.cables.spineCore))],
        ["all", NumberText.grouped(sum(\.cables.total))],
      ])
    out += "\n"
    out += SizingPage.table(
      ["cables by length (assumption)", "number"],
      [
        ["copper, up to 3 m", NumberText.grouped(sum(\.lengths.upTo3m))],
        ["fibre, up to 50 m", NumberText.grouped(sum(\.lengths.upTo50m))],
        ["single-mode fibre, up to 500 m", NumberText.grouped(sum(\.lengths.upTo500m))],
      ])
    out += "\n"
    let worst = fabrics.map(\.fabric.power.basis).max() ?? .estimated
    out += SizingPage.lines([
      SizingPage.row("twin-port modules in switches", sum(\.optics.twinPortModules)),
      SizingPage.row("modules in network cards", sum(\.optics.nicModules)),
      SizingPage.row(
        "switches and their modules", kW(\.totalKW), 0, "kW (\(SizingPage.label(worst)))"),
      SizingPage.row("modules in network cards", kW(\.nicModulesKW), 0, "kW, part of the systems' power"),
      SizingPage.row("racks of switches", sum(\.racks)),
    ])
    return out + "\n"
  }

  private func pods(
    _ fabrics: [(count: Int, fabric: ComputeFabric)], _ sum: ((ComputeFabric) -> Int) -> Int
  ) -> String {
    var rows = fabrics.map { count, fabric in
      [
        NumberText.grouped(count), fabric.skuID, NumberText.grouped(fabric.systems),
        NumberText.grouped(fabric.gpus), String(fabric.tiers), NumberText.grouped(fabric.switches.leaf),
        NumberText.grouped(fabric.switches.spine), NumberText.grouped(fabric.switches.core),
        NumberText.grouped(fabric.switches.total),
      ]
    }
    if fabrics.count > 1 || fabrics.contains(where: { $0.count > 1 }) {
      rows.append([
        NumberText.grouped(fabrics.reduce(0) { $0 + $1.count }), "all together",
        NumberText.grouped(sum(\.systems)), NumberText.grouped(sum(\.gpus)), "",
        NumberText.grouped(sum(\.switches.leaf)), NumberText.grouped(sum(\.switches.spine)),
        NumberText.grouped(sum(\.switches.core)), NumberText.grouped(sum(\.switches.total)),
      ])
    }
    return SizingPage.table(
      ["pods", "product", "systems", "GPUs", "tiers", "leaf", "spine", "core", "switches"], rows)
  }
}
