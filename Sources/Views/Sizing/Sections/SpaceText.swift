// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Halls, plot and the years to build them.
struct SpaceText {
  var specification: ClusterSpecification

  var text: String {
    let space = specification.space
    var rows = [
      SizingPage.row(
        "rows of racks of systems", space.rows,
        "\(NumberText.grouped(space.racks)) racks, up to \(NumberText.grouped(space.rowKW, decimals: 0)) kW a row"
      ),
      SizingPage.row(
        "rows of network and storage", space.supportRows, "\(NumberText.grouped(space.supportRacks)) racks"),
      SizingPage.row(
        "white space", space.whiteSpaceM2, 0,
        "m2 with aisles, \(NumberText.grouped(space.itKWPerM2, decimals: 1)) kW of IT per m2"),
      SizingPage.row("halls", space.halls),
      SizingPage.row("gross floor", space.grossFloorM2, 0, "m2"),
      SizingPage.row(
        "land", space.landHa, 2, "ha, \(NumberText.grouped(space.siteMWPerHa, decimals: 1)) MW per ha"),
    ]
    if let load = space.pointLoadKgPerM2 {
      rows.append(
        SizingPage.row(
          "floor load under a rack", load, 0,
          "kg/m2; the floor bears \(NumberText.grouped(space.floorLimitKgPerM2, decimals: 0))\(isAssumed ? " (assumption)" : "")"
        ))
    }
    if let load = space.distributedLoadKgPerM2 {
      rows.append(SizingPage.row("over the white space", load, 0, "kg/m2"))
    }
    return "Space and time\n" + SizingPage.lines(rows)
      + SizingPage.foundation(specification.assumptions.space) + "\n" + schedule
      + SizingPage.foundation(specification.assumptions.schedule) + "\n"
  }

  /// Whether the load that the floor bears is the assumption.
  private var isAssumed: Bool {
    specification.space.floorLimitKgPerM2 == specification.assumptions.space.floorLimitKgPerM2.value
  }

  private var schedule: String {
    let schedule = specification.schedule
    var out = SizingPage.table(
      ["years after the decision", "MW may be drawn", "MW used", "units", "GPUs"],
      schedule.phases.map { phase in
        [
          NumberText.grouped(phase.yearsAfterDecision, decimals: 1),
          NumberText.grouped(phase.availableMW, decimals: 1), NumberText.grouped(phase.usedMW, decimals: 1),
          NumberText.grouped(phase.scalableUnits), NumberText.grouped(phase.gpus),
        ]
      })
    out += TextParagraph.text(schedule.sentence)
    out += TextParagraph.text(
      "Years to the connection \(NumberText.grouped(schedule.connectionYears, decimals: 1))"
        + "\(schedule.usesFastTrack ? " (fast track)" : ""), to the high-voltage transformers "
        + "\(NumberText.grouped(schedule.transformerYears, decimals: 1)), to the first building "
        + "\(NumberText.grouped(schedule.buildingYears, decimals: 1)).")
    return out
  }
}
