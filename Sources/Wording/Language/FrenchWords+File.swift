// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
import Quantities

extension FrenchWords {
  /// The file of the program, to print and to change.
  package static var text: String { String(decoding: PackageResources.french_toml, as: UTF8.self) }

  /// The words of a file of the same form, which may hold some of the phrases only; whatever cannot be used
  /// is a fault.
  package static func words(of document: [UInt8]) throws(TOMLFailure) -> [String: String] {
    let file = try TOMLValue(document: document)
    var words: [String: String] = [:]
    var faults: [TOMLFault] = []
    func fault(_ place: TextPlace, _ message: String, hint: String = "") {
      faults.append(TOMLFault(kind: .value, place: place, message: message, hint: hint))
    }
    for part in file.members ?? [] {
      guard let entries = part.value.members else {
        fault(part.place, "'\(part.key)' stands in no table", hint: "write it below a header such as [words]")
        continue
      }
      for entry in entries {
        guard all[entry.key] != nil else {
          let near = nearestName(to: entry.key, among: all.keys.sorted())
          fault(
            entry.place, "there is no phrase '\(entry.key)'",
            hint: near.map { "did you mean '\($0)'?" } ?? "arpent report --list-words prints all phrases")
          continue
        }
        guard let text = entry.value.text else {
          fault(entry.value.place, "'\(entry.key)' must be a text in quotes")
          continue
        }
        let (wanted, found) = (holes(entry.key), holes(text))
        guard found.isSubset(of: wanted) else {
          let other = found.subtracting(wanted).sorted().joined(separator: ", ")
          fault(entry.value.place, "'\(entry.key)' has no hole \(other)")
          continue
        }
        words[entry.key] = text
      }
    }
    if !faults.isEmpty { throw TOMLFailure(faults: faults) }
    return words
  }

  /// The holes of a template, such as `{1}`.
  private static func holes(_ template: String) -> Set<String> {
    Set(template.matches(of: /\{\w+\}/).map { String($0.output) })
  }
}
