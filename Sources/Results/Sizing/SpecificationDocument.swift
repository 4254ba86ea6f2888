// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters
package import Documents
import Quantities

/// Everything that gets built for one cluster as JSON: every number of `ClusterSpecification`, under keys
/// that end in its unit.
///
/// What is not known is `null`, never zero. Amounts with a band are objects of `low`, `mid` and `high`.
package enum SpecificationDocument {
  /// The document.
  package static func json(_ specification: ClusterSpecification) -> JSONValue {
    .object(
      parts(specification) + [JSONValue.Member("assumptions", assumptions(specification.assumptions))])
  }

  /// The figures that a specification rests on beside those of its design.
  static func assumptions(_ assumptions: DesignAssumptions) -> JSONValue {
    .array(assumptions.named.map(PlanDocument.namedFigure))
  }

  /// All members but the assumptions.
  static func parts(_ specification: ClusterSpecification) -> [JSONValue.Member] {
    let object: JSONValue = [
      "skus": .array(specification.design.shares.map { .string($0.skuID) }),
      "gpus": .integer(specification.design.gpus),
      "systems": .integer(specification.design.systems),
      "redundancy": .string(specification.assumptions.redundancy.rawValue),
      "pods": .array(specification.pods.map(pod)),
      "support": [
        "counted_kw": .number(specification.supportKW),
        "budget_kw": .number(specification.supportBudgetKW),
        "fabric_switches": .optional(specification.fabricSwitches),
      ],
      "power": power(specification.power),
      "cooling": cooling(specification.cooling),
      "space": space(specification.space),
      "schedule": schedule(specification.schedule),
      "ledger": ledger(specification.ledger),
      "gpu_hour": gpuHour(specification.ledger.gpuHour),
      "carbon": carbon(specification.carbon),
      "bandwidth": [
        "nvlink_tb_per_s": .optional(specification.bandwidth.nvlinkTBPerS),
        "injection_tbit_per_s": .number(specification.bandwidth.injectionTbitPerS),
        "memory_tb_per_s": .optional(specification.bandwidth.memoryTBPerS),
      ],
      "bill": .array(specification.bill.rows.map(billRow)),
      "notes": .array(
        SpecificationNotes.all(specification).map {
          ["part": .string($0.part), "sentence": .string($0.sentence)]
        }),
    ]
    return object.members ?? []
  }

  /// A low, a middle and a high value.
  static func band(_ band: ValueBand) -> JSONValue {
    ["low": .number(band.low), "mid": .number(band.mid), "high": .number(band.high)]
  }
}
