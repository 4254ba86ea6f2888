// SPDX-License-Identifier: GPL-3.0-or-later

@testable import Scenarios

/// Small complete files in memory: a scenario, its base, a layer pack and one product.
enum ScenarioFixture {
  /// Blocks that every scenario needs and that most tests leave alone.
  static let base = """
    schema = 1
    name = "Base"

    [sites]
    source = "../data/sites.geojson"

    [layers]
    pack = "../data/layers.toml"

    [hardware]
    catalogue = ["../hardware/rack.toml", "../hardware/node.toml"]
    use = ["rack-72"]

    [horizon]
    years = [2026, 2027, 2028]
    discount_rate = { value = 0.07, low = 0.03, high = 0.10, basis = "published", source = "https://example.org/rate" }
    decision_date = 2026-01-01
    operating_years_after = 5

    [grid]
    connection_utilisation_max = 0.9
    route_factor = 1.2
    ramp_years = 3
    zone_radius_km = 25

    [grid.connection_225kv]
    max_mw = 240
    max_km = 20
    fixed_eur = 29_000_000
    eur_per_km = 3_200_000
    eur_per_mw = 77_000
    lead_time_years = 4

    [cost]
    energy_eur_per_mwh = 70
    excise_eur_per_mwh = 12
    fixed_om_eur_per_it_mw_year = 270_000

    [estimates]
    power_mw_per_ha = 5
    power_225kv_mw = 100
    power_400kv_mw = 400
    power_distribution_mw = 22
    beside_km = 5
    fast_track_year = 2028
    pue_reference = 1.15
    pue_reference_temperature_c = 12
    pue_per_deg_c = 0.01

    """

  /// A scenario on the base.
  static let plan = """
    schema = 1
    name = "Plan"
    extends = "base.toml"

    [demand]
    gpus = { 2026 = 4_000, 2027 = 18_000 }

    """

  static let layers = """
    schema = 1

    [layers.substations]
    source = "layers/substations.geojson"
    title = "Substations"
    vintage = "2017"
    refresh_months = 12
    role = "context"

    [[layers.substations.derive]]
    indicator = "nearest"
    where = "voltage_kv = 225"
    distance_km = "substation_225_km"
    fields = { name = "substation_225_name", power = "substation_mw" }
    units = { substation_mw = "MW", substation_225_km = "km" }

    [layers.elevation]
    source = "/vsizip/elevation.zip/elevation.tif"
    crs = "EPSG:2154"

    [[layers.elevation.derive]]
    indicator = "raster_value"
    value = "elevation_m"
    unit = "m"

    """

  /// A product with an id and a number of GPUs a system.
  static func product(_ id: String, gpus: Int) -> String {
    func figure(_ value: String, _ unit: String = "") -> String {
      let unit = unit.isEmpty ? "" : "unit = \"\(unit)\", "
      return "{ value = \(value), \(unit)basis = \"published\", source = \"https://example.org\" }"
    }
    return """
      schema = 1
      [sku]
      id = "\(id)"
      name = "Product \(id)"
      status = "available"
      [system]
      kind = "rack"
      gpus = \(figure("\(gpus)", "count"))
      cpus = \(figure("36", "count"))
      systems_per_rack = \(figure("1", "count"))
      [scalable_unit]
      systems = \(figure("8", "count"))
      racks = \(figure("8", "count"))
      gpus = \(figure("\(8 * gpus)", "count"))
      [power]
      provisioning_kw = \(figure("132", "kW"))
      [cooling]
      liquid_share = \(figure("0"))
      [network]
      nics_per_gpu = \(figure("1", "count"))
      nic_gbit_s = \(figure("400", "Gbit/s"))
      fabric = "InfiniBand"
      [price_usd]
      low = \(figure("3_000_000", "USD"))
      mid = \(figure("3_500_000", "USD"))
      high = \(figure("4_000_000", "USD"))

      """
  }

  /// All files under their paths; the scenario is `work/scenarios/plan.toml`.
  static let files = [
    "work/scenarios/base.toml": base,
    "work/scenarios/plan.toml": plan,
    "work/data/layers.toml": layers,
    "work/hardware/rack.toml": product("rack-72", gpus: 72),
    "work/hardware/node.toml": product("node-8", gpus: 8),
  ]

  static let planPath = "work/scenarios/plan.toml"

  /// Reads the plan with some files replaced.
  static func read(
    _ replaced: [String: String] = [:], overlays: [String] = [], purpose: ScenarioReader.Purpose = .plan
  ) -> ScenarioReader.Reading {
    let all = files.merging(replaced) { _, new in new }
    return ScenarioReader(files: .memory(all)).read(planPath, overlays: overlays, purpose: purpose)
  }

  /// The plan with a text in place of another one, in the plan or the base.
  static func replacing(_ old: String, with new: String) -> [String: String] {
    var changed: [String: String] = [:]
    for (path, text) in files where path.hasPrefix("work/scenarios/") && text.contains(old) {
      let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
      changed[path] = parts.joined(separator: new)
    }
    return changed
  }
}
