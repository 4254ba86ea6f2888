// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

extension RuleKind {
  static let euControlled = RuleKind(
    "eu_controlled_share", "GPUs under EU control", inequality: .siteShare
  ) { "a share of \($0.then) of the GPUs under EU control instead of \($0.now)" }
  static let nonEUOwner = RuleKind(
    "non_eu_owner_share", "GPUs on sites with a non-EU owner", inequality: .siteShare
  ) { "a share of \($0.then) of the GPUs on sites with a non-EU owner instead of \($0.now)" }
  static let secNumCloudClass = RuleKind(
    "secnumcloud_class_share", "GPUs on SecNumCloud-class sites", inequality: .siteShare
  ) { "a share of \($0.then) of the GPUs on SecNumCloud-class sites instead of \($0.now)" }
}

/// Shares of the GPUs in service by the countries of owners and operators.
struct OwnershipRules: PlanningRule {
  var kinds: [RuleKind] { [.euControlled, .nonEUOwner, .secNumCloudClass] }

  func rules(in problem: SitingProblem) -> [LinearRule] {
    func shares(
      _ kind: RuleKind, _ key: String, _ share: Double?, isLeast: Bool,
      where include: (CandidateSite) -> Bool
    ) -> [LinearRule] {
      guard let share else { return [] }
      let sites = problem.sites(where: include)
      return problem.years.indices.map { t in
        LinearRule(
          kind, year: problem.years[t], unit: "GPU", terms: problem.gpus(on: sites, year: t),
          reference: problem.nationalGPUs(year: t), atLeast: isLeast ? share : nil,
          atMost: isLeast ? nil : share,
          settings: [LimitSetting(["sovereignty", key], form: .share, value: share, highest: 1)],
          relaxationScale: max(1, Double(problem.demandGPUs[t])))
      }
    }
    let stated = problem.sovereignty
    return shares(.euControlled, "eu_controlled_share_min", stated.euControlledShareMin, isLeast: true) {
      $0.isEUControlled
    }
      + shares(.nonEUOwner, "non_eu_owner_share_max", stated.nonEUOwnerShareMax, isLeast: false) {
        $0.hasNonEUOwner
      }
      + shares(
        .secNumCloudClass, "secnumcloud_class_share_min", stated.secNumCloudClassShareMin, isLeast: true
      ) { $0.isSecNumCloudClass }
  }

  func relax(_ relaxation: Relaxation, in problem: inout SitingProblem) {
    switch relaxation.setting.path {
    case ["sovereignty", "eu_controlled_share_min"]:
      problem.sovereignty.euControlledShareMin = relaxation.value
    case ["sovereignty", "non_eu_owner_share_max"]:
      problem.sovereignty.nonEUOwnerShareMax = relaxation.value
    case ["sovereignty", "secnumcloud_class_share_min"]:
      problem.sovereignty.secNumCloudClassShareMin = relaxation.value
    default: break
    }
  }
}
