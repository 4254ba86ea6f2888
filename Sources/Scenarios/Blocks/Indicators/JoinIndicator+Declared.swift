// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

extension JoinIndicator: DeclaredIndicator {
  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let siteKey = table.text("site_key", .required, example: "\"departement_code\"")
    let layerKey = table.text("layer_key", .required, example: "\"code\"")
    let fields = table.mappings("fields", .required)
    guard let siteKey, let layerKey, !fields.isEmpty else { return nil }
    return .join(JoinIndicator(siteKey: siteKey, layerKey: layerKey, fields: fields))
  }
}
