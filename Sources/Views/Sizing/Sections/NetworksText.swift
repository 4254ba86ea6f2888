// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Storage and the networks beside the compute fabric, all pods together.
struct NetworksText {
  var specification: ClusterSpecification

  private func count(_ value: (SupportNetworks) -> Int) -> Int {
    specification.pods.reduce(0) { $0 + $1.count * value($1.networks) }
  }

  private func total(_ value: (SupportNetworks) -> Double) -> Double {
    specification.pods.reduce(0) { $0 + Double($1.count) * value($1.networks) }
  }

  var text: String {
    var out = "Storage and other networks (mostly assumptions: no maker publishes these counts)\n"
    out += SizingPage.table(
      ["", "leaf", "spine", "core", "cables", "kW"],
      [
        [
          "storage and in-band Ethernet, SN5600", NumberText.grouped(count { $0.ethernet.switches.leaf }),
          NumberText.grouped(count { $0.ethernet.switches.spine }),
          NumberText.grouped(count { $0.ethernet.switches.core }),
          NumberText.grouped(count { $0.ethernet.cables }),
          NumberText.grouped(total { $0.ethernet.powerKW }, decimals: 0),
        ]
      ])
    out += "\n"
    let limits = specification.pods.map(\.networks.storage.limit.rawValue)
    out += SizingPage.lines([
      SizingPage.row("storage, usable", total { $0.storage.capacityPB }, 1, "PB"),
      SizingPage.row("reading", total { $0.storage.readGBPerS }, 0, "GB/s"),
      SizingPage.row("writing", total { $0.storage.writeGBPerS }, 0, "GB/s"),
      SizingPage.row(
        "storage appliances", count { $0.storage.appliances },
        "set by \(limits.first ?? "capacity"), "
          + "\(NumberText.grouped(total { $0.storage.powerKW }, decimals: 0)) kW"),
      SizingPage.row(
        "management servers", count { $0.managementNodes },
        "\(NumberText.grouped(total { $0.managementKW }, decimals: 0)) kW"),
      SizingPage.row(
        "out-of-band switches, SN2201", count { $0.outOfBand.switches },
        "\(NumberText.grouped(count { $0.outOfBand.switchesInSystems })) of them in the systems' racks, "
          + "\(NumberText.grouped(total { $0.outOfBand.powerKW }, decimals: 0)) kW"),
      SizingPage.row(
        "network and storage with the fabric", specification.supportKW, 0,
        "kW counted, \(NumberText.grouped(specification.supportBudgetKW, decimals: 0)) kW in the sizing"),
      SizingPage.row(
        "racks of network and storage", specification.pods.reduce(0) { $0 + $1.supportRacks },
        "counted; the white space holds \(NumberText.grouped(specification.design.supportRacks))"),
    ])
    return out + SizingPage.foundation(specification.assumptions.network) + "\n"
  }
}
