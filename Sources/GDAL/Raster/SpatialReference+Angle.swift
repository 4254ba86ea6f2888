// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

extension SpatialReference {
  /// The angle in radians that one unit of the coordinates stands for (0.01745... for degrees); nil unless
  /// the system is geographic.
  public var radiansPerUnit: Double? { isGeographic ? OSRGetAngularUnits(handle, nil) : nil }
}
