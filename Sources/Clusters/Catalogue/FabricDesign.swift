// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The compute fabric of a product's reference architecture: the rule, the switch and the maker's table.
package struct FabricDesign: FieldSet, Equatable, Codable {
  /// How the switches follow from the units.
  package var rule: FabricRule
  /// The switch of all tiers.
  package var switchModel: SwitchModel
  /// Ports of the fabric that one GPU uses, at the rate of the switch; in the twin-plane rule ports of one
  /// plane.
  package var endpointsPerGPU: Quantity
  /// Rails: groups of GPUs of the same place in their systems that share leaves. Needed by `railAligned`;
  /// elsewhere the leaves of a unit are a multiple of it where it is stated.
  package var rails: Quantity?
  /// The maker's table in order of systems.
  package var published: [PublishedFabricRow]
  /// What is open about the table, for example two documents that disagree; nil where nothing is.
  package var note: String?

  /// The compute fabric of a product's reference architecture.
  package init(
    rule: FabricRule, switchModel: SwitchModel, endpointsPerGPU: Quantity = .unstated, rails: Quantity? = nil,
    published: [PublishedFabricRow] = [], note: String? = nil
  ) {
    self.rule = rule
    self.switchModel = switchModel
    self.endpointsPerGPU = endpointsPerGPU
    self.rails = rails
    self.published = published
    self.note = note
  }

  package static let fields: [Field<FabricDesign>] = [
    Field(
      "endpoints_per_gpu", \.endpointsPerGPU, unit: "count", .from(1, to: 16), whole: true,
      meaning:
        "Ports of the fabric for one GPU, at the rate of the switch; for twin-plane ports of one plane."),
    Field(
      "rails", \.rails, unit: "count", .from(1, to: 64), whole: true,
      meaning:
        "Leaves beside a rack, needed for rail-aligned; otherwise leaves of a unit are a multiple of it."),
  ]
}
