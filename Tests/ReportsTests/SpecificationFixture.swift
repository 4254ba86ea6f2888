// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Results
import Scenarios
import TestSupport
import Views

/// Clusters of the shipped hardware files.
struct SpecificationFixture {
  var sku: HardwareSKU
  var sizer: ClusterSizer
  var sizing: ClusterSizing
  var specification: ClusterSpecification

  static let pue = 1.15
  static let skuIDs = [
    "gb200-nvl72", "gb300-nvl72", "dgx-b200", "dgx-b300", "dgx-b300-spectrum", "vera-rubin-nvl72",
  ]

  init(
    gpus: Int = 18_000, skuID: String = "gb300-nvl72",
    change: (inout SiteConditions, inout SpecificationConditions) -> Void = { _, _ in }
  ) throws {
    var site = SiteConditions(pue: Self.pue)
    var conditions = SpecificationConditions()
    change(&site, &conditions)
    let catalogue = try CatalogueReader().catalogue([
      "\(ArpentBinary.root)/models/hardware/\(skuID).toml"
    ])
    sku = try catalogue.sku(skuID)
    sizer = try ClusterSizer(catalogue: catalogue)
    sizing = try sizer.sizing(forGPUs: gpus, skuID: skuID, conditions: site)
    specification = try sizer.specification(of: sizing.design, conditions: conditions)
  }

  /// The page as `arpent size` prints it.
  func page(_ answers: WorkloadAnswers = WorkloadAnswers()) throws -> String {
    var rule: RuleOfThumb?
    if let tdp = sku.power.gpuTDPW {
      rule = try RuleOfThumb.needed(gpus: sizing.design.gpus, gpuTDPW: tdp.value, pue: Self.pue)
    }
    return SizingPage.text(
      sizing, specification: specification, answers: answers, ruleOfThumb: rule, pue: Self.pue)
  }

  /// Every kind of answer about the work of the cluster.
  func answers() throws -> WorkloadAnswers {
    let design = sizing.design
    return WorkloadAnswers(
      training: try TrainingEstimate(
        run: TrainingRun(parameters: 1e12, activeParameters: 1e11, tokens: 2e13, precision: .fp8), sku: sku,
        gpus: design.gpus),
      serving: [
        try InferenceEstimate(
          model: ServedModel(parameters: 4e11, activeParameters: 2e10, precision: .fp8), sku: sku,
          gpus: design.gpus)
      ],
      deratings: [
        try Derating.at(availableMW: design.gridMW * 0.9, design: design, pue: Self.pue),
        try Derating.at(availableMW: design.gridMW * 0.25, design: design, pue: Self.pue),
      ],
      year: try DeratedYear(
        design: design, availableMWByMonth: (0..<12).map { design.gridMW * ($0 == 6 ? 0.8 : 1.1) },
        pueByMonth: specification.cooling.months.map(\.pue)))
  }
}
