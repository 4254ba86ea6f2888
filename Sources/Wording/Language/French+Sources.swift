// SPDX-License-Identifier: GPL-3.0-or-later

extension FrenchWords {
  /// Layers, files and versions.
  package static let sources: [String: String] = [
    "Layers: who made them and what they stand for": "Couches : qui les a faites et ce qu’elles représentent",
    "Layers: what was read; features, or cells of a raster":
      "Couches : ce qui a été lu ; objets, ou cellules d’une grille",
    "Layer": "Couche", "Attribution": "Mention", "Made by": "Producteur", "Address": "Adresse",
    "Licence": "Licence", "Vintage": "Millésime", "Due again after": "À renouveler après",
    "1 month": "1 mois", "{1} months": "{1} mois", "Declared": "Annoncés", "Read": "Lus", "Used": "Utilisés",
    "Without geometry": "Sans géométrie", "Repaired": "Réparés", "Without a value": "Sans valeur",
    "Reference system": "Système de référence", "Measured in": "Mesuré en", "Driver": "Pilote",
    "Files read; the hash tells whether a file is still the one that was used":
      "Fichiers lus ; l’empreinte dit si un fichier est encore celui qui a servi",
    "File": "Fichier", "Role": "Rôle", "SHA-256": "SHA-256", "Versions: {1}.": "Versions : {1}.",
    "Warnings": "Avertissements",
    "The scenario with its base and all overlays in place":
      "Le scénario avec sa base et toutes ses modifications",
    "scenario": "scénario", "input": "donnée", "layer": "couche", "solution": "solution",
  ]
}
