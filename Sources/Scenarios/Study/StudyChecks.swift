// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Studies

/// Holds the parts of a study against each other: factors against the design, names of cases against each
/// other.
struct StudyChecks {
  var study: Study
  var factors: StudyFactorsBlock
  var log: FindingLog

  /// Reports every contradiction.
  ///
  /// - Parameter isDesignKnown: Whether the design could be read; if not, nothing is held against it.
  func check(isDesignKnown: Bool) {
    checkFactors(isDesignKnown: isDesignKnown)
    checkNames()
    guard isDesignKnown else { return }
    let kind = study.design.kind
    if study.estimates != nil, !kind.isSampled, kind != .oneAtATime {
      study.estimatesPlace.report(
        "cannot be used with the design '\(kind.rawValue)', which needs stated values",
        hint: "choose a sampled design or 'one-at-a-time'", in: log)
    }
    if kind == .oneAtATime, !study.includesBase {
      study.designPlace.report(
        "compares every case with the base, which include_base = false leaves out",
        hint: "leave include_base out", in: log)
    }
    if kind == .cases, study.listed.isEmpty, !log.hasErrors {
      log.add(
        at: ConfigOrigin(file: study.designPlace.origin.file, position: nil), path: [],
        "the study asks nothing", hint: "write [design] with [[factors]], [[cases]], [[stress]] or cases_csv")
    }
  }

  private func checkFactors(isDesignKnown: Bool) {
    var faults: [StudyFault] = study.factors.isEmpty ? [] : Factor.faults(in: study.factors.map(\.factor))
    if let design = study.design.caseDesign(seed: study.seed), isDesignKnown {
      // Faulty factors are reported already; without any, estimated figures may be there instead.
      let canBeTried = study.factors.isEmpty ? study.estimates == nil : faults.isEmpty
      if canBeTried, factors.isComplete {
        do {
          _ = try design.cases(study.factors.map(\.factor))
        } catch {
          faults += error.faults
        }
      }
    }
    for fault in faults {
      // The path of each factor was checked with what says more.
      if case .path = fault { continue }
      factors.place(of: fault.factorName, otherwise: study.designPlace).report(fault.description, in: log)
    }
  }

  private func checkNames() {
    var seen: Set<String> = study.includesBase ? [StudyCases.baseID] : []
    for item in study.listed where !item.id.isEmpty || item.place.origin.file != study.designPlace.origin.file
    {
      if !Self.isCaseName(item.id) {
        item.place.report(StudyFault.caseName(item.id).description, in: log)
      } else if study.design.kind != .cases, item.id.count > 5,
        item.id.allSatisfy({ $0.isASCII && $0.isNumber })
      {
        item.place.report(
          "'\(item.id)' may be the number of a case of the design", hint: "give the case a word for a name",
          in: log)
      } else if !seen.insert(item.id).inserted {
        item.place.report(
          item.id == StudyCases.baseID && study.includesBase
            ? "'base' is the name of the unchanged base" : "another case is called '\(item.id)' already",
          hint: "give each case a name of its own", in: log)
      }
    }
  }

  /// Names of cases become names in tables and on the command line.
  private static func isCaseName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last else { return false }
    return name.utf8.count <= 100 && first != "." && !first.properties.isWhitespace
      && !last.properties.isWhitespace
      && name.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 && $0 != "/" }
  }
}

extension StudyFault {
  /// Name of the factor that is to blame; nil where it is the design.
  var factorName: String? {
    switch self {
    case .repeatedFactor(let name), .path(let name, _), .noLevels(let name), .repeatedLevel(let name, _),
      .valueNotFinite(let name), .valueNotNumber(let name, _, _), .distribution(let name, _),
      .levelsNeeded(let name, _), .domainNeeded(let name, _), .unequalLevels(let name, _, _):
      name
    case .noFactors, .factorName, .noCases, .samples, .tooManyCases, .tooManyDimensions, .caseName,
      .repeatedCase, .unknownFactor:
      nil
    }
  }
}
