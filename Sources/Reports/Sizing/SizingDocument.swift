// SPDX-License-Identifier: GPL-3.0-or-later

public import Clusters
import Figures

/// One cluster as JSON, with the same keys as a site's design in plan.json.
public enum SizingDocument {
  /// The document.
  public static func json(_ sizing: ClusterSizing, pue: Double) -> JSONValue {
    let request: JSONValue
    switch sizing.request {
    case .gpus(let gpus): request = ["gpus": .integer(gpus)]
    case .gridMW(let power): request = ["grid_mw": .number(power)]
    }
    return [
      "schema": .integer(1),
      "request": request,
      "pue": .number(pue),
      "fits": .bool(sizing.fits),
      "bound_by": .string(sizing.bindingLimit.rawValue),
      "complete_scalable_units": .integer(sizing.completeScalableUnits),
      "design": PlanDocument.design(sizing.design),
      "assumptions": .array(sizing.design.assumptions.map(PlanDocument.namedFigure)),
    ]
  }
}
