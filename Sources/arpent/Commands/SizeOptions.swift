// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Workflows

/// What `arpent size` is given of the site.
struct SizeSiteOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Power usage effectiveness of the site. (default: 1.15)",
    transform: NumberOption.anyNumber)
  var pue = 1.15

  @Option(
    name: .customLong("supply-temperature-c"), parsing: .unconditional,
    help: "Coolant supply temperature in degC.", transform: NumberOption.anyNumber)
  var supplyTemperatureC: Double?

  @Option(
    name: .customLong("connection-mw"), parsing: .unconditional, help: "Power of the grid connection in MW.",
    transform: NumberOption.anyNumber)
  var connectionMW: Double?

  @Option(
    name: .customLong("connection-kv"), parsing: .unconditional,
    help: "Voltage of the grid connection, 225 or 400 kV.", transform: NumberOption.anyNumber)
  var connectionKV: Double?

  @Option(
    name: .customLong("land-ha"), parsing: .unconditional, help: "Land in ha.",
    transform: NumberOption.anyNumber)
  var landHa: Double?

  @Option(
    name: .customLong("white-space-m2"), parsing: .unconditional, help: "White space in m2.",
    transform: NumberOption.anyNumber)
  var whiteSpaceM2: Double?

  @Option(
    name: .customLong("liquid-cooling-mw"), parsing: .unconditional,
    help: "Heat that the liquid cooling can take, in MW.", transform: NumberOption.anyNumber)
  var liquidCoolingMW: Double?

  @Option(
    name: .customLong("floor-load-kg-per-m2"), parsing: .unconditional,
    help: "Load that the floor bears, in kg/m2.", transform: NumberOption.anyNumber)
  var floorLoadKgPerM2: Double?

  @Option(
    name: .customLong("fabric-tiers"), parsing: .unconditional,
    help: "All GPUs on one compute fabric of at most 2 or 3 tiers.", transform: NumberOption.anyWhole)
  var fabricTiers: Int?

  @Flag(name: .customLong("whole-units"), help: "Only whole scalable units.")
  var wholeUnits = false

  @Option(
    name: .customLong("mean-temperature-c"), parsing: .unconditional,
    help: "Annual mean temperature of the site in degC.", transform: NumberOption.anyNumber)
  var meanTemperatureC: Double?

  @Option(
    name: .customLong("hottest-temperature-c"), parsing: .unconditional,
    help: "Temperature of its hottest hours in degC.", transform: NumberOption.anyNumber)
  var hottestTemperatureC: Double?

  @Flag(name: .customLong("no-evaporation"), help: "No water may be evaporated.")
  var noEvaporation = false

  @Option(
    parsing: .unconditional, help: "Share of all GPU-hours that is used, for the cost of one.",
    transform: NumberOption.anyNumber)
  var utilisation: Double?

  /// What a workflow is given.
  var site: SizeRequest.Site {
    var site = SizeRequest.Site()
    site.pue = pue
    site.supplyTemperatureC = supplyTemperatureC
    site.connectionMW = connectionMW
    site.connectionKV = connectionKV
    site.landHa = landHa
    site.whiteSpaceM2 = whiteSpaceM2
    site.liquidCoolingMW = liquidCoolingMW
    site.floorLoadKgPerM2 = floorLoadKgPerM2
    site.fabricTiers = fabricTiers
    site.wholeUnits = wholeUnits
    site.meanTemperatureC = meanTemperatureC
    site.hottestTemperatureC = hottestTemperatureC
    site.allowsEvaporation = !noEvaporation
    site.utilisation = utilisation
    return site
  }
}

/// What `arpent size` is asked of the work that the cluster does.
struct SizeWorkOptions: ParsableArguments {
  @Option(
    name: .customLong("train-parameters"), parsing: .unconditional,
    help: "Parameters of a model to train, for example 405e9.", transform: NumberOption.anyNumber)
  var trainParameters: Double?

  @Option(
    name: .customLong("train-tokens"), parsing: .unconditional,
    help: "Tokens to train it on, for example 15e12.", transform: NumberOption.anyNumber)
  var trainTokens: Double?

  @Option(
    name: .customLong("train-active"), parsing: .unconditional,
    help: "Parameters that each token passes through.", transform: NumberOption.anyNumber)
  var trainActive: Double?

  @Option(name: .customLong("train-precision"), help: "bf16, fp8 or fp4.")
  var trainPrecision = "bf16"

  @Option(
    name: .customLong("serve-parameters"), parsing: .unconditional, help: "Parameters of a model to serve.",
    transform: NumberOption.anyNumber)
  var serveParameters: Double?

  @Option(
    name: .customLong("serve-active"), parsing: .unconditional,
    help: "Parameters that each token passes through.", transform: NumberOption.anyNumber)
  var serveActive: Double?

  @Option(name: .customLong("serve-precision"), help: "bf16, fp8 or fp4.")
  var servePrecision = "fp8"

  @Option(
    name: .customLong("serve-batch"), parsing: .unconditional,
    help: "Sequences that a replica works on at a time. (default: 64)", transform: NumberOption.anyWhole)
  var serveBatch = 64

  @Option(
    name: .customLong("available-mw"), parsing: .unconditionalSingleValue,
    help: "What still runs when the site may draw only this many MW; repeatable.",
    transform: NumberOption.anyNumber)
  var availableMW: [Double] = []

  @Option(
    name: .customLong("available-mw-by-month"),
    help: "The same for the twelve months from January on, separated by commas.")
  var availableMWByMonth: String?

  func validate() throws {
    if (trainParameters == nil) != (trainTokens == nil) {
      throw ValidationError("--train-parameters and --train-tokens go together.")
    }
    if trainActive != nil, trainParameters == nil {
      throw ValidationError("--train-active goes with --train-parameters.")
    }
    if serveActive != nil, serveParameters == nil {
      throw ValidationError("--serve-active goes with --serve-parameters.")
    }
    if availableMWByMonth != nil, months?.count != 12 {
      throw ValidationError("--available-mw-by-month takes twelve numbers separated by commas.")
    }
  }

  /// The numbers of the months; nil where one is none.
  private var months: [Double]? {
    guard let availableMWByMonth else { return [] }
    let parts = availableMWByMonth.split(separator: ",", omittingEmptySubsequences: false)
    var numbers: [Double] = []
    for part in parts {
      guard let number = Double(part.drop { $0 == " " }) else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// What a workflow is asked.
  var questions: WorkloadQuestions {
    var questions = WorkloadQuestions()
    questions.trainParameters = trainParameters
    questions.trainActiveParameters = trainActive
    questions.trainTokens = trainTokens
    questions.trainPrecision = trainPrecision
    questions.serveParameters = serveParameters
    questions.serveActiveParameters = serveActive
    questions.servePrecision = servePrecision
    questions.serveBatch = serveBatch
    questions.availableMW = availableMW
    questions.availableMWByMonth = months ?? []
    return questions
  }
}
