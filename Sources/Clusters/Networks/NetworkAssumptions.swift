// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// What the networks and the storage of a cluster need beside the published tables. Each figure may be
/// replaced.
package struct NetworkAssumptions: AssumptionSet {
  // Power of switches and modules.

  /// QM9700 without modules. A component catalogue gives about 1.3 kW for its unmanaged twin with 32 modules;
  /// 32 times the 17 W that a cage allows leave 0.75. A weak page has 0.35 with all.
  package var qm9700KW = Quantity(
    0.75, unit: "kW", basis: .estimated,
    source:
      "no published figure found; about 1.3 kW for the QM9790 with 32 modules in a public component catalogue, "
      + "less 32 modules of 17 W", low: 0.35, high: 1.3)
  /// Q3400 with its pluggable modules.
  package var q3400KW = Quantity(
    7.0, unit: "kW", basis: .published,
    source:
      "https://lambda.ai/blog/unbox-one-of-nvidias-first-co-packaged-optics-samples-with-lambda (quoted)")
  /// SN5600 without modules. The catalogue that names 1.3 kW for the QM9790 has about 2.8 kW for this one
  /// with 64 modules.
  package var sn5600KW = Quantity(
    1.7, unit: "kW", basis: .estimated,
    source:
      "no published figure found; about 2.8 kW with 64 modules in a public component catalogue, less 64 modules "
      + "of 17 W; its two supplies are of 3 kW: https://docs.nvidia.com/networking/display/sn5000/data+interfaces",
    low: 0.9, high: 1.9)
  /// SN2201 as a whole: 48 ports of 1 Gbit/s.
  package var sn2201KW = Quantity(
    0.1, unit: "kW", basis: .estimated,
    source: "no published figure found; about 100 W in a public component catalogue", low: 0.06, high: 0.15)
  /// Twin-port module of 2 x 400 Gbit/s in a switch.
  package var twinPort800GW = Quantity(
    17, unit: "W", basis: .published,
    source: "https://docs.nvidia.com/networking/display/mms4x00nm800g500m/application+overview", low: 15,
    high: 20)
  /// Module of 400 Gbit/s in a network card.
  package var nic400GW = Quantity(
    9, unit: "W", basis: .published,
    source: "https://docs.nvidia.com/networking/display/mms4x00ns400/overview", low: 8, high: 9)
  /// Module of 800 Gbit/s in a network card.
  package var nic800GW = Quantity(
    12.5, unit: "W", basis: .estimated,
    source:
      "half of the 25 W of a twin-port module of 1.6 Tbit/s: https://en.wedoany.com/shortnews/193917.html",
    low: 12, high: 15)

  // Cables and racks.

  /// Share of the cables between systems and leaves that are copper, up to 3 m.
  package var nodeLeafCopperShare = Quantity(
    0, unit: "", basis: .estimated,
    source: "the reference architectures put leaves into racks of their own, out of reach of 3 m of copper",
    low: 0, high: 1)
  /// Racks within a cable run of 50 m of the spine switches. 10 m go into drops and slack; the other 40 m
  /// reach 3,200 m2 along rectangular trays, 1,000 racks of 3 m2; walls, columns and a spine row at the edge
  /// leave less.
  package var racksWithin50m = Quantity(
    400, unit: "count", basis: .estimated,
    source: "40 m of tray in a hall of about 1,200 m2 at 3 m2 per rack; no published value", low: 100,
    high: 1_000)
  /// Rack units that switches, storage and servers fill in one rack.
  package var usableRackUnits = Quantity(
    40, unit: "U", basis: .estimated, source: "a rack of 42 to 48 U less patch panels and strips", low: 36,
    high: 46)
  /// Power of one rack of switches, storage and servers.
  package var networkRackKW = Quantity(
    22, unit: "kW", basis: .estimated,
    source: "a third-party reference design of 48 racks of 132 kW with 48 racks of 22 kW beside them",
    low: 15, high: 56)

  // Storage and in-band Ethernet.

  /// Ports of 400 Gbit/s for storage and in-band traffic of a rack-scale system.
  package var storagePortsPerRackSystem = Quantity(
    36, unit: "count", basis: .published,
    source: "GB300: https://docs.nvidia.com/pdf/dgx-spod-gb300-ra.pdf (quoted)", low: 36, high: 72)
  /// The same of a node: two BlueField-3 cards, one port each.
  package var storagePortsPerNode = Quantity(
    2, unit: "count", basis: .derived,
    source: "two BlueField-3 of a DGX B200, one port each in use: "
      + "https://docs.nvidia.com/dgx/dgxb200-user-guide/introduction-to-dgxb200.html", low: 2, high: 4)
  /// Ports down over ports up of the leaves on the side of the systems.
  package var nodeSideBlocking = Quantity(
    5.0 / 3, unit: "", basis: .published,
    source:
      "5:3 for GB200: https://docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-gb200/"
      + "latest/network-fabrics.html (quoted)", low: 1, high: 3)
  /// Ports of 400 Gbit/s towards the storage, per GPU: 16 of 800 Gbit/s for 576 GPUs, not blocking.
  package var storageSidePortsPerGPU = Quantity(
    32.0 / 576, unit: "count", basis: .derived,
    source: "16 x 800G per GB200 unit of 576 GPUs: https://docs.nvidia.com/dgx-superpod/"
      + "reference-architecture-scalable-infrastructure-gb200/latest/network-fabrics.html (quoted)",
    low: 16.0 / 576, high: 64.0 / 576)

  // Out-of-band network and management.

  /// SN2201 of a rack-scale system.
  package var oobSwitchesPerRackSystem = Quantity(
    2, unit: "count", basis: .published,
    source:
      "https://docs.nvidia.com/enterprise-reference-architectures/nvl72-ai-factory/latest/components.html")
  /// Ports of 1 Gbit/s of a rack-scale system: 18 for management and 27 for controllers of trays.
  package var oobPortsPerRackSystem = Quantity(
    45, unit: "count", basis: .published,
    source: "18 and 27 for GB300: https://docs.nvidia.com/pdf/dgx-spod-gb300-ra.pdf (quoted)", low: 45,
    high: 61)
  /// Ports of 1 Gbit/s of a node: its controller, its host port and those of two BlueField-3.
  package var oobPortsPerNode = Quantity(
    4, unit: "count", basis: .estimated, source: "controller, host and two BlueField-3 cards", low: 2, high: 4
  )
  /// Management servers of any cluster: two head nodes and three of the control plane.
  package var managementNodesBase = Quantity(
    5, unit: "count", basis: .estimated,
    source: "two cluster-manager heads and three control-plane nodes, as in small DGX designs", low: 3,
    high: 9)
  /// Management servers for every scalable unit: log-in, scheduler, telemetry.
  package var managementNodesPerUnit = Quantity(
    1, unit: "count", basis: .estimated, source: "planner's choice; no published count found", low: 0.5,
    high: 4)
  /// Power of one management server.
  package var managementNodeKW = Quantity(
    0.8, unit: "kW", basis: .estimated, source: "a two-socket server without accelerators", low: 0.5,
    high: 1.2)
  /// Height of one management server.
  package var managementNodeU = Quantity(
    1, unit: "U", basis: .estimated, source: "a two-socket server without accelerators", low: 1, high: 2)

  // Storage.

  /// Usable storage per GPU.
  package var storageTBPerGPU = Quantity(
    16, unit: "TB", basis: .estimated,
    source: "1 PB for 64 GPUs in a DGX SuperPOD delivery document: https://github.com/eoframework/solutions; "
      + "no published ratio", low: 4, high: 32)
  /// Reading from storage, per GPU. The target is printed per unit, the same 125 GB/s for 256 and for 576
  /// GPUs; it is taken per GPU of the largest. The standard target is 40 GB/s.
  package var storageReadGBPerSPerGPU = Quantity(
    125.0 / 576, unit: "GB/s", basis: .derived,
    source: "enhanced target, 125 GB/s for 576 GPUs: https://docs.nvidia.com/dgx-superpod/"
      + "reference-architecture-scalable-infrastructure-gb200/latest/storage-architecture.html (quoted)",
    low: 40.0 / 576, high: 125.0 / 256)
  /// Writing to storage, per GPU; the standard target is 20 GB/s for 576 GPUs.
  package var storageWriteGBPerSPerGPU = Quantity(
    62.0 / 576, unit: "GB/s", basis: .derived,
    source: "enhanced target, 62 GB/s for 576 GPUs: https://docs.nvidia.com/dgx-superpod/"
      + "reference-architecture-scalable-infrastructure-gb200/latest/storage-architecture.html (quoted)",
    low: 20.0 / 576, high: 62.0 / 256)
  /// Usable capacity of one storage appliance.
  package var applianceTB = Quantity(
    1_000, unit: "TB", basis: .estimated,
    source: "24 drives of 61.44 TB less 30 % for protection and spare", low: 250, high: 2_000)
  /// Reading from one appliance. A chassis of this size with four servers is advertised at about 200 GiB/s.
  package var applianceReadGBPerS = Quantity(
    80, unit: "GB/s", basis: .estimated,
    source:
      "below the 200 GiB/s of https://enakta.com/blog/next-gen-reference-architecture, whose drives are faster",
    low: 40, high: 200)
  /// Writing to one appliance.
  package var applianceWriteGBPerS = Quantity(
    40, unit: "GB/s", basis: .estimated, source: "half of the reading rate, as in the targets per unit",
    low: 15, high: 100)
  /// Power of one appliance.
  package var applianceKW = Quantity(
    2.2, unit: "kW", basis: .estimated, source: "24 drives of 25 W, two or four servers and their cards",
    low: 1.4,
    high: 3.5)
  /// Height of one appliance.
  package var applianceU = Quantity(
    2, unit: "U", basis: .estimated, source: "2U in https://enakta.com/blog/next-gen-reference-architecture",
    low: 1, high: 4)

  // Prices, for weighing the items of a line against one another.

  /// QM9700.
  package var qm9700EUR = Quantity(
    28_000, unit: "EUR", basis: .estimated, source: "about USD 32,000 in a public component catalogue",
    low: 20_000,
    high: 40_000)
  /// Q3400.
  package var q3400EUR = Quantity(
    110_000, unit: "EUR", basis: .estimated,
    source: "the QM9700's price times 4.5 for its throughput, less a tenth; no source found", low: 70_000,
    high: 150_000)
  /// SN5600.
  package var sn5600EUR = Quantity(
    47_000, unit: "EUR", basis: .estimated, source: "about USD 55,000 in a public component catalogue",
    low: 35_000,
    high: 60_000)
  /// SN2201.
  package var sn2201EUR = Quantity(
    3_600, unit: "EUR", basis: .estimated, source: "about USD 4,200 in a public component catalogue",
    low: 2_500,
    high: 5_000)
  /// Twin-port module of 2 x 400 Gbit/s.
  package var twinPort800GEUR = Quantity(
    1_200, unit: "EUR", basis: .estimated, source: "planner's choice; no source found", low: 700, high: 2_000)
  /// Twin-port module of 2 x 800 Gbit/s.
  package var twinPort1600GEUR = Quantity(
    2_000, unit: "EUR", basis: .estimated, source: "planner's choice; no source found", low: 1_200,
    high: 3_000)
  /// Module of 400 Gbit/s.
  package var nic400GEUR = Quantity(
    700, unit: "EUR", basis: .estimated, source: "planner's choice; no source found", low: 400, high: 1_200)
  /// Module of 800 Gbit/s.
  package var nic800GEUR = Quantity(
    1_200, unit: "EUR", basis: .estimated, source: "planner's choice; no source found", low: 700, high: 2_000)
  /// Copper cable up to 3 m.
  package var copperCableEUR = Quantity(
    200, unit: "EUR", basis: .estimated, source: "planner's choice; no source found", low: 100, high: 400)
  /// Fibre up to 50 m, without modules.
  package var shortFibreEUR = Quantity(
    100, unit: "EUR", basis: .estimated, source: "planner's choice; no source found", low: 50, high: 200)
  /// Fibre up to 500 m, without modules.
  package var longFibreEUR = Quantity(
    300, unit: "EUR", basis: .estimated, source: "planner's choice; no source found", low: 150, high: 600)
  /// Storage appliance.
  package var applianceEUR = Quantity(
    250_000, unit: "EUR", basis: .estimated, source: "about EUR 250 per usable TB of flash; no source found",
    low: 120_000, high: 500_000)
  /// Management server.
  package var managementNodeEUR = Quantity(
    18_000, unit: "EUR", basis: .estimated, source: "a two-socket server without accelerators", low: 10_000,
    high: 30_000)

  /// The defaults.
  package init() {}
}
