// SPDX-License-Identifier: GPL-3.0-or-later

extension FrenchWords {
  /// Units and names of goods: words of files that are said in French where they are known.
  static let words: [String: String] = [
    "block": "bloc", "blocks": "blocs", "sites": "sites", "site": "site", "degC": "°C", "m2": "m²",
    "m3": "m³",
    "share of GPUs": "part des GPU", "MW IT": "MW informatiques", "class 1-5": "classe 1-5", "year": "année",
    "EUR": "€", "EUR/MW": "€/MW", "EUR/USD": "€/USD", "GPU": "GPU", "share": "part",
    "appliance": "appareil", "cable": "câble", "feed": "alimentation", "generator": "groupe", "hall": "salle",
    "module": "module", "rack": "baie", "row": "rangée", "server": "serveur", "substation": "poste",
    "switch": "commutateur", "system": "système", "transformer": "transformateur", "unit": "unité",
    "CPU, part of the systems": "CPU, compris dans les systèmes", "GPU system": "système GPU",
    "GPU, part of the systems": "GPU, compris dans les systèmes",
    "adiabatic cooler, liquid loop": "aérorefroidisseur adiabatique, boucle liquide",
    "air handler": "centrale de traitement d’air", "backup generator": "groupe électrogène de secours",
    "chiller with free cooling, air loop": "groupe froid avec free cooling, boucle d’air",
    "coolant distribution unit": "unité de distribution de liquide",
    "core switch, compute": "commutateur de cœur, calcul",
    "core switch, storage and in-band": "commutateur de cœur, stockage et service",
    "distribution transformer": "transformateur de distribution",
    "fibre cable, storage and in-band": "câble optique, stockage et service",
    "fibre cable, up to 50 m": "câble optique, jusqu’à 50 m",
    "fibre cable, up to 500 m": "câble optique, jusqu’à 500 m", "grid connection": "raccordement au réseau",
    "gross floor": "surface de plancher", "high-voltage transformer": "transformateur haute tension",
    "leaf switch, compute": "commutateur d’accès, calcul",
    "leaf switch, storage and in-band": "commutateur d’accès, stockage et service",
    "management server": "serveur de gestion", "module, network card side": "module, côté carte réseau",
    "on-site substation": "poste sur site", "out-of-band switch": "commutateur d’administration",
    "out-of-band switch, in the systems' racks": "commutateur d’administration, dans les baies des systèmes",
    "rack of systems": "baie de systèmes", "row of racks": "rangée de baies",
    "spine switch, compute": "commutateur dorsal, calcul",
    "spine switch, storage and in-band": "commutateur dorsal, stockage et service",
    "storage appliance": "baie de stockage",
    "twin-port module, storage and in-band": "module double, stockage et service",
    "twin-port module, switch side": "module double, côté commutateur", "uninterruptible supply": "onduleur",
    "white space, fitted out": "salle informatique équipée",
  ]
}
