// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

extension PageAsset {
  /// Style of the map that moves and of what tables get by script.
  static let liveStyle = PageAsset(embedded: PackageResources.live_map_css)
  /// What the other scripts of a page share; runs before them.
  package static let kit = PageAsset(embedded: PackageResources.page_kit_js)
  /// Tables that sort and filter.
  package static let tables = PageAsset(embedded: PackageResources.sortable_js)
  /// The map that moves, after the map library, in the order in which its parts need each other.
  static let liveMap: [PageAsset] = [
    PackageResources.map_data_js, PackageResources.map_layers_js, PackageResources.map_canvas_js,
    PackageResources.map_markers_js, PackageResources.map_labels_js, PackageResources.map_controls_js,
    PackageResources.map_find_js, PackageResources.map_sheet_js, PackageResources.live_map_js,
  ].map { PageAsset(embedded: $0) }
}
