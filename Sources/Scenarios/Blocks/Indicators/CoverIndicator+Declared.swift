// SPDX-License-Identifier: GPL-3.0-or-later

import Sites

extension CoverIndicator: DeclaredIndicator {
  static func read(_ table: ConfigTable) -> LayerIndicator? {
    let settings = CoverIndicator(
      bufferKm: table.kilometres("buffer_km"), shareAttribute: table.attribute("share"),
      areaAttribute: table.attribute("area_ha"))
    if table.node("share") == nil, table.node("area_ha") == nil {
      table.noteMissing("share", hint: "or area_ha: 'share_covered' must give a share or an area")
    }
    return settings.outputs.isEmpty ? nil : .cover(settings)
  }
}
