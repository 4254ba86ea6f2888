// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension FrenchWords {
  /// What gets built.
  package static let design: [String: String] = [
    "What gets built at {1}": "Ce qui sera construit : {1}",
    "Part": "Partie", "Design": "Conception", "Compute fabric": "Réseau de calcul",
    "Network and storage": "Réseau et stockage", "MW provisioned": "MW installés",
    "Transformers": "Transformateurs",
    "UPS and generators": "Onduleurs et groupes électrogènes", "Unused power": "Puissance inutilisée",
    "Cooling": "Refroidissement", "Water": "Eau", "Heat to give away": "Chaleur à céder", "Space": "Espace",
    "Time from the decision": "Délai depuis la décision", "Capital": "Capital", "GPU-hour": "Heure-GPU",
    "Carbon": "Carbone",
    "{1} {2}": "{1} {2}", "{1} in {2} systems, {3}": "{1} dans {2} systèmes, {3}",
    "none stated for a product": "aucun n’est indiqué pour un produit", "{1}, {2} tiers": "{1}, {2} étages",
    "{1} switches ({2}), {3} cables": "{1} commutateurs ({2}), {3} câbles", "1 pod, {1}": "1 îlot, {1}",
    "{1} pods, {2}": "{1} îlots, {2}",
    "{1} counted with the fabric, {2} in the plan; {3} PB of storage":
      "{1} comptés avec le réseau de calcul, {2} dans le plan ; {3} Po de stockage",
    "{1} x {2} MVA at 225 kV, {3} x {4} MVA to low voltage":
      "{1} × {2} MVA en 225 kV, {3} × {4} MVA vers la basse tension",
    "{1} x {2} MVA at 400 kV, {3}": "{1} × {2} MVA en 400 kV, {3}",
    "{1} UPS modules of {2} MW ({3}), {4} generators":
      "{1} modules d’onduleur de {2} MW ({3}), {4} groupes électrogènes",
    "{1} of a connection of {2}": "{1} sur un raccordement de {2}",
    "{1} {2} by {3} {4}": "{1} {2} par {3} {4}",
    "{1} m3 a year, {2} l/kWh; PUE {3}": "{1} m³ par an, {2} l/kWh ; PUE {3}",
    "{1} on average at {2} C, {3} GWh a year usable": "{1} en moyenne à {2} °C, {3} GWh par an valorisables",
    "{1} m2 of white space, {2} ha": "{1} m² de salle, {2} ha",
    "first systems after {1} years, all after {2}; {3} takes longest":
      "premiers systèmes après {1} ans, tous après {2} ; le plus long : {3}",
    "{1}; to run within {2}, decided in {3} at the latest":
      "{1} ; pour une mise en service en {2}, décision en {3} au plus tard",
    "EUR {1} M ({2} to {3}), with land, which the plan does not count":
      "{1} M€ ({2} à {3}), foncier compris, que le plan ne compte pas",
    "EUR {1} ({2} to {3}) at {4} utilisation": "{1} € ({2} à {3}) à {4} d’utilisation",
    "{1} t CO2e to make, {2} t a year of electricity":
      "{1} t CO₂e à la fabrication, {2} t par an pour l’électricité",
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
    "PUE and water by month": "PUE et eau par mois",
    "The year at {1}, at average load; the months follow from the mean temperature of the site":
      "L’année à {1}, à charge moyenne ; les mois découlent de la température moyenne du site",
    "Month": "Mois", "Outside, C": "Extérieur, °C", "WUE, l/kWh": "WUE, l/kWh", "Energy, GWh": "Énergie, GWh",
    "Water, m3": "Eau, m³", "January": "janvier", "February": "février", "March": "mars", "April": "avril",
    "May": "mai", "June": "juin", "July": "juillet", "August": "août", "September": "septembre",
    "October": "octobre", "November": "novembre", "December": "décembre",
    "Money by line": "Montants par poste",
    "Money at {1}, EUR M; energy, staff and refresh are a year":
      "Montants à {1}, M€ ; énergie, personnel et renouvellement sont annuels",
    "Line": "Poste", "Low": "Bas", "Mid": "Moyen", "High": "Haut", "spent once": "dépensé une fois",
    "{1}, a year": "{1}, par an", "systems": "systèmes", "network": "réseau", "storage": "stockage",
    "building": "bâtiment", "electrical": "électricité (équipements)", "cooling": "refroidissement",
    "connection": "raccordement", "land": "foncier", "energy": "énergie", "staff": "personnel",
    "refresh": "renouvellement", "Bill of materials": "Nomenclature",
    "Bill of materials at {1}; money is a part of the budget of its line, not a quote, except for the systems":
      "Nomenclature de {1} ; les montants sont une part du budget de leur poste, non un devis, sauf pour les systèmes",
    "Item": "Article", "Model": "Modèle", "Quantity": "Quantité", "EUR M, mid": "M€, moyen",
    "Quantity rests on": "La quantité repose sur", "Money rests on": "Le montant repose sur",
    "included": "compris", "Notes on the design": "Notes sur la conception (en anglais)",
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
