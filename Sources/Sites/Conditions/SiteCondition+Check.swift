// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities

extension SiteCondition {
  /// Everything that is wrong with it for a site table: attributes that no site has, and numbers compared to
  /// texts.
  package func faults(in table: SiteTable) -> [String] {
    var faults: [String] = []
    for step in steps {
      switch step {
      case .compare(let attribute, _, let wanted):
        Self.check(attribute, [wanted], in: table, &faults)
      case .isIn(let attribute, let wanted):
        Self.check(attribute, wanted, in: table, &faults)
      case .not, .both, .either: break
      }
    }
    return faults
  }

  /// Names of all attributes that a condition may name, ascending.
  package static func knownAttributes(in table: SiteTable) -> [String] {
    var names = Set(table.columns.map(\.name))
    for attribute in SiteAttribute.allCases { names.insert(attribute.rawValue) }
    names.insert("id")
    return names.sorted()
  }

  /// A fault in words when an attribute is not known; nil when it is.
  package static func unknownAttribute(_ attribute: String, in table: SiteTable) -> String? {
    let known = knownAttributes(in: table)
    if known.contains(attribute) { return nil }
    let near = nearestName(to: attribute, among: known).map { "did you mean '\($0)'?" }
    return
      "there is no site attribute '\(attribute)'; \(near ?? "attributes: \(known.joined(separator: ", "))")"
  }

  private static func check(
    _ attribute: String, _ wanted: [ScreeningLimit.Value], in table: SiteTable, _ faults: inout [String]
  ) {
    if let fault = unknownAttribute(attribute, in: table) {
      if !faults.contains(fault) { faults.append(fault) }
      return
    }
    let (numbers, texts) = kinds(of: attribute, in: table)
    for value in wanted {
      switch value {
      case .number(let number) where texts && !numbers:
        faults.append(
          "\(attribute) holds texts and is compared to the number \(ScreeningText.number(number)); "
            + "write it in single quotes")
      case .text(let text) where numbers && !texts:
        faults.append("\(attribute) holds numbers and is compared to the text '\(text)'; write a number")
      case .number, .text: break
      }
    }
  }

  /// Whether an attribute holds numbers, and whether it holds texts; both false where no site has a value.
  private static func kinds(of attribute: String, in table: SiteTable) -> (numbers: Bool, texts: Bool) {
    if let read = SiteAttribute(rawValue: attribute) { return (read.isNumber, !read.isNumber) }
    if attribute == "id" { return (false, true) }
    var numbers = false
    var texts = false
    for value in table.column(attribute)?.values ?? [] {
      if value.number != nil { numbers = true }
      if value.text != nil { texts = true }
    }
    return (numbers, texts)
  }

  /// What a site has for the attributes of the condition, in words.
  package func valuesInWords(row: Int, in table: SiteTable) -> String {
    attributes.map { attribute in
      let value = Self.value(attribute, row: row, in: table)
      let unit = table.column(attribute)?.unit ?? ""
      if let number = value.number {
        return "\(attribute) = \(ScreeningText.number(number))\(ScreeningText.suffix(unit))"
      }
      return value.text.map { "\(attribute) = '\($0)'" } ?? "\(attribute) not known"
    }
    .joined(separator: ", ")
  }
}
