// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Sites

/// Reads one attribute of a site that a planner replaces, with the checks that its meaning asks for.
struct SiteAttributeReader {
  var table: ConfigTable

  /// The new value; nil where the attribute is not replaced or the value is wrong.
  func content(of attribute: SiteAttribute) -> SiteValue.Content? {
    let key = attribute.rawValue
    guard let node = table.node(key) else { return nil }
    if let shape = table.shape {
      shape.add(key, .site(attribute.form, unit: attribute.unit))
      shape.note(key) { $0.meaning = attribute.meaning }
      return nil
    }
    let content: SiteValue.Content
    if case .number(let range, let excludesLowest, _, _) = attribute.form {
      let allowed = NumberRange(
        lowest: range.lowerBound, highest: range.upperBound, isAboveLowest: excludesLowest)
      guard let value = table.figure(key, node, unit: attribute.unit, allowed)?.value else { return nil }
      content = .number(value)
    } else {
      guard let text = table.text(key, node) else { return nil }
      content = .text(text)
    }
    guard let fault = attribute.form.fault(in: content, unit: attribute.unit) else { return content }
    table.finding(
      key, node, fault.message, hint: fault.hint, severity: fault.isWarning ? .warning : .error)
    return fault.isWarning ? content : nil
  }
}
