// SPDX-License-Identifier: GPL-3.0-or-later

extension Factor {
  /// Every fault of a list of factors, in the order of the list; empty when it can be used.
  ///
  /// - Parameter factors: The factors as written.
  /// - Returns: Names that are empty or used twice, paths that cannot be, values that the verb cannot use,
  ///   and distributions that are none.
  package static func faults(in factors: [Factor]) -> [StudyFault] {
    var faults: [StudyFault] = []
    var names: Set<String> = []
    if factors.isEmpty { faults.append(.noFactors) }
    for (position, factor) in factors.enumerated() {
      if !isPlainText(factor.name) {
        faults.append(.factorName(position: position + 1))
      } else if !names.insert(factor.name).inserted {
        faults.append(.repeatedFactor(factor.name))
      }
      if !isPath(factor.path) { faults.append(.path(factor: factor.name, path: factor.path)) }
      faults += factor.domainFaults
    }
    return faults
  }

  private var domainFaults: [StudyFault] {
    switch domain {
    case .open: []
    case .levels(let levels):
      (levels.isEmpty ? [.noLevels(factor: name)] : []) + levels.compactMap(fault(of:))
    case .distribution(let distribution):
      distribution.problems.map { .distribution(factor: name, problem: $0) }
        + distribution.statedValues.compactMap(fault(of:))
    }
  }

  /// What is wrong with one value for this factor, or nil.
  func fault(of value: FactorValue) -> StudyFault? {
    if !value.isFinite { return .valueNotFinite(factor: name) }
    if verb != .set, value.number == nil { return .valueNotNumber(factor: name, verb: verb, value: value) }
    return nil
  }

  /// A path has segments between dots, none empty unless quoted, and no control characters.
  private static func isPath(_ path: String) -> Bool {
    guard isPlainText(path) else { return false }
    if path.contains("\"") { return true }
    return path.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
      && !path.contains("=")
  }
}

/// Whether a text has something to read, no control characters, and no space at its ends.
func isPlainText(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
  return !first.properties.isWhitespace && !last.properties.isWhitespace
    && text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
}
