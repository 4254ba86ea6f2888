// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities
import Testing

@testable import Scenarios

/// Study files that are wrong, and what is said of them.
@Suite struct StudyFaultTests {
  private static let head = StudyFixture.head
  private static let factor = "[[factors]]\nname = \"f\"\npath = \"grid.route_factor\"\n"
  private static let levels = factor + "levels = [1, 2]\n"
  private static let grid = "[design]\nkind = \"grid\"\n"
  private static let drawn = "[design]\nkind = \"monte-carlo\"\nsamples = 2\n"

  /// The lines that stand behind the head of a study, from line 4 on, and a part of what must be said.
  static let faults: [(text: String, said: [String])] = [
    ("", ["study.toml: error: the study asks nothing"]),
    ("dept = \"bound\"\n" + grid + levels, ["4:1: error: dept: unknown key (did you mean 'depth'?)"]),
    ("depth = \"relaxatio\"\n" + grid + levels, ["depth: is 'relaxatio' (did you mean 'relaxation'?"]),
    ("depth = \"resize\"\n" + grid + levels, ["depth: is 'resize' (it is now 'fixed_siting')"]),
    ("gap = 2\n" + grid + levels, ["gap: must be from 0 to 0.5, found 2"]),
    ("time_limit_min = 2\n" + grid + levels, ["time_limit_min: "]),
    ("time_limit_s = 0\n" + grid + levels, ["time_limit_s: must be above 0"]),
    ("node_limit = 1.5\n" + grid + levels, ["node_limit: must be a whole number"]),
    ("seed = -1\n" + grid + levels, ["seed: must be from 0"]),
    ("seed = \"one\"\n" + grid + levels, ["seed: must be a number, found the text"]),
    ("include_base = 1\n" + grid + levels, ["include_base: must be true or false, found the number 1"]),
    ("changes = \"a.b=1\"\n" + grid + levels, ["changes: must be a list of texts", "changes = [\"a.b=1\"]"]),
    ("changes = [1]\n" + grid + levels, ["changes: must be a text in quotes, found the number 1"]),
    ("changes = [\"a.b\"]\n" + grid + levels, ["4:12: error: changes: 'a.b' is not of the form path=value"]),
    ("changes = [\"a.b=\"]\n" + grid + levels, ["changes: a.b has no value"]),
    ("changes = [\"schema=2\"]\n" + grid + levels, ["changes: schema cannot be replaced"]),
    ("changes = [\"sites.*.powr_mw=2\"]\n" + grid + levels, ["powr_mw unknown key"]),
    ("[design]\nkind = \"gird\"\n" + levels, ["design.kind: is 'gird' (did you mean 'grid'?"]),
    ("[design]\nkind = \"sobol\"\n" + levels, ["design.samples: is missing"]),
    ("[design]\nkind = \"sobol\"\nsamples = 0\n" + levels, ["design.samples: must be from 1"]),
    ("[design]\nkind = \"sobol\"\nsamples = 2.5\n" + levels, ["design.samples: must be a whole number"]),
    ("[design]\nkind = \"grid\"\nsamples = 3\n" + levels, ["samples: means nothing in the design 'grid'"]),
    ("[design]\nkind = \"grid\"\nsmaples = 3\n" + levels, ["design.smaples: unknown key"]),
    (grid, ["4:1: error: design: the study varies nothing"]),
    (drawn, ["the study varies nothing"]),
    ("factors = 3\n" + grid, ["factors: must be a list of tables, found the number 3"]),
    (grid + "[[factors]]\npath = \"a.b\"\nlevels = [1]\n", ["factors.1.name: is missing"]),
    (grid + "[[factors]]\nname = \"f\"\nlevels = [1]\n", ["factors.1.path: is missing"]),
    (grid + "[[factors]]\nname = \"\"\npath = \"a.b\"\nlevels = [1]\n", ["name: must not be empty"]),
    (grid + "[[factors]]\nname = \" f\"\npath = \"a.b\"\nlevels = [1]\n", ["factor 1 has no proper name"]),
    (grid + levels + levels, ["10:1: error: factors.2: two factors are called 'f'"]),
    (grid + "[[factors]]\nname = \"f\"\npath = \"a..b\"\nlevels = [1]\n", ["'a..b' is no key path"]),
    (grid + "[[factors]]\nname = \"f\"\npath = \"a.b=\"\nlevels = [1]\n", ["'a.b=' is no key path"]),
    (grid + "[[factors]]\nname = \"f\"\npath = \"extends\"\nlevels = [1]\n", ["extends cannot be replaced"]),
    (
      grid + "[[factors]]\nname = \"f\"\npath = \"sites.*.connection_yaer\"\nlevels = [2030]\n",
      ["connection_yaer unknown key (did you mean 'connection_year'?)"]
    ),
    (
      grid + factor + "verb = \"mutliply\"\nlevels = [1]\n", ["verb: is 'mutliply' (did you mean 'multiply'?"]
    ),
    (grid + factor + "level = [1]\n", ["factors.1.level: unknown key (did you mean 'levels'?)"]),
    (grid + factor + "levels = 1\n", ["levels: must be a list, found the number 1"]),
    (grid + factor + "levels = []\n", ["factor 'f' has an empty list of levels"]),
    (grid + factor + "levels = [1, 1]\n", ["has the level 1 twice"]),
    (grid + factor + "levels = [[1]]\n", ["levels: must be a number, a text or true or false, found a list"]),
    (grid + factor + "levels = [inf]\n", ["levels: must be a finite number"]),
    (grid + factor + "verb = \"add\"\nlevels = [\"x\"]\n", ["the verb 'add' needs numbers, but 'x' is none"]),
    (grid + factor, ["factors.1: factor 'f' has no list of levels, which a grid needs"]),
    (drawn + factor, ["factor 'f' has neither levels nor a distribution"]),
    (
      grid + levels + "distribution = { kind = \"uniform\", low = 1, high = 2 }\n",
      ["distribution: stands beside levels"]
    ),
    (
      grid + factor + "distribution = { kind = \"uniform\", low = 1, high = 2 }\n",
      ["has no list of levels, which a grid needs"]
    ),
    (drawn + factor + "distribution = 3\n", ["distribution: must be a block or table"]),
    (drawn + factor + "distribution = { low = 1 }\n", ["distribution.kind: is missing"]),
    (
      drawn + factor + "distribution = { kind = \"unifrom\" }\n",
      ["kind: is 'unifrom' (did you mean 'uniform'?"]
    ),
    (drawn + factor + "distribution = { kind = \"uniform\", low = 1 }\n", ["distribution.high: is missing"]),
    (
      drawn + factor + "distribution = { kind = \"uniform\", low = 1, high = 2, mode = 1 }\n",
      ["distribution.mode: unknown key"]
    ),
    (
      drawn + factor + "distribution = { kind = \"uniform\", low = 2, high = 1 }\n",
      ["factors.1: factor 'f': low must be below high"]
    ),
    (
      drawn + factor + "distribution = { kind = \"triangular\", low = 1, mode = 3, high = 2 }\n",
      ["the mode must lie from low to high"]
    ),
    (
      drawn + factor + "distribution = { kind = \"normal\", mean = 1, standard_deviation = 0 }\n",
      ["the standard deviation above 0"]
    ),
    (
      drawn + factor + "distribution = { kind = \"lognormal\", median = -1, factor = 1 }\n",
      ["the median must be above 0", "the factor must be above 1"]
    ),
    (drawn + factor + "distribution = { kind = \"discrete\", values = [] }\n", ["there are no values"]),
    (drawn + factor + "distribution = { kind = \"discrete\", values = 1 }\n", ["values: must be a list"]),
    (
      drawn + factor + "distribution = { kind = \"discrete\", values = [1, 2], weights = [1] }\n",
      ["weights: has 1 numbers for 2 values"]
    ),
    (
      drawn + factor + "distribution = { kind = \"discrete\", values = [1, 2], weights = [1, -1] }\n",
      ["every weight must be a positive number"]
    ),
    (
      "[design]\nkind = \"zip\"\n" + levels
        + "[[factors]]\nname = \"g\"\npath = \"a.b\"\nlevels = [1, 2, 3]\n",
      ["factors.2: factor 'g' has 3 levels and the first factor 2"]
    ),
    (
      "include_base = false\n[design]\nkind = \"one-at-a-time\"\n" + levels,
      ["compares every case with the base, which include_base = false leaves out"]
    ),
    (
      "[design]\nkind = \"latin-hypercube\"\nsamples = 1_000_001\n" + levels,
      ["samples: must be from 1 to 1000000"]
    ),
    (grid + levels + "[estimates]\n", ["estimates: cannot be used with the design 'grid'"]),
    (drawn + "[estimates]\ninclude = []\n", ["estimates.include: must not be an empty list"]),
    (drawn + "[estimates]\ninclude = \"*\"\n", ["estimates.include: must be a list of texts", "[\"*\"]"]),
    (drawn + "[estimates]\nexcept = [\"*\"]\n", ["estimates.except: unknown key"]),
    (
      drawn + "[estimates]\ninclude = [\"grid.rout_factor\"]\n",
      ["no estimated figure is called 'grid.rout_factor' (did you mean 'grid.route_factor'?)"]
    ),
    (drawn + "[estimates]\nexclude = [\"grid.*\"]\n", ["no estimated figure with a band is left"]),
    ("[[cases]]\nlabel = \"x\"\n", ["cases.1.name: is missing"]),
    ("[[cases]]\nname = \"a/b\"\n", ["cases.1: 'a/b' cannot name a case"]),
    ("[[cases]]\nname = \".a\"\n", ["'.a' cannot name a case"]),
    (
      "[[cases]]\nname = \"a\"\n[[cases]]\nname = \"a\"\n",
      ["6:1: error: cases.2: another case is called 'a'"]
    ),
    ("[[cases]]\nname = \"base\"\n", ["'base' is the name of the unchanged base"]),
    (
      "[[cases]]\nname = \"a\"\nchange = [\"a.b=1\"]\n",
      ["cases.1.change: unknown key (did you mean 'changes'?)"]
    ),
    ("[[cases]]\nname = \"a\"\nchanges = [\"grid.route_factor\"]\n", ["is not of the form path=value"]),
    (
      "[[cases]]\nname = \"a\"\nchanges = [\"grid.route_factor*=x\"]\n",
      ["must be multiplied by a finite number"]
    ),
    ("[[cases]]\nname = \"a\"\nvalues = { g = 1 }\n", ["cases.1.values.g: is no factor of this study"]),
    (levels + "[[cases]]\nname = \"a\"\nvalues = { ff = 1 }\n", ["(did you mean 'f'?)"]),
    (
      levels + "[[cases]]\nname = \"a\"\nvalues = { f = [1] }\n",
      ["values.f: must be a number, a text or true"]
    ),
    (
      factor + "verb = \"multiply\"\n[[cases]]\nname = \"a\"\nvalues = { f = \"x\" }\n",
      ["values.f: must be a number, which the verb 'multiply' needs"]
    ),
    (
      grid + levels + "[[cases]]\nname = \"000001\"\n", ["'000001' may be the number of a case of the design"]
    ),
    ("[[stress]]\nname = \"s\"\n", ["stress.1.kind: is missing"]),
    (
      "[[stress]]\nname = \"s\"\nkind = \"loose-site\"\n",
      ["kind: is 'loose-site' (did you mean 'lose-site'?"]
    ),
    ("[[stress]]\nname = \"s\"\nkind = \"lose-site\"\n", ["stress.1.site: is missing"]),
    ("[[stress]]\nname = \"s\"\nkind = \"lose-substation\"\n", ["stress.1.substation: is missing"]),
    ("[[stress]]\nname = \"s\"\nkind = \"delay-zone\"\nyears = 2\n", ["stress.1.zone: is missing"]),
    ("[[stress]]\nname = \"s\"\nkind = \"delay-all\"\nyears = 0\n", ["years: must be from 1 to 30"]),
    ("[[stress]]\nname = \"s\"\nkind = \"delay-all\"\nyears = 1.5\n", ["years: must be a whole number"]),
    ("[[stress]]\nname = \"s\"\nkind = \"energy-price\"\n", ["stress.1.factor: is missing"]),
    (
      "[[stress]]\nname = \"s\"\nkind = \"lose-site\"\nsite = \"x\"\nzone = \"y\"\n",
      ["stress.1.zone: unknown key"]
    ),
    ("[[stress]]\nkind = \"exclude-non-eu-owners\"\n", ["stress.1.name: is missing"]),
    ("cases_csv = \"no.csv\"\n", ["cases_csv: cannot open 'work/studies/no.csv': there is no such file"]),
    ("cases_csv = 3\n", ["cases_csv: must be a text in quotes"]),
  ]

  @Test("says what is wrong", arguments: faults.indices)
  func fault(_ index: Int) {
    let (text, said) = Self.faults[index]
    let estimate = NamedQuantity(
      name: "grid.route_factor",
      figure: Quantity(1.2, unit: "", basis: .estimated, source: "", low: 1.1, high: 1.3))
    let found = StudyFixture.findings(Self.head + text, estimates: [estimate])
    for part in said {
      #expect(found.contains { $0.contains(part) }, "\(text)\n\(found.joined(separator: "\n"))")
    }
    // One fault is reported once, or as often as the row above says.
    #expect(found.count == max(1, said.count) || said.count > 1, "\(text)\n\(found.joined(separator: "\n"))")
  }

  @Test func `head of a study may be wrong too`() {
    func said(_ text: String) -> [String] { StudyFixture.findings(text + Self.grid + Self.levels) }
    #expect(
      said("name = \"x\"\nbase = \"../scenarios/plan.toml\"\n").contains { $0.contains("schema: is missing") }
    )
    #expect(said("schema = 2\nname = \"x\"\n").contains { $0.contains("2 is newer than this Arpent") })
    #expect(
      said("schema = 1\nbase = \"../scenarios/plan.toml\"\n").contains { $0.contains("name: is missing") })
    #expect(said("schema = 1\nname = \"x\"\n").contains { $0.contains("base: is missing") })
    #expect(
      said("schema = 1\nname = \"x\"\nbase = \"plan.toml\"\n") == [
        "study.toml:3:1: error: base: cannot open 'work/studies/plan.toml': there is no such file "
          + "(paths are relative to the file in which they stand, here to work/studies)"
      ])
    #expect(said("schema = 1\nname = \n").contains { $0.contains("this is not TOML") })
  }

  @Test func `everything is reported at once and in order`() {
    let found = StudyFixture.findings(
      Self.head + """
        dept = "bound"
        cases_csv = "cases.csv"
        [design]
        kind = "gird"
        [[factors]]
        name = "f"
        levels = [1]
        [[stress]]
        kind = "lose-site"
        name = "s"
        """, csv: "name,cost.energy_eur_per_mwh*\na,x\nb,1,2\n")
    #expect(
      found.map { $0.split(separator: " ").first.map(String.init) ?? "" } == [
        "study.toml:4:1:", "study.toml:7:1:", "study.toml:8:1:", "study.toml:11:1:", "cases.csv:2:3:",
        "cases.csv:3:1:",
      ], "\(found.joined(separator: "\n"))")
  }

  @Test func `a stress test that cannot be expanded is reported at its place`() throws {
    let study = try StudyFixture.study(
      Self.head + "[[stress]]\nname = \"s\"\nkind = \"lose-site\"\nsite = \"x\"\n"
        + "[[stress]]\nname = \"t\"\nkind = \"lose-site\"\nsite = \"y\"\n")
    let failure = #expect(throws: InputFailure.self) {
      try study.cases(
        stress: { stress in
          if stress == .loseSite("x") {
            throw StressFault("there is no site 'x'", hint: "did you mean 'xx'?")
          }
          throw SomeError()
        }, estimates: [])
    }
    #expect(
      failure?.findings.map(\.description) == [
        "work/studies/study.toml:4:1: error: stress.1: there is no site 'x' (did you mean 'xx'?)",
        "work/studies/study.toml:8:1: error: stress.2: some error",
      ])
  }

  private struct SomeError: Error, CustomStringConvertible {
    var description: String { "some error" }
  }

  @Test func `a figure outside its own band is reported`() {
    let figure = NamedQuantity(
      name: "grid.ramp_years",
      figure: Quantity(9, unit: "years", basis: .estimated, source: "", low: 1, high: 6))
    let found = StudyFixture.findings(Self.head + Self.drawn + "[estimates]\n", estimates: [figure])
    #expect(
      found.count == 1 && found[0].contains("estimates: grid.ramp_years: the value 9.0 years does not lie"))
  }
}
