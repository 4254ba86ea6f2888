// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Wording

/// What a reader must not take from the page.
enum LimitsSection {
  /// The sentence that goes wherever the list of sites is shown.
  static let notTheStatesList: Phrase =
    "The French State's list of sites for data centres is not public. The candidates on this page come from public "
    + "sources named under Sources; they are not the State's list and must not be presented as such."

  static var content: [Markup] {
    [
      .list(
        [
          notTheStatesList,
          "Most sites publish neither power nor area nor a connection year. What is missing is filled by written rules and marked "
            + "as estimated; the share of the plan that rests on estimates stands under Assumptions.",
          "A connection is priced by its voltage class, the straight distance to a substation and its power. It is no study and no "
            + "offer of a grid operator, and power flows in the grid are not computed.",
          "Ownership and control are read from the countries of the named owners and operators. That is no legal opinion, and a "
            + "SecNumCloud-class site is one whose shareholding would allow a qualification, not one that has it.",
          "Costs are the grid connection, systems with network and storage, buildings with their plant, electricity with excise, and "
            + "fixed O&M. Land, other taxes, finance and subsidies are not counted.",
          "Hardware prices and delivery are assumptions that move fast; the bands under Assumptions say how far.",
          "Risks such as floods, water stress or opposition play no part in the choice unless the scenario makes a rule of them.",
          "Rules on water use one estimated amount per kWh for all sites; the designs compute water month by month from the climate, "
            + "which usually comes to much less.",
        ].map { (words: Phrase) in .text(words) })
    ]
  }
}
