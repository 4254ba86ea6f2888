// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Documents
package import Planning
package import PlanningModel
import Quantities
package import Sites

extension PlanFile {
  /// Blocks of one product in service at the end of a year.
  package struct Blocks: Sendable, Equatable {
    /// Calendar year.
    package var year = 0
    /// The product.
    package var skuID = ""
    /// Whole blocks.
    package var blocks = 0
    /// GPUs in them.
    var gpus = 0

    fileprivate static let members: [FileMember<Self>] = [
      FileMember("year", \.year, .year), FileMember("sku", \.skuID, .text),
      FileMember("blocks", \.blocks, .whole(0...10_000_000)), FileMember("gpus", \.gpus, .count),
    ]
  }

  /// Why a site could not be chosen.
  struct Exclusion: Sendable, Equatable {
    var rule = ""
    var value = ""
    var limit = ""

    fileprivate static let members: [FileMember<Self>] = [
      FileMember("rule", \.rule, .text), FileMember("value", \.value, .text),
      FileMember("limit", \.limit, .text),
    ]
  }

  /// A candidate site.
  package struct Site: Sendable, Equatable {
    /// Identifier in the site table.
    package var id = ""
    /// Name to show.
    package var name = ""
    /// Where it lies.
    package var position = SiteTable.Position(longitude: 0, latitude: 0)
    /// Region; empty when unknown.
    package var region = ""
    /// Whether it is chosen.
    package var isSelected = false
    /// What became of it.
    package var status = PlannedSite.Status.chosen
    /// Why, in English sentences.
    package var reasons: [String] = []
    var exclusions: [Exclusion] = []
    /// Whether every named owner and operator is under EU law; nil when not known.
    package var isEUControlled: Bool?
    var basis: Basis?
    /// Calendar year in which it is energised; nil where it is not.
    package var opensYear: Int?
    /// Blocks in service by year and product; what is not named is none.
    package var blocks: [Blocks] = []
    /// GPUs in service at the end of each year.
    package var gpusByYear = ByYear<Int>()
    /// IT power at the end of each year, MW.
    package var itMWByYear = ByYear<Double>()
    /// Grid power at the end of each year, MW.
    package var gridMWByYear = ByYear<Double>()
    var powerLimitMW: Double?
    var pue: Double?
    /// Power contracted with the grid operator at the end of the horizon, MW.
    var contractedMW: Double?
    /// The last day on which a decision allows the opening, as text.
    package var decideBy: String?
    /// Its connection; nil without one.
    package var connection: Connection?
    /// Its money; nil where it is not chosen.
    package var costs: PlanCosts?
    var design = JSONValue.null
    var attributes = JSONValue.null

    /// GPUs at the end of the horizon.
    package var gpus: Int { gpusByYear[nil] ?? 0 }
    /// Grid power at the end of the horizon, MW.
    package var gridMW: Double { gridMWByYear[nil] ?? 0 }
    /// Its siting: which connection from which year; nil where it has none.
    package var opening: KeptSiting.Opening? {
      guard let connection, let opensYear else { return nil }
      return KeptSiting.Opening(
        siteID: id, voltageKV: connection.voltageKV, substation: connection.substation,
        kind: connection.kind, year: opensYear)
    }

    /// The members of plan.json.
    static let members: [FileMember<Site>] =
      identity + [
        FileMember("status", \.status, .word), FileMember("reasons", \.reasons, .list(.text)),
        FileMember("exclusions", \.exclusions, .list(.object(Exclusion.members, empty: Exclusion()))),
      ] + outcome + [
        FileMember("design", \.design, .json), FileMember("attributes", \.attributes, .json),
      ]

    /// Those of them that the file of a case holds.
    static let decisionMembers = identity + outcome

    private static let identity: [FileMember<Site>] = [
      FileMember("id", \.id, .text), FileMember("name", \.name, .text),
      FileMember("lon", \.position.longitude, .figure), FileMember("lat", \.position.latitude, .figure),
      FileMember("region", \.region, .text), FileMember("selected", \.isSelected, .flag),
    ]

    private static let outcome: [FileMember<Site>] = [
      FileMember("eu_controlled", \.isEUControlled, .optional(.flag)),
      // Holdings are not public, so that what is known of the class is control.
      FileMember("secnumcloud_class", .optional(.flag)) { $0.isEUControlled },
      FileMember("basis", \.basis, .optional(.word)),
      FileMember("opens_year", \.opensYear, .optional(.year)),
      FileMember("blocks", \.blocks, .list(.object(Blocks.members, empty: Blocks()))),
      FileMember("gpus", .count) { $0.gpus },
      FileMember("gpus_by_year", \.gpusByYear, .byYear(.count)),
      FileMember("it_mw", .figure) { $0.itMWByYear[nil] ?? 0 },
      FileMember("it_mw_by_year", \.itMWByYear, .byYear(.figure)),
      FileMember("grid_mw", .figure) { $0.gridMW },
      FileMember("grid_mw_by_year", \.gridMWByYear, .byYear(.figure)),
      FileMember("power_limit_mw", \.powerLimitMW, .optional(.figure)),
      FileMember("pue", \.pue, .optional(.figure)),
      FileMember("contracted_mw", \.contractedMW, .optional(.figure)),
      FileMember("decide_by", \.decideBy, .optional(.text)),
      FileMember("connection", \.connection, .optional(.connection)),
      FileMember("cost", \.costs, .optional(.costs)),
    ]

    /// Years of the amounts by year, with their names.
    var byYear: [(String, [Int])] {
      [
        ("gpus_by_year", gpusByYear.years), ("it_mw_by_year", itMWByYear.years),
        ("grid_mw_by_year", gridMWByYear.years),
      ]
    }

    func checkBlocks(_ faults: inout FileFaults) {
      if !isSelected, !blocks.isEmpty {
        faults.report("sites[\(id)].blocks", "a site that is not selected cannot hold blocks")
      }
      var seen: Set<String> = []
      for (index, entry) in blocks.enumerated()
      where !seen.insert("\(entry.year) \(entry.skuID)").inserted {
        faults.report(
          "sites[\(id)].blocks[\(index)]", "\(entry.skuID) in \(entry.year) stands twice for this site")
      }
    }
  }
}

extension PlanFile {
  /// A connection of a chosen site.
  package struct Connection: Sendable, Equatable {
    /// How the power comes.
    package var kind = ConnectionKind.newLine
    /// Nominal voltage, kV.
    package var voltageKV = 0
    /// Substation it goes to; empty where it is not known.
    package var substation = ""
    /// Straight distance to the substation, km.
    var distanceKm = 0.0
    /// Power it gives the site, MW.
    var capacityMW = 0.0
    /// First calendar year in which systems can run on it.
    var firstYear = 0
    /// Price that does not depend on the power, EUR.
    var fixedEUR = 0.0
    /// Price of a contracted MW, EUR.
    var eurPerContractedMW = 0.0
    /// Least power that is contracted, MW.
    var leastContractedMW = 0.0
    /// Years from the decision to the first operation.
    var earliestOperationYears = 0.0
    /// Steps that the first operation waits for, in order of time.
    var criticalPath: [BuildStep] = []

    init() {}

    init(_ option: ConnectionOption) {
      kind = option.kind
      voltageKV = option.voltageKV
      substation = option.substation
      distanceKm = option.distanceKm
      capacityMW = option.capacityMW
      firstYear = option.firstYear
      fixedEUR = option.fixedEUR
      eurPerContractedMW = option.eurPerMW
      leastContractedMW = option.leastMW
      earliestOperationYears = option.calendar.firstOperationYears
      criticalPath = option.calendar.criticalPath
    }
  }
}

extension FileForm where Value == PlanFile.Connection {
  fileprivate static var connection: Self {
    .object(
      [
        FileMember("kind", \.kind, .word),
        FileMember("voltage_kv", \.voltageKV, .whole(1...2_000)),
        FileMember("substation", \.substation, .text),
        FileMember("distance_km", \.distanceKm, .figure), FileMember("capacity_mw", \.capacityMW, .figure),
        FileMember("first_year", \.firstYear, .year), FileMember("fixed_eur", \.fixedEUR, .figure),
        FileMember("eur_per_contracted_mw", \.eurPerContractedMW, .figure),
        FileMember("least_contracted_mw", \.leastContractedMW, .figure),
        FileMember("earliest_operation_years", \.earliestOperationYears, .figure),
        FileMember("critical_path", \.criticalPath, .list(.word)),
      ], empty: PlanFile.Connection())
  }
}
