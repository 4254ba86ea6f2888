// SPDX-License-Identifier: GPL-3.0-or-later

/// The part of the data for `models/siting.mod` that says what is sought, what the campus for training is,
/// and the linear rules as lists of terms: list r the sum of rule r, list -r what its limits are shares of,
/// list 0 what is sought.
struct MathProgRules {
  private let problem: SitingProblem

  init(_ problem: SitingProblem) { self.problem = problem }

  /// Statements of the data section.
  var text: String {
    let rules = problem.linearRules
    // What is sought last: the objectives before it are limits by now.
    let objective = problem.objectives[problem.objectiveLimits.count]
    var out = training
    out += "param maximise := \(objective.isMaximised ? 1 : 0);\n"
    out += "param counts_cost := \(objective.countsCost ? 1 : 0);\n"
    out += "param rule_count := \(rules.count);\n"
    let numbers = rules.indices.map { $0 + 1 }
    out += Self.set("LEAST", numbers.filter { rules[$0 - 1].atLeast != nil })
    out += Self.set("MOST", numbers.filter { rules[$0 - 1].atMost != nil })
    out += Self.set("SHARES", numbers.filter { !rules[$0 - 1].reference.isEmpty })
    out += Self.set("SOFT", numbers.filter { rules[$0 - 1].penaltyEURPerUnit != nil })
    out += Self.parameter("at_least", rules.map(\.atLeast))
    out += Self.parameter("at_most", rules.map(\.atMost))
    out += Self.parameter("price_eur", rules.map(\.penaltyEURPerUnit))
    out += Self.parameter("constant", rules.map { $0.constant })
    var entries = Entries()
    add(objective.terms, list: 0, to: &entries)
    for (index, rule) in rules.enumerated() {
      out += "# Rule \(index + 1): \(RowKey(linear: rule).scope.replacing("\n", with: " "))\n"
      add(rule.terms, list: index + 1, to: &entries)
      add(rule.reference, list: -(index + 1), to: &entries)
    }
    return out + entries.text
  }

  private var training: String {
    guard let campus = problem.trainingCampus else {
      let year = problem.years.first ?? 0
      return "param training_gpus := 0;\nparam training_year := \(year);\nparam training_price_eur := -1;\n"
    }
    return "param training_gpus := \(campus.gpus);\n"
      + "param training_year := \(problem.years[campus.year]);\n"
      + "param training_price_eur := \(campus.penaltyEUR ?? -1);\n"
  }

  private static func set(_ name: String, _ members: [Int]) -> String {
    "set \(name) := " + members.map(String.init).joined(separator: " ") + ";\n"
  }

  /// One value a rule, by its number; rules without one are left out.
  private static func parameter(_ name: String, _ values: [Double?]) -> String {
    var out = "param \(name) :="
    for (index, value) in values.enumerated() {
      if let value { out += " \(index + 1) \(value)" }
    }
    return out + ";\n"
  }

  /// Statements of the five kinds of entries.
  private struct Entries {
    var sets = ""
    var values: [(name: String, lines: String)] = [
      ("of_blocks", ""), ("of_opening", ""), ("of_energised", ""), ("of_national", ""),
      ("of_connected", ""),
    ]

    var text: String {
      sets + values.map { "param \($0.name) :=\n\($0.lines);\n" }.joined()
    }
  }

  private static let setNames = ["BLOCKS", "OPENINGS", "ENERGISED", "NATIONAL", "CONNECTED"]

  private func add(_ terms: [LinearRule.Term], list: Int, to entries: inout Entries) {
    var members = [[String]](repeating: [], count: Self.setNames.count)
    func enter(_ kind: Int, _ subscripts: String, _ coefficient: Double) {
      let number = members[kind].count + 1
      members[kind].append("(\(number),\(subscripts.replacing(" ", with: ",")))")
      entries.values[kind].lines += "  \(list) \(number) \(subscripts) \(coefficient)\n"
    }
    for term in terms {
      let year = problem.years[term.year]
      let kind: Int
      let subscripts: String
      switch term.quantity {
      case .blocks(let site, let sku): (kind, subscripts) = (0, "s\(site + 1) k\(sku + 1) \(year)")
      case .connectedBlocks(let site, let sku, let connections):
        // One entry a connection: the statement counts blocks by the connection that carries them.
        for connection in connections {
          enter(4, "s\(site + 1) k\(sku + 1) \(connection + 1) \(year)", term.coefficient)
        }
        continue
      // What is contracted stands in the cost and the budgets alone, which the statement has itself.
      case .contracted: continue
      case .open(let site): (kind, subscripts) = (1, "s\(site + 1) \(year)")
      case .energised(let site, let connection):
        (kind, subscripts) = (2, "s\(site + 1) \(connection + 1) \(year)")
      case .national(let sku): (kind, subscripts) = (3, "k\(sku + 1) \(year)")
      }
      enter(kind, subscripts, term.coefficient)
    }
    for (name, found) in zip(Self.setNames, members) where !found.isEmpty {
      entries.sets += "set \(name)[\(list)] := \(found.joined(separator: " "));\n"
    }
  }
}
