// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension RasterBand {
  /// What the source calls the band, for example a variable's name; `band 2` where it has no name.
  public var label: String {
    guard let handle = try? live(), let name = CStrings.copy(GDALGetDescription(handle)), !name.isEmpty else {
      return "band \(number)"
    }
    return name
  }
}
