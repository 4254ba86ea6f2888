// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning

/// The tables of a result directory.
package enum PlanTables {
  /// The tables of a result, each a CSV file.
  package static func all(_ plan: Plan) -> [ReportTable] {
    [
      SitesTable.table(plan), ClustersTable.table(plan), BillOfMaterialsTable.table(plan),
      CostsTable.table(plan), ConstraintsTable.table(plan), ExclusionsTable.table(plan),
    ]
  }
}
