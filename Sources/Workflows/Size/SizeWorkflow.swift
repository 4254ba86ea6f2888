// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
import Quantities
import Results
import Scenarios
import Views

/// Sizes one cluster without geography, down to its bill of materials, or lists the products.
package enum SizeWorkflow {
  /// The answer as text or JSON.
  ///
  /// - Throws: `WorkflowFailure` for an unknown product, a question without an answer, and a file that cannot
  ///   be written.
  package static func run(_ request: SizeRequest) throws -> String {
    let bill = request.billFile.map { SingleFile($0, force: request.force) }
    do {
      try bill?.check()
      let catalogue = try CatalogueFiles.read(request.catalogue)
      if case .catalogue = request.question {
        if request.json { return JSONWriter.text(CatalogueTable.json(catalogue)) }
        let inputs = try SizingInputs(overlays: request.overlays)
        return CatalogueTable.text(catalogue) + CatalogueTable.text(inputs.assumptions, inputs.design)
      }
      return try sized(request, catalogue: catalogue, bill: bill)
    } catch let error as ResultDirectoryError {
      throw WorkflowFailure(.cannotWrite, "\(error)")
    } catch let error as InputFailure {
      throw WorkflowFailure(.invalidInput, error.findings)
    } catch let error as SizingError {
      throw WorkflowFailure(.invalidInput, "\(error)")
    } catch let error as CatalogueError {
      throw WorkflowFailure(.invalidInput, "\(error)")
    }
  }

  private static func sized(
    _ request: SizeRequest, catalogue: HardwareCatalogue, bill: SingleFile?
  ) throws -> String {
    let inputs = try SizingInputs(overlays: request.overlays)
    let sizer = try ClusterSizer(
      catalogue: catalogue, assumptions: inputs.assumptions, priceLevel: inputs.priceLevel)
    let sizing = try sizing(request, sizer: sizer)
    var conditions = try request.site.specificationConditions(inputs.design)
    conditions.ledger.energyEURPerMWh = inputs.energyEURPerMWh.map { ValueBand($0) }
    conditions.ledger.exciseEURPerMWh = inputs.exciseEURPerMWh.map { ValueBand($0) }
    conditions.ledger.fixedOMEURPerITMWYear = inputs.fixedOMEURPerITMWYear.map { ValueBand($0) }
    let specification = try sizer.specification(
      of: sizing.design, conditions: conditions, assumptions: inputs.design)
    let sku = try catalogue.sku(request.skuID)
    var limitMW = request.site.connectionMW
    if case .gridMW(let asked) = request.question { limitMW = min(asked, limitMW ?? asked) }
    let answers = try request.work.answers(
      specification, sku: sku, meterPUE: request.site.pue, limitMW: limitMW)
    try bill?.write(CSVWriter.text(BillOfMaterialsTable.table(specification: specification)))
    let pue = request.site.pue
    if request.json {
      return JSONWriter.text(
        SpecificationLine.json(sizing.lines(specification, answers: answers, pue: pue)))
    }
    let thumb = try sku.power.gpuTDPW.map {
      try RuleOfThumb.needed(gpus: sizing.design.gpus, gpuTDPW: $0.value, pue: pue)
    }
    return SizingPage.text(
      sizing, specification: specification, answers: answers, ruleOfThumb: thumb, pue: pue)
  }

  private static func sizing(_ request: SizeRequest, sizer: ClusterSizer) throws -> ClusterSizing {
    let conditions = request.site.conditions
    switch request.question {
    case .gpus(let gpus):
      return try sizer.sizing(forGPUs: gpus, skuID: request.skuID, conditions: conditions)
    case .gridMW(let power):
      return try sizer.sizing(forGridMW: power, skuID: request.skuID, conditions: conditions)
    case .catalogue:
      throw WorkflowFailure(.internalFault, "a list of products is no sizing")
    }
  }
}
