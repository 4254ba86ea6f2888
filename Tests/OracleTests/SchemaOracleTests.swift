// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Quantities
import TestSupport
import Testing

@testable import Scenarios

/// The readers of Arpent and a validator of JSON Schema that nobody here wrote, on the shipped files and on
/// each of them with one thing wrong.
@Suite("Readers and schemas refuse the same")
struct SchemaOracleTests {
  private static let root = ArpentBinary.root

  /// A file with its kind and what its reader finds wrong, given a tree in its place.
  struct Subject: Sendable, CustomTestStringConvertible {
    var kind: SchemaKind
    /// The file, below the root of the repository.
    var path: String
    /// The file where it is none of the repository.
    var text: String?
    var testDescription: String { path }

    init(_ kind: SchemaKind, _ path: String, text: String? = nil) {
      self.kind = kind
      self.path = path
      self.text = text
    }
  }

  /// A scenario with the keys of rules that no shipped one states.
  private static let rules = """
    schema = 1
    name = "Rules"
    extends = "mistral-compute.toml"
    [resilience]
    loss_of_one_site_keeps_share = 0.4
    loss_of_one_substation_keeps_share = { value = 0.3, penalty_eur_per_gpu = 1_000 }
    loss_of_one_zone_keeps_share = { 2027 = 0.2, source = "planner" }
    [water]
    wue_l_per_kwh = { value = 0.2, low = 0.1, basis = "estimated", source = "planner" }
    max_m3_per_year = 40_000
    basin_max_m3_per_year = { "Adour-Garonne" = { 2027 = 1_000_000 } }
    [carbon]
    grid_g_per_kwh = { 2026 = 30, 2028 = 25, source = "planner" }
    cap_t_per_year = { value = 1_800, penalty_eur_per_t = 50 }
    [limits]
    sites_min = { 2027 = 1, penalty_eur_per_site = 5 }
    sites_max = 9
    min_distance_km = 20
    [grid]
    substation_headroom_mw = { "AVELIN" = { 2027 = 400 } }
    [heat_reuse]
    share_min = 0.1
    attribute = "heat_user"
    at_least = 3
    [sites]
    timeout_s = 60
    nodata = -9999
    [sites.fouju-campus-ia]
    area_ha = 70
    power_mw_max = { value = 700, source = "planner" }
    status = "secured"
    owner_country = "FR|AE"
    power_steps = "2027:240;2029:700"
    connection_year = 2028
    [skus.gb300-nvl72.price_usd]
    mid = 3_900_000
    [design]
    redundancy = "2n"
    [design.power]
    ups_efficiency = 0.97
    [objective]
    order = [{ minimise = "discounted_cost_eur", tolerance = 0.01 }, { maximise = "gpus" }]
    [screening]
    top = 5
    rule = [{ attribute = "area_ha", min = 3, missing = "keep" }, { attribute = "status", one_of = ["secured"] }]
    score = [{ attribute = "area_ha", better = "higher", weight = 2, group = "land" }]
    groups = { land = 2 }
    [[logic]]
    name = "one of two"
    exclusive = ["fouju-campus-ia", "cambrai-e-valley"]
    [[logic]]
    at_least = { n = 1, of = ["fouju-campus-ia", "cambrai-e-valley"] }
    [[rule]]
    name = "land"
    where = "area_ha >= 10"
    gpus_share_min = 0.1
    [[rule]]
    name = "water"
    sum = { attribute = "power_mw_max", per = "site", unit = "MW", max = 5_000 }
    [[changes]]
    path = "cost.energy_eur_per_mwh"
    multiply = 1.2
    [layers.own]
    source = "own.gpkg"
    crs = "EPSG:2154"
    covered_by = ["area.geojson"]
    covered_km = 3
    [[layers.own.derive]]
    indicator = "zonal"
    buffer_km = 2
    mean = "own_mean"
    quantiles = [{ q = 0.9, attribute = "own_p90" }]
    [[layers.own.derive]]
    indicator = "count_within"
    radius_km = 5
    count = "own_count"
    """

  /// A study with what no shipped one has.
  private static let study = """
    schema = 1
    name = "Study"
    base = "../scenarios/mistral-compute.toml"
    gap = 0.01
    time_limit_s = 60
    node_limit = 1_000
    seed = 3
    include_base = true
    [design]
    kind = "sobol"
    samples = 8
    [[factors]]
    name = "price"
    path = "cost.energy_eur_per_mwh"
    distribution = { kind = "triangular", low = 50, mode = 70, high = 120 }
    [[factors]]
    name = "excise"
    path = "cost.excise_eur_per_mwh"
    distribution = { kind = "discrete", values = [10, 12], weights = [1, 2] }
    [[cases]]
    name = "dear"
    values = { price = 140 }
    changes = ["limits.sites_max=3"]
    [[stress]]
    name = "late"
    kind = "delay-all"
    years = 2
    [[stress]]
    name = "dearer"
    kind = "energy-price"
    factor = 2
    """

  static let subjects: [Subject] =
    ["campus-france", "france-65", "mistral-compute", "screening-example", "sovereign-compute"].map {
      Subject(.scenario, "models/scenarios/\($0).toml")
    }
    + [Subject(.scenario, "models/scenarios/rules.toml", text: rules)]
    + ["chip-price", "energy-price", "estimates", "grid-delay", "sovereignty-price"].map {
      Subject(.study, "models/studies/\($0).toml")
    }
    + [Subject(.study, "models/studies/study.toml", text: study)]
    + ["dgx-b200", "dgx-b300", "dgx-b300-spectrum", "gb200-nvl72", "gb300-nvl72", "vera-rubin-nvl72"].map {
      Subject(.hardware, "models/hardware/\($0).toml")
    }
    + [Subject(.layers, "geodata/layers.toml"), Subject(.tiers, "models/sovereignty/tiers.toml")]

  private static func tree(_ subject: Subject) throws -> ConfigNode {
    let text = try subject.text ?? String(contentsOfFile: "\(root)/\(subject.path)", encoding: .utf8)
    return try #require(ConfigParser.parse(Array(text.utf8), file: subject.path, log: FindingLog()))
  }

  private static func shape(_ kind: SchemaKind) -> TableShape {
    switch kind {
    case .scenario, .screening, .sites: ScenarioBlocks.shape
    case .study: StudyReader.shape
    case .layers: LayerPack.shape
    case .hardware: HardwareFile.shape
    case .tiers: SovereigntyTiersFile.shape
    }
  }

  /// Errors of a reader in a file whose place a tree takes.
  private static func errors(_ tree: ConfigNode, _ subject: Subject, _ parsed: ParsedFiles) -> [String] {
    // Its own name beside the file: relative paths lead to the same files, and nothing of it is kept.
    let path = "\(root)/\(subject.path).mutated"
    let bytes = Array(CanonicalTOML.text(tree).utf8)
    let files = FileReader { (asked: String) throws(FileReader.Failure) -> [UInt8] in
      asked == path ? bytes : try FileReader.disk.read(asked)
    }
    func read(_ scenario: String, _ overlays: [String]) -> [Finding] {
      // What is kept of this path is the tree of another reading.
      let hasDemand = !subject.path.contains("france-65") && !subject.path.contains("screening")
      let purpose: ScenarioReader.Purpose = hasDemand ? .plan : .sites
      return ScenarioReader(files: files, parsed: parsed)
        .read(scenario, overlays: overlays, purpose: purpose).findings
    }
    var findings: [Finding] = []
    do throws(InputFailure) {
      switch subject.kind {
      case .scenario, .screening, .sites: findings = read(path, [])
      case .study: _ = try StudyReader(files: files).study(path)
      case .layers:
        findings = read("\(root)/Tests/ArpentTests/Scenarios/mistral-18000.toml", ["layers.pack=\"\(path)\""])
      case .tiers:
        findings = read("\(root)/models/scenarios/sovereign-compute.toml", ["sovereignty.tiers=\"\(path)\""])
      case .hardware: _ = try CatalogueReader(files: files).catalogue([path])
      }
    } catch {
      findings = error.findings
    }
    return findings.filter { $0.severity == .error }.map(\.description)
  }

  /// Faults of documents by the validator, nil for those that have none.
  private static func verdicts(_ documents: [(kind: SchemaKind, document: JSONValue)]) throws -> [String?] {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let lines = documents.map {
      JSONWriter.text(["kind": .string($0.kind.rawValue), "document": $0.document], layout: .compact)
        .filter { $0 != "\n" }
    }
    let file = folder.path + "/documents.jsonl"
    try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let output = try Python.run(["scripts/oracles/schema_verdicts.py", file])
    let verdicts = output.split(separator: "\n").map { $0 == "ok" ? nil : String($0) }
    try #require(verdicts.count == documents.count, "\(output.suffix(2_000))")
    return verdicts
  }

  @Test("A shipped file follows its schema", arguments: subjects)
  func shipped(_ subject: Subject) throws {
    let tree = try Self.tree(subject)
    #expect(Self.errors(tree, subject, ParsedFiles()) == [])
    #expect(try Self.verdicts([(subject.kind, JSONValue(tree))]) == [nil])
  }

  @Test("The block of a screening and the rows of the site layers follow theirs")
  func blocksAndRows() throws {
    let screening = try Self.tree(Subject(.scenario, "models/scenarios/screening-example.toml"))
    var documents = [(SchemaKind.screening, JSONValue(try #require(screening.entries?["screening"])))]
    for layer in ["sites", "sites_reserve"] {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(Self.root)/geodata/layers/\(layer).geojson"))
      for feature in try JSONReader.value([UInt8](data))["features"]?.array ?? [] {
        documents.append((.sites, try #require(feature["properties"])))
      }
    }
    #expect(documents.count == 79)
    #expect(try Self.verdicts(documents) == documents.map { _ in nil })
    let wrong: [JSONValue] = [
      ["area_ha": 0], ["grid_kv": 220], ["status": 3], ["owner_country": "UK"], ["pue": 0.9],
      ["power_steps": "2027"], ["departement_code": "20"], ["operator_named": "maybe"],
      ["connection_year": 2027.5],
      ["non_eu_share_total": 1.2],
    ]
    #expect(try Self.verdicts(wrong.map { (.sites, $0) }).allSatisfy { $0 != nil })
  }

  @Test("An unknown key, a wrong type and a number beyond its range are refused by both", arguments: subjects)
  func mutations(_ subject: Subject) throws {
    let mutations = SchemaMutation.all(of: try Self.tree(subject), Self.shape(subject.kind))
    #expect(mutations.count >= 10)
    let verdicts = try Self.verdicts(mutations.map { (subject.kind, JSONValue($0.tree)) })
    let parsed = ParsedFiles()
    for (mutation, verdict) in zip(mutations, verdicts) {
      #expect((verdict != nil) == mutation.isRefused, "schema: \(mutation.label): \(verdict ?? "accepted")")
      let errors = Self.errors(mutation.tree, subject, parsed)
      if mutation.isRefused {
        #expect(!errors.isEmpty, "reader: \(mutation.label): accepted")
      } else {
        // A number at its end may still not fit another one.
        let beyond = ["must be from ", "must be above ", "too small", "wanted a number", "wanted above"]
        #expect(
          !errors.contains { error in beyond.contains { error.contains($0) } },
          "\(mutation.label): \(errors)")
      }
    }
  }

  @Test("The mutations are many") func count() throws {
    let count = try Self.subjects.reduce(0) { sum, subject in
      sum + SchemaMutation.all(of: try Self.tree(subject), Self.shape(subject.kind)).count
    }
    #expect(count > 4_500)
  }
}
