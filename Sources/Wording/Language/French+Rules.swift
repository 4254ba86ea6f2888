// SPDX-License-Identifier: GPL-3.0-or-later

extension FrenchWords {
  /// Rules, and the concessions that would make a plan possible.
  package static let rules: [String: String] = [
    "One connection a site": "Un raccordement par site",
    "Connection not before its first year": "Raccordement pas avant sa première année",
    "Power of the site and its connection": "Puissance du site et de son raccordement",
    "Land of the site": "Foncier du site",
    "Blocks stay in service": "Les blocs restent en service",
    "National totals": "Totaux nationaux",
    "Smallest campus": "Plus petit campus",
    "GPUs asked for": "GPU demandés",
    "GPUs that can be delivered": "GPU livrables",
    "Free power of the demand zone": "Capacité d’accueil disponible de la zone électrique",
    "GPUs in one region": "GPU dans une même région",
    "Number of sites": "Nombre de sites",
    "Budget": "Budget",
    "Sites decided by the planner": "Sites décidés par le planificateur",
    "Further rules": "Autres règles",
    "Campus for training": "Campus d’entraînement",
    "What was sought before": "Objectif précédent",
    "What a site puts on a substation": "Ce qu'un site tire d'un poste",
    "Strengthening": "Renforcement",
    "Decisions that make sense": "Décisions cohérentes",
    "Carbon of the electricity in a year": "Carbone de l’électricité dans l’année",
    "Carbon of the electricity within the horizon": "Carbone de l’électricité sur l’horizon",
    "Arithmetic asked for": "Calcul demandé",
    "GPUs near the hubs": "GPU près des nœuds d’échange",
    "IT power asked for": "Puissance informatique demandée",
    "IT power with a user for its heat": "Puissance informatique dont la chaleur a preneur",
    "GPUs that remain when a site is lost": "GPU restants à la perte d’un site",
    "GPUs that remain when a substation is lost": "GPU restants à la perte d’un poste",
    "GPUs that remain when a grid zone is lost": "GPU restants à la perte d’une zone électrique",
    "Distance between sites": "Distance entre sites",
    "Sites in one departement": "Sites dans un même département",
    "Rule of the planner's own": "Règle propre au planificateur",
    "Grid power added a year": "Puissance réseau ajoutée par an",
    "Grid power in one region": "Puissance réseau dans une région",
    "An open site holds a block": "Un site ouvert accueille un bloc",
    "Sites that go together or not": "Sites liés ou exclusifs",
    "Grid power added a year on one site": "Puissance réseau ajoutée par an sur un site",
    "Fewest sites": "Nombre minimal de sites",
    "GPUs by sovereignty of their site": "GPU selon la souveraineté de leur site",
    "Free power of the substation": "Capacité d’accueil disponible du poste",
    "Water for cooling": "Eau de refroidissement",
    "{1}{2}": "{1}{2}",
    " in {1}": " en {1}",
    "{1} GPUs{2} instead of the {3} asked for": "{1} GPU{2} au lieu des {3} demandés",
    "{1}: {2} GPUs delivered{3} instead of {4}": "{1} : {2} GPU livrés{3} au lieu de {4}",
    "demand zone {1}: {2} MW free{3} instead of {4} MW":
      "zone électrique {1} : {2} MW libres{3} au lieu de {4} MW",
    "a share of {1} of the GPUs in one region instead of {2}":
      "une part de {1} des GPU dans une même région au lieu de {2}",
    "{1} sites instead of at most {2}": "{1} sites au lieu de {2} au plus",
    "a budget of {1} EUR{2} instead of {3} EUR": "un budget de {1} €{2} au lieu de {3} €",
    "a smallest campus of {1} MW IT instead of {2} MW IT":
      "un plus petit campus de {1} MW informatiques au lieu de {2} MW informatiques",
    "a campus for training of {1} GPUs{2} instead of {3}":
      "un campus d’entraînement de {1} GPU{2} au lieu de {3}",
    "{1}: {2} {3}{4} instead of {5}": "{1} : {2} {3}{4} au lieu de {5}",
    "{1}: the rule left out": "{1} : la règle laissée de côté",
    "{1}, for it cannot be chosen: {2}": "{1}, car il ne peut être choisi : {2}",
    "{1} ({2})": "{1} ({2})",
    "share of MW": "part des MW",
    "The search for these was interrupted: less may do, and there may be other ways.":
      "La recherche a été interrompue : moins peut suffire, et d’autres voies peuvent exister.",
    "The search for them was interrupted: there may be ways out that were not found.":
      "La recherche a été interrompue : des solutions peuvent exister qui n’ont pas été trouvées.",
    "The search for these was cut short by the time limit of {1} s: less may do, and there may be other ways. Raise --time-limit.":
      "La recherche a été arrêtée par la limite de {1} s : moins peut suffire, et d’autres voies peuvent exister. Augmenter --time-limit.",
    "The search for them was cut short by the time limit of {1} s: there may be ways out that were not found. Raise --time-limit.":
      "La recherche a été arrêtée par la limite de {1} s : des solutions peuvent exister qui n’ont pas été trouvées. Augmenter --time-limit.",
    "A search for these was cut short after {1} nodes: less may do, and there may be other ways. Raise it by --set solver.explanation_node_limit={2}.":
      "Une recherche a été arrêtée après {1} nœuds : moins peut suffire, et d’autres voies peuvent exister. L’augmenter par --set solver.explanation_node_limit={2}.",
    "A search for them was cut short after {1} nodes: there may be ways out that were not found. Raise it by --set solver.explanation_node_limit={2}.":
      "Une recherche a été arrêtée après {1} nœuds : des solutions peuvent exister qui n’ont pas été trouvées. L’augmenter par --set solver.explanation_node_limit={2}.",
    "{1}: {2}, as before the change ({3})": "{1} : {2}, comme avant la modification ({3})",
    "{1}: the change left out ({2})": "{1} : sans la modification ({2})",
    "No change of the rules was found with which there is a plan.":
      "Aucun changement des règles n’a été trouvé avec lequel il y a un plan.",
    "{1} left out although the scenario forces it in": "{1} écarté bien que le scénario l’impose",
  ]
}
