// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization
package import Planning
package import PlanningModel
import Quantities
package import Results
package import Sites
package import Wording

/// `report.html`: the plan as one page that works offline, on paper and with a screen reader. It loads
/// nothing. Where scripts run, its map moves and its tables sort; without them it says the same.
package struct ReportPage {
  var plan: Plan
  var problem: SitingProblem
  var table: SiteTable
  var layers: [LayerReport]
  var context: ReportContext
  var language = Language.english
  /// How the search went; nil where it was not watched.
  var search: SearchTrace?

  /// The page of a plan.
  package init(
    plan: Plan, problem: SitingProblem, table: SiteTable, layers: [LayerReport], context: ReportContext,
    language: Language = .english, search: SearchTrace? = nil
  ) {
    self.plan = plan
    self.problem = problem
    self.table = table
    self.layers = layers
    self.context = context
    self.language = language
    self.search = search
  }

  /// The text of the file.
  package var text: String { page.source(in: language) }

  /// The page before it is said in a language.
  package var page: Markup {
    let sections = sections
    let shell = PageShell(
      title: "\(plan.name) - Arpent plan", subject: "plan", toolVersion: context.toolVersion,
      language: language, styles: [context.leaflet?.style, .liveStyle].compactMap { $0 },
      scripts: PageShell.scripts(context.leaflet))
    return shell.page(
      header: SummarySection(plan: plan, problem: problem).header,
      navigation: [
        .element(
          "nav", [:], label: "Sections",
          [
            .list(
              sections.map { section in
                .element("a", ["href": "#\(section.0.id)"], [.text(section.0.title)])
              })
          ])
      ], sections: sections.map(\.1))
  }

  /// Sections that this plan has, in order.
  private var sections: [(PageSection, Markup)] {
    let sheets = SheetsSection(plan: plan, table: table)
    let withSheet = Set(sheets.shownSites)
    var all: [(PageSection, [Markup])] = []
    if plan.status == .infeasible { all.append((.explanation, ExplanationSection(plan: plan).content)) }
    all.append((.map, map(sheets: withSheet)))
    if !plan.chosen.isEmpty {
      all.append((.chosen, ChosenSection(plan: plan).content))
      all.append((.years, YearsSection(plan: plan, problem: problem).content))
      all.append((.costs, CostsSection(plan: plan).content))
      all.append((.capacity, CapacitySection(plan: plan, problem: problem).content))
      all.append((.designs, DesignsSection(plan: plan).content))
    }
    if !plan.activities.isEmpty { all.append((.rules, RulesSection(plan: plan).content)) }
    if let search, !search.entries.isEmpty {
      all.append((.search, SearchSection(plan: plan, trace: search).content))
    }
    all.append((.sites, AllSitesSection(plan: plan, sheets: withSheet).content))
    all.append((.sheets, sheets.content))
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

  /// The map that moves, and the still one for paper and for where no script runs.
  private func map(sheets: Set<Int>) -> [Markup] {
    let words = LiveMap.words(in: language)
    guard let picture = SiteMap(plan: plan, context: context).picture else {
      return [.paragraph("No site has a position in metropolitan France, so there is no map."), words]
    }
    let still = Markup.element("div", ["id": "map-still"], [picture.figure])
    guard context.leaflet != nil,
      let live = PlanLiveMap(plan: plan, problem: problem, context: context, sheets: sheets).map
    else { return [still, words] }
    return live.markup(in: language) + [still]
  }
}

/// Sections of the page.
enum PageSection {
  case explanation, map, chosen, years, costs, capacity, designs, rules, search, sites, sheets, assumptions,
    sources,
    limits

  /// Name for links.
  var id: String { "\(self)" }

  /// Heading.
  var title: Phrase {
    switch self {
    case .explanation: "Why there is no plan"
    case .map: "Map"
    case .chosen: "Chosen sites and their clusters"
    case .designs: "What gets built"
    case .years: "Year by year"
    case .costs: "Costs"
    case .capacity: "Where the capacity lies"
    case .rules: "Rules and the room they leave"
    case .search: "How the answer was found"
    case .sites: "All candidate sites: why each is in or out"
    case .sheets: "Site sheets: what each figure rests on"
    case .assumptions: "Assumptions and estimates"
    case .sources: "Sources and versions"
    case .limits: "Limits of this plan"
    }
  }
}
