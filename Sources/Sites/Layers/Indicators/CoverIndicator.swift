// SPDX-License-Identifier: GPL-3.0-or-later

/// Share and area of a zone that the layer's polygons cover; where they overlap, the ground counts once.
package struct CoverIndicator: IndicatorSettings {
  package static let keyword = "share_covered"

  /// Radius of the zone around the site in km; nil for the site's own polygon.
  package var bufferKm: Double?
  /// Attribute that takes the share, 0 to 1; nil when it is not wanted.
  package var shareAttribute: String?
  /// Attribute that takes the area in ha; nil when it is not wanted.
  package var areaAttribute: String?

  /// Share and area of a zone that the layer's polygons cover.
  package init(bufferKm: Double? = nil, shareAttribute: String? = nil, areaAttribute: String? = nil) {
    self.bufferKm = bufferKm
    self.shareAttribute = shareAttribute
    self.areaAttribute = areaAttribute
  }

  package var outputs: [DerivedAttribute] {
    (shareAttribute.map { [DerivedAttribute($0)] } ?? [])
      + (areaAttribute.map { [DerivedAttribute($0, unit: "ha")] } ?? [])
  }
}
