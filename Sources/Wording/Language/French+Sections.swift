// SPDX-License-Identifier: GPL-3.0-or-later

extension FrenchWords {
  /// Headings, running text and what stands at the head of the page.
  package static let sections: [String: String] = [
    "{1} - Arpent plan": "{1} - plan Arpent",
    "Skip to the {1}": "Aller au contenu ({1})",
    "plan": "plan",
    "Sections": "Rubriques",
    "Made by Arpent {1}. The same inputs give the same page.":
      "Réalisé par Arpent {1}. Les mêmes données donnent la même page.",
    "Why there is no plan": "Pourquoi il n’y a pas de plan",
    "Map": "Carte",
    "Chosen sites and their clusters": "Sites retenus et leurs grappes de calcul",
    "What gets built": "Ce qui sera construit",
    "Year by year": "Année par année",
    "Costs": "Coûts",
    "Where the capacity lies": "Où se trouve la capacité",
    "Rules and the room they leave": "Les règles et la marge qu’elles laissent",
    "How the answer was found": "Comment la réponse a été trouvée",
    "All candidate sites: why each is in or out":
      "Tous les sites candidats : pourquoi chacun est retenu ou non",
    "Site sheets: what each figure rests on": "Fiches des sites : sur quoi repose chaque chiffre",
    "Assumptions and estimates": "Hypothèses et estimations",
    "Sources and versions": "Sources et versions",
    "Limits of this plan": "Limites de ce plan",
    "Proven: no plan that meets all rules is cheaper.":
      "Prouvé : aucun plan conforme à toutes les règles n’est moins cher.",
    "Proven: no plan that meets all rules is better at {1}.":
      "Prouvé : aucun plan conforme à toutes les règles ne fait mieux pour : {1}.",
    "Proven: no plan that meets all rules is cheaper by more than {1} (asked: {2}).":
      "Prouvé : aucun plan conforme à toutes les règles n’est moins cher de plus de {1} (demandé : {2}).",
    "Proven: no plan that meets all rules is better at {1} by more than {2} (asked: {3}).":
      "Prouvé : aucun plan conforme à toutes les règles ne fait mieux de plus de {2} pour : {1} (demandé : {3}).",
    "{1}: the plan meets all rules, and {2}.": "{1} : le plan respecte toutes les règles, et {2}.",
    "Proven: no plan meets all rules. See below which would have to give way.":
      "Prouvé : aucun plan ne respecte toutes les règles. Voir plus bas lesquelles devraient céder.",
    "A limit came before any plan was found ({1}); whether one exists is not known. Give it more time.":
      "Une limite a été atteinte avant qu’un plan soit trouvé ({1}) ; on ignore s’il en existe un. Donner plus de temps.",
    "Taken over from another solver": "Repris d’un autre solveur",
    "The time limit came before the proof": "La limite de temps a été atteinte avant la preuve",
    "The limit on nodes came before the proof": "La limite de nœuds a été atteinte avant la preuve",
    "Interrupted before the proof": "Interrompu avant la preuve",
    "A limit came before the proof ({1})": "Une limite a été atteinte avant la preuve ({1})",
    "one that is up to {1} cheaper may exist": "il peut en exister un jusqu’à {1} moins cher",
    "one that is up to {1} better may exist": "il peut en exister un jusqu’à {1} meilleur",
    "how much cheaper another may be is not known": "on ignore de combien un autre pourrait être moins cher",
    "how much better another may be is not known": "on ignore de combien un autre pourrait être meilleur",
    "{1} (--bound finds a limit to it)": "{1} (--bound en donne une limite)",
    "{1}, then {2}": "{1}, puis {2}",
    "unknown": "inconnu",
    "carbon": "carbone", "discounted cost": "coût actualisé", "arithmetic in service": "calcul en service",
    "GPU-years": "années-GPU", "GPUs in service": "GPU en service", "the number of sites": "nombre de sites",
    "water": "eau", "weighted cost": "coût pondéré",
    "The audit failed: {1} of {2} rules do not hold.":
      "L’audit a échoué : {1} règles sur {2} ne sont pas respectées.",
    "Sites chosen": "Sites retenus",
    "{1} of {2}": "{1} sur {2}",
    "GPUs in {1}": "GPU en {1}",
    "IT power in {1}": "Puissance informatique en {1}",
    "Grid power in {1}": "Puissance soutirée au réseau en {1}",
    "Energy a year": "Énergie par an",
    "Capital spending": "Investissement",
    "All costs, discounted": "Ensemble des coûts, actualisé",
    "GPUs under EU control": "GPU sous contrôle de l’UE", "GPUs in tier {1}": "GPU de niveau « {1} »",
    "{1} GWh": "{1} GWh", "{1} MEUR": "{1} M€", "{1} MW": "{1} MW", "{1} GPUs": "{1} GPU",
    "{1} to {2}": "{1} à {2}",
    "The discounted cost is {1} MEUR, and no plan costs less than {2} MEUR: the difference is {3} MEUR, {4} of the part that decisions can change. Every rule was computed again from the inputs, without the solver: {5} checks, {6} failures.":
      "Le coût actualisé est de {1} M€, et aucun plan ne coûte moins de {2} M€ : l’écart est de {3} M€, soit {4} de la part sur laquelle les décisions peuvent jouer. Chaque règle a été recalculée à partir des données, sans le solveur ; contrôles : {5}, échecs : {6}.",
    "Of several aims, certificate.json can prove a bound for the last one sought alone, {1}, with the others held to what was reached: that those cannot be better rests on the solver's search.":
      "De plusieurs objectifs, certificate.json ne peut prouver une borne que pour le dernier recherché, {1}, les autres étant tenus à ce qui a été atteint : que ceux-ci ne puissent être meilleurs repose sur la recherche du solveur.",
    "Even with every limit of the scenario given up there is no plan: power, land or years of the sites, or what excludes them, stand in the way. See the reasons of the sites below.":
      "Même en abandonnant toutes les limites du scénario, il n’y a pas de plan : la puissance, le foncier ou les années des sites, ou ce qui les exclut, l’empêchent. Voir ci-dessous les raisons des sites.",
    "With these concessions, the fewest found and of those the smallest in proportion to their limits, there would be a plan:":
      "Avec ces concessions, les moins nombreuses trouvées et, parmi elles, les plus petites en proportion de leurs limites, il y aurait un plan :",
    "Or:": "Ou bien :",
    "Published figures stand in a source outside Arpent. Derived ones are computed from published figures or from a map layer by a stated rule. Estimated ones are filled by a written rule or by the planner where no source was found.":
      "Les chiffres publiés figurent dans une source extérieure à Arpent. Les chiffres dérivés sont calculés, par une règle énoncée, à partir de chiffres publiés ou d’une couche cartographique. Les chiffres estimés sont donnés par une règle écrite ou par le planificateur, faute de source. Les sources et les règles sont citées dans leur langue.",
    "The figures of {1} more sites are in plan.json.":
      "Autres sites, dont les chiffres sont dans plan.json : {1}.",
    "{1} more rows are in sites.csv.": "Autres lignes, dans sites.csv : {1}.",
    "{1} candidates: {2} chosen, {3} not chosen, {4} left out before the choice.":
      "Candidats : {1} ; retenus : {2} ; non retenus : {3} ; écartés avant le choix : {4}.",
    "The cluster of each chosen site at the end of the horizon, designed in detail; GPUs, power and land are those of the plan. What has no published source is called an assumption. designs.json holds every number.":
      "La grappe de calcul de chaque site retenu à la fin de l’horizon, conçue en détail ; GPU, puissance et foncier sont ceux du plan. Ce qui n’a pas de source publiée est appelé hypothèse. designs.json contient tous les nombres.",
    "No site has a position in metropolitan France, so there is no map.":
      "Aucun site n’a de position en France métropolitaine : il n’y a donc pas de carte.",
    "What gets built on this site": "Ce qui sera construit sur ce site",
    "Show on the map": "Montrer sur la carte",
    "The French State's list of sites for data centres is not public. The candidates on this page come from public sources named under Sources; they are not the State's list and must not be presented as such.":
      "La liste des sites que l’État réserve aux centres de données n’est pas publique. Les candidats de cette page viennent de sources publiques, nommées sous Sources ; ce n’est pas la liste de l’État et ils ne doivent pas être présentés comme telle.",
    "Most sites publish neither power nor area nor a connection year. What is missing is filled by written rules and marked as estimated; the share of the plan that rests on estimates stands under Assumptions.":
      "La plupart des sites ne publient ni puissance, ni surface, ni année de raccordement. Ce qui manque est complété par des règles écrites et marqué comme estimé ; la part du plan qui repose sur des estimations figure sous Hypothèses.",
    "A connection is priced by its voltage class, the straight distance to a substation and its power. It is no study and no offer of a grid operator, and power flows in the grid are not computed.":
      "Un raccordement est chiffré d’après sa classe de tension, la distance à vol d’oiseau au poste et sa puissance. Ce n’est ni une étude ni une offre d’un gestionnaire de réseau, et les flux dans le réseau ne sont pas calculés.",
    "Ownership and control are read from the countries of the named owners and operators. That is no legal opinion, and a SecNumCloud-class site is one whose shareholding would allow a qualification, not one that has it.":
      "La propriété et le contrôle sont déduits des pays des propriétaires et exploitants nommés. Ce n’est pas un avis juridique, et un site de classe SecNumCloud est un site dont l’actionnariat permettrait une qualification, non un site qualifié.",
    "Costs are the grid connection, systems with network and storage, buildings with their plant, electricity with excise, and fixed O&M. Land, other taxes, finance and subsidies are not counted.":
      "Les coûts comprennent le raccordement, les systèmes avec réseau et stockage, les bâtiments avec leurs équipements, l’électricité avec l’accise, le personnel et la maintenance. Le foncier, les autres taxes, le financement et les aides ne sont pas comptés.",
    "Hardware prices and delivery are assumptions that move fast; the bands under Assumptions say how far.":
      "Les prix et les délais du matériel sont des hypothèses qui changent vite ; les fourchettes sous Hypothèses disent de combien.",
    "Risks such as floods, water stress or opposition play no part in the choice unless the scenario makes a rule of them.":
      "Les risques tels que les inondations, le stress hydrique ou les oppositions ne jouent aucun rôle dans le choix, sauf si le scénario en fait une règle.",
    "Rules on water use one estimated amount per kWh for all sites; the designs compute water month by month from the climate, which usually comes to much less.":
      "Les règles sur l’eau emploient une même quantité estimée par kWh pour tous les sites ; les conceptions calculent l’eau mois par mois selon le climat, ce qui donne d’ordinaire bien moins.",
  ]
}
