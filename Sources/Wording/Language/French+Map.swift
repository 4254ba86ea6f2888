// SPDX-License-Identifier: GPL-3.0-or-later

extension FrenchWords {
  /// The map, still and moving, and what scripts say.
  package static let map: [String: String] = [
    "Map of the candidate sites": "Carte des sites candidats",
    "Discs: chosen sites, area in proportion to GPUs at the end of the horizon, numbered as in the tables, with a dashed straight line to their substation. Rings: sites that could have been chosen. Crosses: sites left out before the choice. Lambert-93.":
      "Disques : sites retenus, de surface proportionnelle aux GPU à la fin de l’horizon, numérotés comme dans les tableaux, reliés à leur poste par un trait droit pointillé. Cercles : sites qui auraient pu être retenus. Croix : sites écartés avant le choix. Lambert-93.",
    "{1} Outside this map: {2} sites.": "{1} Hors de cette carte : {2} sites.",
    "{1} Outside this map: {2}.": "{1} Hors de cette carte : {2}.",
    "{1}. {2}, {3}: {4} GPUs": "{1}. {2}, {3} : {4} GPU",
    "No site is chosen. {1} more could have been chosen and {2} were left out.":
      "Aucun site n’est retenu. Auraient pu l’être : {1} ; écartés : {2}.",
    "Chosen: {1}. {2} more could have been chosen and {3} were left out.":
      "Retenus : {1}. Auraient pu l’être : {2} ; écartés : {3}.",
    "{1}: {2} GPUs, {3} MW IT": "{1} : {2} GPU, {3} MW informatiques",
    "Status": "Statut", "Sovereignty": "Souveraineté", "Basis of the figures": "Origine des chiffres",
    "other or unknown control": "autre contrôle ou inconnu",
    "not classed": "non classé", "not examined": "non examiné",
    "Play": "Lire", "Pause": "Pause", "Colour by": "Colorer selon", "Find a site": "Chercher un site",
    "Close": "Fermer", "Zoom in": "Agrandir", "Zoom out": "Réduire", "Whole map": "Carte entière",
    "Site sheet": "Fiche du site", "Legend": "Légende",
    "Interactive map of the sites": "Carte interactive des sites",
    "{year}: {gpus} GPUs and {mw} MW of grid power on {sites} sites":
      "{year} : {gpus} GPU et {mw} MW soutirés au réseau sur {sites} sites",
    "{gpus} GPUs, {mw} MW": "{gpus} GPU, {mw} MW", "not yet in service": "pas encore en service",
    "No site has this name": "Aucun site ne porte ce nom", "{n} sites": "{n} sites",
    "1 site": "1 site",
    "{year}: {gpus} GPUs and {mw} MW of grid power on one site":
      "{year} : {gpus} GPU et {mw} MW soutirés au réseau sur un site",
    "Filter the rows": "Filtrer les lignes", "{n} of {all} rows": "{n} lignes sur {all}",
    "Sort by {column}": "Trier par {column}",
  ]
}
