// SPDX-License-Identifier: GPL-3.0-or-later

package import Quantities

/// The time that data stand for, as a layer states it: a year, a month or a day. It ages from its end: a year
/// from its December, a month from its last day.
package struct Vintage: Sendable, Equatable {
  /// The last day it stands for.
  package let end: CalendarDay
  /// Whether it names a day; otherwise a year or a month.
  package let isDay: Bool

  /// Reads `2026`, `2026-07` or `2026-07-14`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count),
      zip(parts, widths).allSatisfy({ part, width in
        part.utf8.count == width && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    let (year, month) = (numbers[0], numbers.count > 1 ? numbers[1] : 12)
    guard (1...12).contains(month) else { return nil }
    let day = numbers.count > 2 ? numbers[2] : CalendarDay.lastDay(ofMonth: month, year: year)
    guard let end = CalendarDay(year: year, month: month, day: day) else { return nil }
    self.end = end
    isDay = numbers.count > 2
  }

  /// When data that should be read again after some months are due for it: at the end of that month, or on
  /// that day.
  package func due(afterMonths months: Int) -> CalendarDay { end.adding(months: months, toMonthEnd: !isDay) }
}

/// Layers that are older than they may be.
package enum LayerAge {
  /// A warning for a layer that should have been read again before today; nil where it need not, or where its
  /// vintage says nothing.
  ///
  /// - Parameters:
  ///   - name: Name under which the layer is declared.
  ///   - vintage: Year, month or day that its data stand for.
  ///   - refreshMonths: Months after which it should be read again; nil when it does not age.
  ///   - today: Day of the run.
  package static func warning(
    name: String, vintage: String, refreshMonths: Int?, today: CalendarDay
  ) -> Finding? {
    guard let refreshMonths, let read = Vintage(vintage) else { return nil }
    let due = read.due(afterMonths: refreshMonths)
    guard due < today else { return nil }
    let when = read.isDay ? "on \(due)" : "in \(due.monthText)"
    return Finding(
      "vintage \(vintage) was due for refresh after \(refreshMonths) month\(refreshMonths == 1 ? "" : "s"), "
        + "\(when); get a newer copy or raise refresh_months", layer: name, severity: .warning)
  }
}

extension LayerReport {
  /// A warning for a layer that should have been read again before today; nil where it need not.
  package func ageWarning(today: CalendarDay) -> Finding? {
    LayerAge.warning(name: name, vintage: vintage, refreshMonths: refreshMonths, today: today)
  }
}
