// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any text is a condition on sites, which can be checked and asked, or refused with a place in it.
// sources: Sources/Sites/Conditions/ConditionLexer.swift Sources/Sites/Conditions/ConditionParser.swift
// sources: Sources/Sites/Conditions/SiteCondition.swift Sources/Sites/Conditions/SiteCondition+Check.swift
// sources: Sources/Sites/SiteTable/SiteTable.swift
// sources: Sources/Sites/SiteTable/SiteValue.swift Sources/Sites/SiteTable/SiteAttribute.swift
// sources: Sources/Sites/SiteTable/SiteValueForm.swift Sources/Sites/SiteTable/CountryCodes.swift
// sources: Sources/Sites/Conditions/ScreeningLimit.swift Sources/Sites/Conditions/ScreeningText.swift
// sources: Sources/Clusters/Schedule/ProjectStage.swift Sources/Quantities
// examples: Fuzz/Examples/conditions

private let table: SiteTable? = {
  let place = SiteTable.Position(longitude: 2, latitude: 48)
  guard var table = try? SiteTable(sites: [("a", "A", place), ("b", "B", place)]) else { return nil }
  for (name, content) in [
    ("power_mw_max", SiteValue.Content.number(150)), ("departement_code", .text("59")),
    ("status", .text("candidate")),
  ] {
    let value = SiteValue(content, basis: .published, source: "s")
    try? table.set(SiteTable.Column(name: name, unit: "", values: [value, value]))
  }
  return table
}()

func examine(_ input: [UInt8]) {
  let text = String(decoding: input, as: UTF8.self)
  do throws(SiteCondition.Fault) {
    let condition = try SiteCondition(text)
    guard let table else { fatalError("there is no table") }
    if condition.faults(in: table).isEmpty { _ = condition.rows(in: table) }
  } catch {
    guard error.column >= 1, error.column <= text.unicodeScalars.count + 1, !error.message.isEmpty else {
      fatalError("a fault has no place in the text")
    }
  }
}
