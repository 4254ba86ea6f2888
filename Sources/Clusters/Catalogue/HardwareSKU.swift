// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// One product of the hardware catalogue, every number with its source.
///
/// A value of this type may come from a user's file, so its numbers are checked (`findings()`) before
/// anything is computed from them; `HardwareCatalogue` holds checked products only.
package struct HardwareSKU: FieldSet, Equatable, Codable {
  /// Name used in files and commands: lower case, for example `gb300-nvl72`.
  package var id: String
  /// Name for people.
  package var name: String
  /// On sale or only announced.
  package var status: HardwareStatus
  /// Other products with the same published figures, for example an HGX board in an OEM server.
  package var alsoKnownAs: [String]
  /// Years in which it can be put in service.
  package var availability = ProductAvailability()
  /// One purchasable system.
  package var system: HardwareSystem
  /// The repeated unit of the maker's reference architecture.
  package var scalableUnit: ScalableUnit
  /// Electric power of one system.
  package var power: SystemPower
  /// How the heat of one system leaves it.
  package var cooling: SystemCooling
  /// High-bandwidth memory of one GPU.
  package var memory: GPUMemory
  /// Peak arithmetic rates of one GPU.
  package var performance: GPUPerformance
  /// What connects a GPU to its neighbours and to the cluster.
  package var network: SystemNetwork
  /// Price of one system.
  package var price: SystemPrice
  /// The compute fabric of the maker's reference architecture; nil where none is published or known.
  package var fabric: FabricDesign?

  /// One product of the hardware catalogue.
  package init(
    id: String, name: String, status: HardwareStatus, alsoKnownAs: [String] = [], system: HardwareSystem,
    scalableUnit: ScalableUnit, power: SystemPower, cooling: SystemCooling, memory: GPUMemory,
    performance: GPUPerformance, network: SystemNetwork, price: SystemPrice,
    fabric: FabricDesign? = nil
  ) {
    self.id = id
    self.name = name
    self.status = status
    self.alsoKnownAs = alsoKnownAs
    self.system = system
    self.scalableUnit = scalableUnit
    self.power = power
    self.cooling = cooling
    self.memory = memory
    self.performance = performance
    self.network = network
    self.price = price
    self.fabric = fabric
  }

  /// Every figure under its key path in the file of the product.
  package static let fields: [Field<HardwareSKU>] =
    ProductAvailability.fields.map { $0.lifted(\.availability, under: "availability") }
    + HardwareSystem.fields.map { $0.lifted(\.system, under: "system") }
    + ScalableUnit.fields.map { $0.lifted(\.scalableUnit, under: "scalable_unit") }
    + SystemPower.fields.map { $0.lifted(\.power, under: "power") }
    + SystemCooling.fields.map { $0.lifted(\.cooling, under: "cooling") }
    + GPUMemory.fields.map { $0.lifted(\.memory, under: "memory") }
    + GPUPerformance.fields.map { $0.lifted(\.performance, under: "performance_pflops_per_gpu") }
    + SystemNetwork.fields.map { $0.lifted(\.network, under: "network") }
    + FabricDesign.fields.map { $0.lifted(\.fabric, under: "fabric") }
    + SystemPrice.fields.map { $0.lifted(\.price, under: "price_usd") }
}
