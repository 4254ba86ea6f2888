// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Documents
import Quantities

/// One cluster as JSON, with the same keys as a site's design in plan.json.
package enum SizingDocument {
  /// The document.
  ///
  /// - Parameters:
  ///   - sizing: The answer of the sizer.
  ///   - specification: Everything that gets built for it; nil leaves it out.
  ///   - answers: What was asked about its work.
  ///   - pue: Power usage effectiveness it was computed with.
  package static func json(
    _ sizing: ClusterSizing, specification: ClusterSpecification? = nil,
    answers: WorkloadAnswers = WorkloadAnswers(), pue: Double
  ) -> JSONValue {
    let request: JSONValue
    switch sizing.request {
    case .gpus(let gpus): request = ["gpus": .integer(gpus)]
    case .gridMW(let power): request = ["grid_mw": .number(power)]
    }
    let gpusPerSystem = sizing.design.gpus / max(1, sizing.design.systems)
    let object: JSONValue = [
      "schema": .integer(1),
      "request": request,
      "pue": .number(pue),
      "fits": .bool(sizing.fits),
      "bound_by": .string(sizing.bindingLimit.rawValue),
      "limits": .array(
        sizing.allowances.map {
          [
            "limit": .string($0.limit.rawValue), "systems": .integer($0.systems),
            "gpus": .integer($0.systems * gpusPerSystem),
            "binding": .bool($0.limit == sizing.bindingLimit),
          ]
        }),
      "complete_scalable_units": .integer(sizing.completeScalableUnits),
      "design": PlanDocument.design(sizing.design),
      "assumptions": .array(sizing.design.assumptions.map(PlanDocument.namedFigure)),
    ]
    var members = object.members ?? []
    if let specification {
      members.append(JSONValue.Member("specification", SpecificationDocument.json(specification)))
    }
    if !answers.isEmpty { members.append(JSONValue.Member("workload", WorkloadDocument.json(answers))) }
    return .object(members)
  }
}
