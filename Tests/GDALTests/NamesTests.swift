// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import GDAL

/// The small text tools behind the messages.
@Suite struct NamesTests {
  @Test(
    arguments: [
      ("", []), ("a = 1", []), ("\"a\" = 1 AND \"b c\" = 'x'", ["a", "b c"]), ("x = 'it''s \"no\" name'", []),
      ("\"with \"\"quotes\"\"\" = 1", ["with \"quotes\""]), ("\"open", []), ("'open \"x\"", []),
    ] as [(String, [String])])
  func quotedNamesAreFound(condition: String, names: [String]) {
    #expect(quotedNames(in: condition) == names)
  }

  @Test(
    arguments: [
      ("valeu", "value"), ("VALUE", "value"), ("nmae", "name"), ("xyz", nil), ("", nil),
      ("powre_mw", "power_mw"),
    ] as [(String, String?)])
  func nearestNames(name: String, expected: String?) {
    #expect(nearestName(to: name, among: ["name", "value", "power_mw"]) == expected)
  }

  @Test func suggestions() {
    #expect(suggestion(for: "xyz", among: [], what: "some") == nil)
    #expect(suggestion(for: "xyz", among: ["a", "b"], what: "there are") == "there are: \"a\", \"b\"")
    let many = (10..<30).map { "n\($0)" }
    #expect(suggestion(for: "zzzzzz", among: many, what: "some")?.hasSuffix("and 8 more") == true)
  }

  @Test(
    arguments: [
      (FieldValue.unset, ""), (.null, ""), (.boolean(true), "true"), (.integer(-5), "-5"),
      (.real(0.1), "0.1"),
      (.text("é"), "é"), (.binary([0, 171]), "00AB"), (.integerList([1, -2]), "[1,-2]"),
      (.realList([0.5, .nan]), "[0.5,null]"),
      (.textList(["a\"b", "c\\\n\u{1}"]), "[\"a\\\"b\",\"c\\\\\\n\\u0001\"]"),
      (.date(CalendarDate(year: 987, month: 6, day: 5)), "0987-06-05"),
      (.time(ClockTime(hour: 1, minute: 2, second: 3.5)), "01:02:03.500"),
      (
        .dateTime(
          CalendarDate(year: 2026, month: 12, day: 31), ClockTime(hour: 23, minute: 0, second: 0),
          .utcOffset(minutes: -210)),
        "2026-12-31T23:00:00-03:30"
      ),
    ] as [(FieldValue, String)])
  func valuesAsText(value: FieldValue, text: String) {
    #expect(value.description == text)
  }

  @Test(
    arguments: [
      (TimeZoneFlag.unknown, 0), (.local, 1), (.utcOffset(minutes: 0), 100), (.utcOffset(minutes: -90), 94),
    ] as [(TimeZoneFlag, Int32)])
  func zonesHaveOGRCodes(zone: TimeZoneFlag, code: Int32) {
    #expect(zone.code == code)
    #expect(TimeZoneFlag(code: code) == zone)
  }
}
