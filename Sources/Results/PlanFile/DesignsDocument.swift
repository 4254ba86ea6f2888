// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
package import Documents
package import Planning

/// `designs.json`: everything that gets built on each chosen site, line by line;
/// the assumptions, which are the same for every site, stand once at the end.
package enum DesignsDocument {
  /// Version of the layout.
  package static let schema = 1

  /// The document of a plan; `specification` is `null` for a site without one.
  package static func json(_ plan: Plan) -> JSONValue {
    [
      "schema": .integer(schema),
      "name": .string(plan.name),
      "sites": .array(
        plan.chosen.map { site in
          [
            "id": .string(site.id), "name": .string(site.name),
            "specification": site.specification.map { SpecificationLine.json($0.lines) } ?? .null,
          ]
        }),
      "assumptions": .array(
        (plan.chosen.lazy.compactMap(\.specification).first?.assumptions.named ?? []).map(
          PlanFile.namedFigure)),
    ]
  }

  /// The text of the file.
  package static func text(_ plan: Plan) -> String { JSONWriter.text(json(plan)) }
}
