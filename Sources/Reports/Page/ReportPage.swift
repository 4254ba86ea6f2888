// SPDX-License-Identifier: GPL-3.0-or-later

import Siting

/// `report.html`: the plan as one page that works offline, on paper and with a screen reader. It runs no script and loads nothing.
struct ReportPage {
  var plan: Plan
  var problem: SitingProblem
  var table: SiteTable
  var layers: [LayerReport]
  var context: ReportContext

  /// The text of the file.
  var text: String {
    PageShell(title: "\(plan.name) - Arpent plan", subject: "plan", toolVersion: context.toolVersion).text(
      header: SummarySection(plan: plan, problem: problem).header, navigation: [navigation],
      sections: sections.map(\.1))
  }

  private var navigation: Markup {
    .element(
      "nav", ["aria-label": "Sections"],
      [
        .list(
          sections.map { section in
            .element("a", ["href": "#\(section.0.id)"], [.text(section.0.title)])
          })
      ])
  }

  /// Sections that this plan has, in order.
  private var sections: [(PageSection, Markup)] {
    var all: [(PageSection, [Markup])] = []
    if plan.status == .infeasible { all.append((.explanation, ExplanationSection(plan: plan).content)) }
    all.append((.map, [SiteMap(plan: plan, context: context).markup]))
    if !plan.chosen.isEmpty {
      all.append((.chosen, ChosenSection(plan: plan).content))
      all.append((.designs, DesignsSection(plan: plan).content))
      all.append((.years, YearsSection(plan: plan, problem: problem).content))
      all.append((.costs, CostsSection(plan: plan).content))
    }
    if !plan.activities.isEmpty { all.append((.rules, RulesSection(plan: plan).content)) }
    all.append((.sites, AllSitesSection(plan: plan).content))
    if !plan.chosen.isEmpty { all.append((.sheets, SheetsSection(plan: plan, table: table).content)) }
    all.append((.assumptions, AssumptionsSection(plan: plan, context: context).content))
    all.append((.sources, SourcesSection(layers: layers, context: context).content))
    all.append((.limits, LimitsSection.content))
    return all.map { section, content in
      (
        section,
        .element(
          "section", ["id": section.id, "aria-labelledby": "\(section.id)-title"],
          [.element("h2", ["id": "\(section.id)-title"], [.text(section.title)])] + content)
      )
    }
  }
}

/// Sections of the page.
enum PageSection {
  case explanation, map, chosen, designs, years, costs, rules, sites, sheets, assumptions, sources, limits

  /// Name for links.
  var id: String { "\(self)" }

  /// Heading.
  var title: String {
    switch self {
    case .explanation: "Why there is no plan"
    case .map: "Map"
    case .chosen: "Chosen sites and their clusters"
    case .designs: "What gets built"
    case .years: "Year by year"
    case .costs: "Costs"
    case .rules: "Rules and the room they leave"
    case .sites: "All candidate sites"
    case .sheets: "What the chosen sites rest on"
    case .assumptions: "Assumptions and estimates"
    case .sources: "Sources and versions"
    case .limits: "Limits of this plan"
    }
  }
}
