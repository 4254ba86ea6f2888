// SPDX-License-Identifier: GPL-3.0-or-later

extension FrenchWords {
  /// Captions and heads of tables and charts.
  package static let tables: [String: String] = [
    "Chosen sites; numbers as on the map; power and GPUs at the end of the horizon":
      "Sites retenus, numérotés comme sur la carte ; puissance et GPU à la fin de l’horizon",
    "Clusters at the end of the horizon; the notes below say what a figure leaves out":
      "Grappes de calcul à la fin de l’horizon ; les notes ci-dessous disent ce qu’un chiffre laisse de côté",
    "Site": "Site", "Region": "Région", "From": "Dès", "Connection": "Raccordement", "GPUs": "GPU",
    "IT MW": "MW informatiques", "Grid MW": "MW réseau", "May draw, MW": "Plafond, MW", "PUE": "PUE",
    "EU control": "Contrôle UE", "Rests on": "Repose sur", "All": "Total", "Systems": "Systèmes",
    "Units": "Unités", "Racks": "Baies", "Support racks": "Baies de service", "GWh a year": "GWh par an",
    "Heat to liquid, MW": "Chaleur au liquide, MW", "Coolant, l/min": "Liquide, l/min",
    "White space, m2": "Salle, m²", "Land, ha": "Foncier, ha", "FP8 dense, EFLOPS": "FP8 dense, EFLOPS",
    "yes": "oui", "no": "non", "all": "toutes", "all sites": "tous les sites", "-": "-",
    "GPUs in service by year": "GPU en service par année",
    "GPUs in service at the end of each year": "GPU en service à la fin de chaque année",
    "GPUs in service at the end of each year; the mark is the number asked for.":
      "GPU en service à la fin de chaque année ; le trait marque le nombre demandé.",
    "Grid power by year": "Puissance soutirée au réseau par année",
    "Grid power at the end of each year, with cooling and losses: IT power times power usage effectiveness.":
      "Puissance soutirée au réseau à la fin de chaque année, refroidissement et pertes compris : puissance informatique multipliée par le PUE.",
    "Year by year at {1}": "Année par année : {1}", "Year": "Année",
    "Costs of the plan by kind": "Coûts du plan par nature",
    "Undiscounted, over the horizon and the operating years counted; {1} more sites are in costs.csv.":
      "Non actualisés, sur l’horizon et les années d’exploitation comptées ; {1} autres sites sont dans costs.csv.",
    "Undiscounted, over the horizon and the operating years counted.":
      "Non actualisés, sur l’horizon et les années d’exploitation comptées.",
    "Costs in MEUR; discounted costs are what the plan minimises":
      "Coûts en M€ ; le plan minimise les coûts actualisés",
    "Grid connection": "Raccordement au réseau", "Systems, network, storage": "Systèmes, réseau, stockage",
    "Buildings and plant": "Bâtiments et équipements", "Electricity": "Électricité",
    "Fixed O&M": "Exploitation et maintenance fixes",
    "Penalties of priced rules": "Pénalités des règles souples",
    "All, discounted": "Total actualisé",
    "GPUs by region and sovereignty": "GPU par région et souveraineté",
    "GPUs at the end of the horizon by region, split by who controls their site.":
      "GPU à la fin de l’horizon par région, répartis selon qui contrôle le site.",
    "no region": "sans région",
    "Grid power used": "Puissance du réseau utilisée",
    "Share of the power that a site, its connection, a substation or a demand zone allows, which the plan draws at the end of the horizon; the mark is all of it.":
      "Part, soutirée par le plan à la fin de l’horizon, de la puissance que permet un site, son raccordement, un poste ou une zone électrique ; le trait en marque la totalité.",
    "substation {1}": "poste {1}", "region {1}": "région {1}", "zone {1}": "zone {1}",
    "{1} of {2} MW ({3})": "{1} sur {2} MW ({3})",
    "What the chosen capacity rests on": "Sur quoi repose la capacité retenue",
    "Share of the GPUs at the end of the horizon by the weakest figure (power, area, year, owner) of their site.":
      "Part des GPU à la fin de l’horizon selon le chiffre le plus faible (puissance, surface, année, propriétaire) de leur site.",
    "Rules with their limits; a binding rule leaves no room":
      "Les règles et leurs limites ; une règle saturée ne laisse aucune marge",
    "Rule": "Règle", "Where": "Où", "Comes to": "Vaut", "At least": "Au moins", "At most": "Au plus",
    "Room": "Marge", "Unit": "Unité", "State": "État", "broken": "enfreinte", "binding": "saturée",
    "has room": "a de la marge",
    "{1} rules that hold and come to zero are in constraints.csv only.":
      "{1} règles respectées et nulles ne figurent que dans constraints.csv.",
    "All {1} rules stand in constraints.csv; of many of a kind the tightest is shown.":
      "Les {1} règles figurent toutes dans constraints.csv ; parmi beaucoup de semblables, la plus serrée est montrée.",
    "(tightest of {1})": "(la plus serrée de {1})",
    "Rules that would have to give way together": "Règles qui devraient céder ensemble",
    "Limit now": "Limite actuelle", "Needed": "Nécessaire",
    "Candidate sites: chosen first, then those that could have been, then those left out":
      "Sites candidats : d’abord les retenus, puis ceux qui auraient pu l’être, puis les écartés",
    "Verdict": "Verdict", "Why": "Motif", "chosen": "retenu", "not chosen": "non retenu",
    "left out": "écarté",
    "Figures behind {1}": "Chiffres de : {1}", "Figure": "Chiffre", "Value": "Valeur", "Basis": "Origine",
    "Band": "Fourchette", "Source or rule": "Source ou règle", "missing": "manquant",
    "Figures that the plan sets or assumes": "Chiffres que le plan fixe ou suppose",
    "Source": "Source", "published": "publié", "derived": "dérivé", "estimated": "estimé",
    "assumption": "hypothèse",
    "How the gap closed": "Comment l’écart s’est refermé", "seconds": "secondes",
    "simplex iterations": "itérations du simplexe", "best plan": "meilleur plan", "bound": "borne",
    "The best plan so far and the bound that no plan beats, by the seconds of the run that found the plan.":
      "Le meilleur plan trouvé et la borne qu’aucun plan ne dépasse, selon les secondes du calcul qui a trouvé le plan.",
    "The best plan so far and the bound that no plan beats. Work is counted, not timed, so that the page is the same for the same inputs.":
      "Le meilleur plan trouvé et la borne qu’aucun plan ne dépasse. Le travail est compté, non chronométré, pour que la page soit la même avec les mêmes données.",
    "States of the search: amounts in the unit of the goal, money in MEUR":
      "États de la recherche : montants dans l’unité de l’objectif, argent en M€",
    "The first step settled the question, so there is no gap to draw.":
      "La première étape a réglé la question : il n’y a pas d’écart à tracer.",
    "States of the search": "États de la recherche", "Stage": "Étape", "Goal": "Objectif",
    "Best plan": "Meilleur plan", "Bound": "Borne", "Gap": "Écart",
    "Nodes": "Nœuds", "Iterations": "Itérations", "MEUR": "M€",
    "root relaxation": "relaxation à la racine", "dive": "plongée",
    "neighbourhood search": "recherche de voisinage",
    "sifting": "criblage", "master search": "problème maître",
    "why there is no plan": "pourquoi il n’y a pas de plan", "branch and bound": "séparation et évaluation",
    "end": "fin",
  ]
}
