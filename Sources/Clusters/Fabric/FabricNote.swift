// SPDX-License-Identifier: GPL-3.0-or-later

/// Something a reader of a compute fabric must know.
package enum FabricNote: Sendable, Equatable, Codable {
  /// The product states no fabric, so none is designed.
  case noFabric(skuID: String)
  /// The last unit is incomplete; it has the switches of a whole one.
  case lastUnitIncomplete(systems: Int, of: Int)
  /// The row of the maker's table carries a remark.
  case rowNote(units: Int, text: String)
  /// The table has an open question.
  case tableNote(text: String)
  /// The power of the switch without modules is not published; an estimate stands in.
  case switchPowerAssumed(model: SwitchModel)
  /// The power of the switch was published with its modules, so these are not counted again.
  case modulesInSwitchPower(model: SwitchModel)

  /// The note in words.
  package var sentence: String {
    switch self {
    case .noFabric(let skuID):
      "\(skuID) states no compute fabric in its hardware file: no switches, cables or optics are counted"
    case .lastUnitIncomplete(let systems, let whole):
      "the last unit holds \(systems) of \(whole) systems; its spare ports are built all the same"
    case .rowNote(let units, let text): "row of \(units) units: \(text)"
    case .tableNote(let text): text
    case .switchPowerAssumed(let model):
      "the power of the \(model.rawValue) without modules is not published; the figure is an assumption"
    case .modulesInSwitchPower(let model):
      "the published power of the \(model.rawValue) includes its pluggable modules"
    }
  }
}
