// SPDX-License-Identifier: GPL-3.0-or-later

/// A table while its text is read: headers and dotted keys may come back to it.
///
/// A reference type because headers reach into tables that were begun earlier; it lives within one call.
final class TableBuilder {
  /// How a table came to be, which decides what may still be added to it.
  enum Kind {
    /// Named on the way to a header further down.
    case implied
    /// By a header of its own.
    case header
    /// By a dotted key.
    case dotted
    /// In braces; it is finished at once.
    case braces
  }

  /// What stands under a key.
  enum Entry {
    case value(TOMLValue)
    case table(TableBuilder)
    /// A list of tables made by headers in double brackets.
    case tables(TableList)
  }

  /// A list of tables made by headers.
  final class TableList {
    var tables: [TableBuilder] = []
  }

  private struct Slot {
    var key: String
    var place: TextPlace
    var entry: Entry
  }

  var kind: Kind
  let place: TextPlace
  private var slots: [Slot] = []
  /// Number of each key's slot. Texts that differ in nothing but the code points of the same letters are one
  /// key.
  private var numbers: [String: Int] = [:]

  init(_ kind: Kind, at place: TextPlace) {
    self.kind = kind
    self.place = place
  }

  /// What stands under a key, with the key as it was written and its place.
  func entry(_ key: String) -> (entry: Entry, key: String, place: TextPlace)? {
    numbers[key].map { (slots[$0].entry, slots[$0].key, slots[$0].place) }
  }

  /// Puts something under a key that is not there yet.
  func add(_ key: String, at place: TextPlace, _ entry: Entry) {
    numbers[key] = slots.count
    slots.append(Slot(key: key, place: place, entry: entry))
  }

  /// The finished table.
  func value(source: Range<Int> = 0..<0) -> TOMLValue {
    let members = slots.map { slot in
      let value =
        switch slot.entry {
        case .value(let value): value
        case .table(let table): table.value()
        case .tables(let list):
          TOMLValue(.array(list.tables.map { $0.value() }), at: slot.place, source: 0..<0)
        }
      return TOMLValue.Member(key: slot.key, place: slot.place, value: value)
    }
    return TOMLValue(.table(members), at: place, source: source)
  }
}
