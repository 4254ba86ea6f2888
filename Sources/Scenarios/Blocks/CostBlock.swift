// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Quantities

/// `[cost]`: prices of running the plan. The price of buildings, `shell_eur_per_it_mw`, is read with the
/// hardware, whose sizing uses it.
struct CostBlock {
  /// What is stated; figures that are missing or wrong are unstated.
  var stated = CostParameters()
  /// Whether all of it is stated.
  var isComplete: Bool

  init(_ table: ConfigTable) { isComplete = table.read(CostParameters.fields, into: &stated) }
}
