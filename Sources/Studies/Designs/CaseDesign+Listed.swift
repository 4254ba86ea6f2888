// SPDX-License-Identifier: GPL-3.0-or-later

extension CaseDesign {
  /// Every combination; the factor last by name changes fastest.
  func grid(_ factors: [Factor]) -> [StudyCase] {
    let columns = Self.orderByName(factors)
    let levels = columns.map { factors[$0].levels ?? [] }
    let count = levels.reduce(1) { $0 * $1.count }
    return (0..<count).map { position in
      var rest = position
      var values = factors.map { _ in FactorValue.bool(false) }
      for (column, choices) in zip(columns, levels).reversed() {
        values[column] = choices[rest % choices.count]
        rest /= choices.count
      }
      return Self.stated(position, values, factors)
    }
  }

  /// Levels side by side.
  func zipped(_ factors: [Factor]) -> [StudyCase] {
    let levels = factors.map { $0.levels ?? [] }
    return (0..<(levels.first?.count ?? 0)).map { position in
      Self.stated(position, levels.map { $0[position] }, factors)
    }
  }

  /// The cases of a list.
  static func explicit(_ list: [ExplicitCase], _ factors: [Factor]) -> [StudyCase] {
    list.enumerated().map { position, item in
      let assignments = factors.indices.compactMap { factor in
        item.values[factors[factor].name].map { StudyCase.Assignment(factor: factor, value: $0) }
      }
      let id = item.name ?? StudyCase.number(position)
      return StudyCase(
        id: id, label: item.name ?? label(assignments, factors), assignments: assignments)
    }
  }

  /// The base, and each factor alone at its ends.
  func oneAtATime(_ factors: [Factor]) -> [StudyCase] {
    var cases = [StudyCase(id: StudyCase.number(0), label: "base", assignments: [], role: .base)]
    func add(_ factor: Int, _ value: FactorValue, _ role: StudyCase.Role) {
      let assignments = [StudyCase.Assignment(factor: factor, value: value)]
      cases.append(
        StudyCase(
          id: StudyCase.number(cases.count), label: Self.label(assignments, factors),
          assignments: assignments, role: role))
    }
    for factor in Self.orderByName(factors) {
      guard let ends = factors[factor].ends else { continue }
      if ends.low != ends.high { add(factor, ends.low, .low(factor: factor)) }
      add(factor, ends.high, .high(factor: factor))
    }
    return cases
  }

  /// Positions of the factors in order of name.
  static func orderByName(_ factors: [Factor]) -> [Int] {
    factors.indices.sorted { factors[$0].name < factors[$1].name }
  }

  private static func stated(_ position: Int, _ values: [FactorValue], _ factors: [Factor]) -> StudyCase {
    let assignments = values.enumerated().map { StudyCase.Assignment(factor: $0, value: $1) }
    return StudyCase(
      id: StudyCase.number(position), label: label(assignments, factors), assignments: assignments)
  }

  private static func label(_ assignments: [StudyCase.Assignment], _ factors: [Factor]) -> String {
    if assignments.isEmpty { return "base" }
    return assignments.map { item in
      let sign =
        switch factors[item.factor].verb {
        case .set: "="
        case .multiply: "*="
        case .add: "+="
        }
      return "\(factors[item.factor].name) \(sign) \(item.value)"
    }.joined(separator: ", ")
  }
}
