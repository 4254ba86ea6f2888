// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a bill of materials cannot be made.
package enum BillError: Error, Equatable, CustomStringConvertible {
  /// An item is on a line that is paid every year, where nothing is bought.
  case yearlyLine(item: String, line: LedgerLine)

  package var description: String {
    switch self {
    case .yearlyLine(let item, let line):
      "the item '\(item)' is on the line '\(line.rawValue)', which is paid every year; put it on a capital line"
    }
  }
}
