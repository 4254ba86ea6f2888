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

  /// What the band holds, as the source says: its name, otherwise the colour that it is; empty where it says
  /// neither.
  public var title: String {
    guard let handle = try? live() else { return "" }
    if let name = CStrings.copy(GDALGetDescription(handle)), !name.isEmpty { return name }
    let colour = GDALGetRasterColorInterpretation(handle)
    if colour == GCI_Undefined || colour == GCI_GrayIndex { return "" }
    return CStrings.copy(GDALGetColorInterpretationName(colour)) ?? ""
  }
}
