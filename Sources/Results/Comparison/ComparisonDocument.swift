// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
import Planning
import Studies

/// `compare.json`: a comparison as JSON. Money of the bridge is in whole cents, so that whoever adds it up
/// gets the same sums.
package enum ComparisonDocument {
  /// Version of the layout.
  package static let schema = 1

  /// The document.
  package static func json(_ comparison: PlanComparison) -> JSONValue {
    [
      "schema": .integer(schema),
      "equal": .bool(comparison.isEqual),
      "decisions_equal": .bool(comparison.decisionsAreEqual),
      "money_equal": .bool(comparison.moneyIsEqual),
      "distinguished": .bool(!comparison.cannotBeDistinguished),
      "verdict": .string(comparison.verdict),
      "a": side(comparison.a),
      "b": side(comparison.b),
      "objective_change": .optional(comparison.objectiveChange),
      "inputs": comparison.inputs.map { inputs($0, comparison) } ?? .null,
      "years": .array(comparison.years.map { .integer($0) }),
      "totals": .array(comparison.totals.map(total)),
      "sites": .array(comparison.sites.map(site)),
      "bridge": comparison.bridge.map(bridge) ?? .null,
      "remarks": .array(comparison.remarks.map { .string($0) }),
    ]
  }

  private static func side(_ side: ComparedPlan) -> JSONValue {
    let objective = side.objective
    return [
      "path": .string(side.path),
      "name": .string(side.record.plan.name),
      "key": side.record.key.isEmpty ? .null : .string(side.record.key),
      "depth": .string(side.record.depth.rawValue),
      "status": .string(side.record.plan.status.rawValue),
      "has_plan": .bool(side.record.plan.hasPlan),
      "objective": .optional(objective?.name),
      "unit": .optional(objective?.unit),
      "value": .optional(objective?.value),
      "bound": .optional(objective?.bound),
      "gap": .optional(side.gap),
      "discounted_cost_eur": .optional(side.record.plan.costEUR),
      "years": .array(side.record.plan.years.map { .integer($0) }),
    ]
  }

  private static func inputs(_ inputs: InputsComparison, _ comparison: PlanComparison) -> JSONValue {
    let areValuesCompared = comparison.a.inputs?.values != nil && comparison.b.inputs?.values != nil
    return [
      "equal": .bool(inputs.isEmpty && areValuesCompared),
      "values_compared": .bool(areValuesCompared),
      "values": .array(
        inputs.values.map { ["path": .string($0.path), "a": value($0.a), "b": value($0.b)] }),
      "files": .array(
        inputs.files.map {
          [
            "role": .string($0.role), "path": .string($0.path), "sha256_a": .optional($0.a),
            "sha256_b": .optional($0.b),
          ]
        }),
      "versions": .array(
        inputs.versions.map { ["name": .string($0.name), "a": .optional($0.a), "b": .optional($0.b)] }),
    ]
  }

  private static func value(_ value: RecordedValue?) -> JSONValue {
    guard let value else { return .null }
    func words(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
    return [
      "toml": .string(value.value), "unit": words(value.unit), "basis": words(value.basis),
      "source": words(value.source), "band": words(value.band),
    ]
  }

  private static func total(_ total: PlanComparison.Total) -> JSONValue {
    var change: Double?
    if let first = total.a, let second = total.b { change = second - first }
    return [
      "name": .string(total.name), "unit": .string(total.unit), "year": .optional(total.year),
      "a": .optional(total.a), "b": .optional(total.b), "change": .optional(change),
    ]
  }

  private static func site(_ site: SiteDifference) -> JSONValue {
    [
      "id": .string(site.id), "name": .string(site.name), "region": .string(site.region),
      "change": .string(site.kind.rawValue), "gpus_a": .integer(site.gpusA),
      "gpus_b": .integer(site.gpusB), "gpus_change": .integer(site.gpusChange),
      "opens_year_a": .optional(site.a?.opensYear), "opens_year_b": .optional(site.b?.opensYear),
      "connection_a": .optional(site.a.map { SiteDifference.connection(of: $0) }),
      "connection_b": .optional(site.b.map { SiteDifference.connection(of: $0) }),
      "moves": .array(
        site.moves.map {
          [
            "what": .string($0.what), "year": .optional($0.year), "a": .string($0.a), "b": .string($0.b),
          ]
        }),
    ]
  }

  private static func bridge(_ bridge: MoneyBridge) -> JSONValue {
    [
      "unit": "EUR cent",
      "a": .object(amounts(bridge.a)),
      "lines": .array(
        bridge.lines.map { line in
          .object(
            [
              JSONValue.Member("site", .string(line.siteID)), JSONValue.Member("name", .string(line.name)),
              JSONValue.Member("change", .string(line.change.rawValue)),
            ] + amounts(line.amounts))
        }),
      "of_no_site": .object(amounts(bridge.ofNoSite)),
      "rounding": .object(amounts(bridge.rounding)),
      "b": .object(amounts(bridge.b)),
      "difference": .object(amounts(bridge.difference)),
    ]
  }

  private static func amounts(_ amounts: MoneyBridge.Amounts) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    for (kind, cents) in zip(MoneyBridge.kinds, amounts.cents) {
      let name = kind.name.hasSuffix("_eur") ? String(kind.name.dropLast(4)) : kind.name
      members.append(JSONValue.Member(name, .integer(cents)))
    }
    members.append(JSONValue.Member("undiscounted", .integer(amounts.undiscountedCents)))
    members.append(JSONValue.Member("discounted", .integer(amounts.discountedCents)))
    return members
  }
}
