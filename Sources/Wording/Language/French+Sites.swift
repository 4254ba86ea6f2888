// SPDX-License-Identifier: GPL-3.0-or-later

extension FrenchWords {
  /// Why sites are in or out, and their attributes.
  package static let sites: [String: String] = [
    "the scenario forces it in": "imposé par le scénario",
    "power from {1} at {2} kV, {3} km from {4}": "puissance dès {1} en {2} kV, à {3} km du poste « {4} »",
    "holds {1} GPUs at {2} EUR each, discounted": "accueille {1} GPU, soit {2} € par GPU (coût actualisé)",
    "every named owner and operator is under EU law":
      "tous les propriétaires et exploitants nommés sont de droit de l’UE",
    "every GPU must stand on a site that counts for '{1}', and it does not count":
      "tous les GPU doivent se trouver sur des sites qui comptent pour « {1} », et il n’en est pas",
    "no GPU may stand on a site that counts for '{1}', and it counts":
      "aucun GPU ne peut se trouver sur un site qui compte pour « {1} », et il en est un",
    "the siting of an earlier plan is kept, and the site is not in it":
      "l’implantation d’un plan antérieur est gardée, et le site n’en fait pas partie",
    "the siting of an earlier plan is kept, and its connection of the site is not offered in time":
      "l’implantation d’un plan antérieur est gardée, et son raccordement du site n’est pas offert à temps",
    "its power, land or zone, or the supply, does not allow one whole block at the end of the horizon":
      "sa puissance, son foncier ou sa zone, ou les livraisons, ne permettent pas un bloc entier à la fin de l’horizon",
    "holds at most {1} MW IT, less than the smallest campus of {2} MW IT":
      "accueille au plus {1} MW informatiques, moins que le plus petit campus de {2} MW informatiques",
    "holds no GPU: its connection costs {1} EUR all the same":
      "n’accueille aucun GPU : son raccordement coûte {1} € quand même",
    "could hold {1} GPUs by the end of {2}, with power from {3}, at about {4} EUR each (filled in {5}, discounted)":
      "pourrait accueillir {1} GPU à la fin de {2}, avec de la puissance dès {3}, à environ {4} € par GPU (rempli en {5}, coût actualisé)",
    "{1}; the dearest chosen site costs {2} EUR each":
      "{1} ; le site retenu le plus cher coûte {2} € par GPU",
    "{1}, so it is no dearer when full: no plan with it was found that costs less as a whole":
      "{1} : rempli, il n’est pas plus cher ; aucun plan avec lui n’a été trouvé qui coûte moins au total",
    "{1}, so it is no dearer when full: cost is not all that was sought":
      "{1} : rempli, il n’est pas plus cher ; le coût n’est pas tout ce qui était recherché",
    "needs about {1} ha at the assumed density and {2} ha are published: its published power shows that it can be built more densely":
      "demande environ {1} ha à la densité supposée pour {2} ha publiés : sa puissance publiée montre qu’on peut y bâtir plus dense",
    "sovereignty tier '{1}' by {2}": "niveau de souveraineté « {1} » d’après {2}",
    "sovereignty tier '{1}' since {2}: {3}": "niveau de souveraineté « {1} » car {2} : {3}",
    "no condition of a tier holds": "aucune condition de niveau n’est remplie",
    "{1}: {2}, {3}": "{1} : {2}, {3}", "{1}: {2}": "{1} : {2}",
    "needed": "nécessaire", "named": "nommé", "left out by the planner": "écarté par le planificateur",
    "a calendar year is needed": "une année est nécessaire", "225 or 400 kV": "225 ou 400 kV",
    "no substation known": "aucun poste connu",
    "no substation of its voltage is known": "aucun poste de sa tension n’est connu",
    "the scenario has no connection of this voltage": "le scénario n’a pas de raccordement de cette tension",
    "{1} kV at {2} km": "{1} kV à {2} km",
    "{1} kV within {2} km": "{1} kV à moins de {2} km", "{1} or {2}": "{1} ou {2}",
    "horizon ends in {1}": "l’horizon s’arrête en {1}", "YEAR:MW;YEAR:MW": "ANNÉE:MW;ANNÉE:MW",
    "excluded where {1}": "écarté où {1}", "{1} kV": "{1} kV", "connection_year": "année de raccordement",
    "grid.connection distance": "distance de raccordement", "power_mw_max": "puissance à terme",
    "power_steps": "puissance par année", "grid_kv": "tension", "sites.force_out": "sites.force_out",
    "In service from": "En service dès", "Capacity of the connection": "Capacité du raccordement",
    "May draw at the meter": "Peut soutirer au compteur",
    "{1} kV to {2}, {3} km": "{1} kV vers le poste « {2} », {3} km",
    "{1} kV, {2} km to {3}": "{1} kV, {2} km vers le poste « {3} »",
    "{1} MW for {2} MEUR, from {3} at the earliest": "{1} MW pour {2} M€, au plus tôt en {3}",
    "Area": "Surface", "What the area is": "Nature de la surface", "Power at first": "Puissance initiale",
    "Power at full build": "Puissance à terme", "What the power is": "Nature de la puissance",
    "Power by year": "Puissance par année", "Voltage of the connection": "Tension du raccordement",
    "Year of the connection": "Année du raccordement", "State of the project": "État du projet",
    "Country of the owner": "Pays du propriétaire", "Operator": "Exploitant",
    "Distance to a 225 kV substation": "Distance à un poste 225 kV", "225 kV substation": "Poste 225 kV",
    "Distance to a 400 kV substation": "Distance à un poste 400 kV", "400 kV substation": "Poste 400 kV",
    "Departement": "Département", "Mean temperature": "Température moyenne",
    "Mean of the daily maxima": "Moyenne des maxima quotidiens",
    "Demand zone of the grid": "Zone électrique",
    "Distance to the demand zone": "Distance à la zone électrique",
    "Power usage effectiveness (PUE)": "Efficacité énergétique (PUE)",
    "Class of free cooling": "Classe de refroidissement naturel",
    "Cost factor of hazards": "Facteur de coût des aléas",
    "Level of water stress": "Niveau de stress hydrique",
  ]
}
