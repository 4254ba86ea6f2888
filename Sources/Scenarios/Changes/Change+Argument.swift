// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities

extension Change {
  /// Reads a change of the command line: `grid.route_factor=1.3`, `sites.cambrai-*.power_mw_max*=1.2`,
  /// `limits.sites_max=null`. The value is written as in TOML, and a text may do without quotes.
  ///
  /// - Returns: nil when it cannot be read; the fault is in the log.
  init?(argument: String, log: FindingLog) {
    if argument.unicodeScalars.contains("\0") {
      log.add(
        at: ConfigOrigin(overlay: argument), path: [], "holds the character U+0000",
        hint: "take it out: paths and names would end there")
      return nil
    }
    guard let (path, verb, text) = ChangePath.split(argument) else {
      let shown = argument.count > 100 ? argument.prefix(100) + "..." : argument
      let isDeep = argument.utf8.count { $0 == UInt8(ascii: ".") } >= ChangePath.deepest
      log.add(
        at: ConfigOrigin(overlay: shown), path: [],
        "is not of the form path=value" + (isDeep ? " with fewer than \(ChangePath.deepest) keys" : ""),
        hint: "for example --set grid.route_factor=1.3")
      return nil
    }
    let origin = ConfigOrigin(overlay: ChangePath.text(path))
    log.enter(file: origin.file)
    let shown = path.map(\.text)
    guard !text.isEmpty else {
      log.add(at: origin, path: shown, "has no value after '='", hint: "for an empty text write '\"\"'")
      return nil
    }
    if verb == .set, text == "null" {
      self.init(path: path, verb: .delete, value: ConfigNode(.boolean(true), origin: origin))
    } else {
      let isComposed = text.first.map { "[{\"'".contains($0) } ?? false
      var value = ConfigNode(.text(text), origin: origin, bareText: text)
      if let parsed = ConfigParser.value(text, origin: origin) {
        value = parsed
        if !isComposed { value.bareText = text }
      } else if isComposed, let fault = ConfigParser.fault(text) {
        let usual =
          "lists and tables are written as in a file, for example [\"gb200-nvl72\"] or { 2027 = 18000 }"
        log.add(
          at: origin, path: shown, "the value is not TOML: \(fault.message)",
          hint: fault.hint.isEmpty ? usual : fault.hint)
        return nil
      } else if let straight = CurlyQuotes.straightened(text) {
        log.add(
          at: origin, path: shown, "the quotes of the value are curly",
          hint: "use straight quotes: '\(straight)'")
        return nil
      }
      self.init(path: path, verb: verb, value: value)
    }
    guard isAllowed(log: log) else { return nil }
  }

  /// Whether it leaves alone what no change may touch, and has a number where it needs one.
  func isAllowed(log: FindingLog) -> Bool {
    if let first = path.first, ["schema", "extends", "changes"].contains(first.text) {
      finding("cannot be replaced", hint: "write a scenario file of your own instead", in: log)
      return false
    }
    guard verb == .multiply else { return true }
    if let factor = value.number, factor.isFinite { return true }
    finding(
      "must be multiplied by a finite number, found \(value.kind)",
      hint: value.numberHint ?? "to set what '\(pathText)*' matches, leave a space before '='", in: log)
    return false
  }
}
