// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension FrenchWords {
  /// What gets built.
  package static let design: [String: String] = [
    "What gets built at {1}": "Ce qui sera construit : {1}", "Part": "Partie", "Design": "Conception",
    "{1} {2}": "{1} {2}", "{1} ({2} to {3})": "{1} ({2} à {3})",
    "IT power": "puissance informatique", "switch of the compute fabric": "commutateur du réseau de calcul",
    "tiers of the compute fabric": "étages du réseau de calcul",
    "switches of the compute fabric": "commutateurs du réseau de calcul",
    "cables of the compute fabric": "câbles du réseau de calcul", "usable storage": "stockage utile",
    "network and storage with the fabric, counted": "réseaux et stockage avec le réseau de calcul, comptés",
    "the same in the sizing": "les mêmes dans le dimensionnement",
    "power at the meter": "puissance au compteur",
    "Power by stage": "Puissance par étage", "MW at": "MW", "provisioned": "installés",
    "average": "en moyenne",
    "adds": "ajoute", "UPS modules": "modules d’onduleur", "backup generators": "groupes électrogènes",
    "voltage of the connection": "tension du raccordement",
    "high-voltage transformers, 225 kV": "transformateurs haute tension, 225 kV",
    "rating of a high-voltage transformer": "puissance d’un transformateur haute tension",
    "main transformers, 400/225 kV, one spare": "transformateurs principaux, 400/225 kV, dont un en réserve",
    "rating of a main transformer": "puissance d’un transformateur principal",
    "distribution transformers": "transformateurs de distribution",
    "rating of a distribution transformer": "puissance d’un transformateur de distribution",
    "power of the connection": "puissance du raccordement",
    "unused power of the connection": "puissance inutilisée du raccordement",
    "PUE of the year": "PUE de l’année",
    "heat to {1}": "chaleur vers : {1}", "heat to {1} leaves by": "chaleur vers : {1}, évacuée par",
    "heat to {1}: outdoor units, built": "chaleur vers : {1}, unités extérieures construites",
    "liquid": "liquide", "air": "air",
    "racks (IT)": "baies (informatique)", "low-voltage distribution": "distribution basse tension",
    "uninterruptible supplies (UPS)": "onduleurs",
    "low voltage with cooling and other needs": "basse tension avec refroidissement et auxiliaires",
    "medium voltage": "moyenne tension", "meter": "compteur",
    "dry coolers": "aérorefroidisseurs secs", "adiabatic coolers": "aérorefroidisseurs adiabatiques",
    "cooling towers": "tours de refroidissement",
    "chillers with free cooling": "groupes froids avec free cooling",
    "the grid connection": "le raccordement au réseau",
    "the delivery of the high-voltage transformers": "la livraison des transformateurs haute tension",
    "the permit and construction of the building": "le permis et la construction du bâtiment",
    "PUE and water by month, at average load": "PUE et eau par mois, à charge moyenne",
    "month": "mois", "outside C": "extérieur, °C", "WUE l/kWh": "WUE, l/kWh",
    "MWh at the meter": "MWh au compteur", "water, m3": "eau, m³", "January": "janvier",
    "February": "février",
    "March": "mars", "April": "avril", "May": "mai", "June": "juin", "July": "juillet", "August": "août",
    "September": "septembre", "October": "octobre", "November": "novembre", "December": "décembre",
    "WUE of the year": "WUE de l’année",
    "exportable heat, behind the coolant distribution units":
      "chaleur exportable, derrière les unités de distribution de liquide",
    "exportable heat on average": "chaleur exportable en moyenne", "exportable heat": "chaleur exportable",
    "white space": "salles informatiques", "first systems run after": "premiers systèmes en service après",
    "all systems run after": "tous les systèmes en service après", "what takes longest": "le plus long",
    "decision, to run within {1}": "décision, pour une mise en service en {1}",
    "in {1} at the latest": "en {1} au plus tard",
    "spent once, with land, which a plan does not count":
      "dépensé une fois, foncier compris, qu’un plan ne compte pas",
    "utilisation": "utilisation",
    "cost of a used GPU-hour, systems renewed by annuity":
      "coût d’une heure-GPU utilisée, systèmes renouvelés par annuité",
    "carbon of all that is made": "carbone de tout ce qui est fabriqué",
    "carbon of the electricity, a year": "carbone de l’électricité, par an",
    "Money by line, EUR M; energy, fixed O&M and refresh are a year":
      "Montants par poste, M€ ; énergie, exploitation fixe et renouvellement sont annuels",
    "line": "poste", "low": "bas", "mid": "moyen", "high": "haut", "rests on": "repose sur", "rule": "règle",
    "systems": "systèmes", "network": "réseau", "storage": "stockage",
    "building": "bâtiment", "electrical": "électricité (équipements)", "cooling": "refroidissement",
    "connection": "raccordement", "land": "foncier", "energy": "énergie",
    "fixed O&M": "exploitation et maintenance fixes",
    "refresh": "renouvellement",
    "Bill of materials; money is a part of the budget of its line, not a quote, except for the systems":
      "Nomenclature ; les montants sont une part du budget de leur poste, non un devis, sauf pour les systèmes",
    "item": "article", "model": "modèle", "quantity": "quantité", "EUR M, mid": "M€, moyen",
    "money": "montant",
    "quantity rests on": "la quantité repose sur", "money rests on": "le montant repose sur",
    "source or rule": "source ou règle", "price": "prix", "share of the budget": "part du budget",
    "included": "compris", "not itemised": "non détaillé",
    "Notes on the design": "Notes sur la conception (en anglais)",
    "PB": "Po", "C": "°C", "m3 a year": "m³ par an", "MWh a year": "MWh par an", "EUR M": "M€",
    "t CO2e": "t CO₂e",
    "{1} (site {2})": "{1} (site {2})", "{1} (sites {2})": "{1} (sites {2})",
    "{1} is announced and not yet on sale": "{1} est annoncé et pas encore en vente",
    "{1} is cooled by air: no coolant flow and no coolant distribution unit":
      "{1} est refroidi par air : ni débit de liquide ni unité de distribution de liquide",
    "the published power of a unit of {1} leaves only {2} of the systems' power for network and storage; the published figure may be rounded":
      "la puissance publiée d’une unité de {1} ne laisse que {2} de celle des systèmes pour le réseau et le stockage ; le chiffre publié est peut-être arrondi",
    "{1} of {2} is not published, so the total lacks it":
      "{1} de {2} n’est pas publié et manque donc au total",
    "the floor load of {1} counts the systems without the frame of their rack":
      "la charge au sol de {1} compte les systèmes sans le châssis de leur baie",
    "coolant distribution units are counted without a spare":
      "les unités de distribution de liquide sont comptées sans réserve",
    "{1} kW at the meter per GPU is more than the {2} kW up to which announced sites of this kind go":
      "{1} kW au compteur par GPU dépassent les {2} kW des sites annoncés de ce genre",
    "the cluster needs {1} MW at the meter and the connection gives {2} MW":
      "la grappe demande {1} MW au compteur et le raccordement en donne {2}",
    "the cluster needs {1} ha and there are {2} ha": "la grappe demande {1} ha et il y en a {2}",
  ]
}
