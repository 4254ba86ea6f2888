// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension ComputeFabric {
  /// What the fabric needs, for the bill of materials. Modules and lengths rest on assumptions beside the
  /// counted cables.
  package var items: [BillItem] {
    var items: [BillItem] = []
    func add(
      _ item: String, _ model: String, _ quantity: Int, _ unit: String, _ basis: Basis, _ source: String,
      _ price: Double
    ) {
      guard quantity > 0 else { return }
      items.append(
        BillItem(
          line: .network, item: item, model: model, quantity: Double(quantity), unit: unit, basis: basis,
          source: source, unitPriceEUR: price))
    }
    let counted = source.isEmpty ? origin.sentence : "\(origin.sentence): \(source)"
    let model = switchModel.rawValue
    add("leaf switch, compute", model, switches.leaf, "switch", basis, counted, prices.switchEUR)
    add("spine switch, compute", model, switches.spine, "switch", basis, counted, prices.switchEUR)
    add("core switch, compute", model, switches.core, "switch", basis, counted, prices.switchEUR)
    let ports = "one module for two switch ports in use, one for each network card, none on copper"
    let modules = max(basis, .derived)
    add(
      "twin-port module, switch side", moduleModel.twinPort, optics.twinPortModules, "module", modules,
      ports, prices.twinPortModuleEUR)
    add(
      "module, network card side", moduleModel.card, optics.nicModules, "module", modules, ports,
      prices.nicModuleEUR)
    let lengths = "shares by length are assumptions: copper_share and racks_within_50_m"
    add(
      "copper cable, up to 3 m", "", self.lengths.upTo3m, "cable", .estimated, lengths,
      prices.copperCableEUR)
    add(
      "fibre cable, up to 50 m", fibre, self.lengths.upTo50m, "cable", .estimated, lengths,
      prices.shortCableEUR)
    add(
      "fibre cable, up to 500 m", "single mode", self.lengths.upTo500m, "cable", .estimated, lengths,
      prices.longCableEUR)
    return items
  }

  /// Modules by rate.
  private var moduleModel: (twinPort: String, card: String) {
    switch switchModel {
    case .qm9700: ("2 x 400 Gbit/s", "400 Gbit/s")
    case .sn5600: ("2 x 400 Gbit/s", "2 x 400 Gbit/s")
    case .q3400: ("2 x 800 Gbit/s", "800 Gbit/s")
    }
  }

  /// No multimode modules are sold for 800 Gbit/s a port.
  private var fibre: String { switchModel == .q3400 ? "single mode" : "multimode" }
}
