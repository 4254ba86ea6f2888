// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// An amount for each calendar year, in ascending order.
package struct ByYear<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The years.
  package var years: [Int]
  /// One amount a year.
  package var values: [Value]

  init(_ years: [Int] = [], _ values: [Value] = []) {
    self.years = Array(years.prefix(values.count))
    self.values = Array(values.prefix(years.count))
  }

  /// The amount of a year, or of the last one where none is named; nil where there is none.
  package subscript(year: Int?) -> Value? {
    guard let year else { return values.last }
    return years.firstIndex(of: year).flatMap { $0 < values.count ? values[$0] : nil }
  }
}

extension FileForm {
  /// An object with a member for each calendar year.
  static func byYear<Amount>(_ form: FileForm<Amount>) -> Self where Value == ByYear<Amount> {
    Self(
      write: { amounts in
        .object(zip(amounts.years, amounts.values).map { JSONValue.Member(String($0), form.write($1)) })
      },
      read: { value, path, faults in
        guard let members = value.members else {
          return faults.refuse(value, at: path, needed: "an object with a member a year")
        }
        var read = ByYear<Amount>()
        for member in members {
          let place = "\(path).\(member.name)"
          guard let year = Int(member.name), FileLimits.years.contains(year), String(year) == member.name
          else {
            faults.report(place, "the name of a calendar year is needed")
            continue
          }
          guard let amount = form.read(member.value, place, &faults) else { continue }
          read.years.append(year)
          read.values.append(amount)
        }
        return read
      })
  }
}
