// SPDX-License-Identifier: GPL-3.0-or-later

/// One figure that a planner can write, with all that is known of it: the key, the unit, what it may be, and
/// where it is kept. Readers, checks, lists, price levels, schemas and documents are functions over lists of
/// fields.
package struct Field<Root>: Sendable {
  /// The key in the table of its set, for example `ups_efficiency`; it ends in the unit where there is one. A
  /// field of a set of sets has a key path, for example `power.typical_kw`.
  package let name: String
  /// Unit of the figure; empty for a ratio.
  package let unit: String
  /// Values that can be used, in `unit`.
  package let range: NumberRange
  /// Whether the value counts things.
  package let isWhole: Bool
  /// Whether there is nothing to use where a planner leaves it out.
  package let isRequired: Bool
  /// Whether the figure moves with the level of prices: money, an exchange rate, a share of a price.
  package let isPrice: Bool
  /// Whether a plan depends on the figure; one that does not only describes.
  package let isDecisive: Bool
  /// What the figure is, as a sentence; empty where its name says it.
  package let meaning: String
  /// Names that it had once, which are refused with a hint.
  package let formerNames: [String]

  private let read: @Sendable (Root) -> Quantity?
  private let write: @Sendable (inout Root, Quantity) -> Void

  /// A figure that is always there.
  ///
  /// - Parameters:
  ///   - required: Whether a planner must state it; a set with defaults has no such field.
  ///   - price: Whether it moves with the level of prices; by its unit where nothing is said.
  package init(
    _ name: String, _ path: any WritableKeyPath<Root, Quantity> & Sendable, unit: String,
    _ range: NumberRange,
    required: Bool = true, whole: Bool = false, price: Bool? = nil, decisive: Bool = true,
    meaning: String = "", formerly: [String] = []
  ) {
    self.init(
      name: name, formerNames: formerly, unit: unit, range: range, isWhole: whole, isRequired: required,
      isPrice: price ?? Self.isMoney(unit), isDecisive: decisive, meaning: meaning,
      read: { $0[keyPath: path] },
      write: { $0[keyPath: path] = $1 })
  }

  /// A figure that may be unknown.
  package init(
    _ name: String, _ path: any WritableKeyPath<Root, Quantity?> & Sendable, unit: String,
    _ range: NumberRange,
    whole: Bool = false, decisive: Bool = true, meaning: String = ""
  ) {
    self.init(
      name: name, formerNames: [], unit: unit, range: range, isWhole: whole, isRequired: false,
      isPrice: Self.isMoney(unit),
      isDecisive: decisive, meaning: meaning, read: { $0[keyPath: path] }, write: { $0[keyPath: path] = $1 })
  }

  private init(
    name: String, formerNames: [String], unit: String, range: NumberRange, isWhole: Bool, isRequired: Bool,
    isPrice: Bool,
    isDecisive: Bool, meaning: String, read: @escaping @Sendable (Root) -> Quantity?,
    write: @escaping @Sendable (inout Root, Quantity) -> Void
  ) {
    self.name = name
    self.formerNames = formerNames
    self.unit = unit
    self.range = range
    self.isWhole = isWhole
    self.isRequired = isRequired
    self.isPrice = isPrice
    self.isDecisive = isDecisive
    self.meaning = meaning
    self.read = read
    self.write = write
  }

  /// Money and exchange rates are recognised by their unit.
  private static func isMoney(_ unit: String) -> Bool { unit.hasPrefix("EUR") || unit.hasPrefix("USD") }

  /// The figure of a set; nil where it is unknown.
  package func figure(of root: Root) -> Quantity? { read(root) }

  /// Replaces the figure of a set.
  package func set(_ figure: Quantity, in root: inout Root) { write(&root, figure) }

  /// The same figure as a field of a set that holds this one, under a table of its own or beside its other
  /// figures.
  package func lifted<Parent>(_ path: any WritableKeyPath<Parent, Root> & Sendable, under table: String = "")
    -> Field<Parent>
  {
    Field<Parent>(
      name: table.isEmpty ? name : "\(table).\(name)", formerNames: formerNames, unit: unit, range: range,
      isWhole: isWhole,
      isRequired: isRequired,
      isPrice: isPrice, isDecisive: isDecisive, meaning: meaning, read: { read($0[keyPath: path]) },
      write: { write(&$0[keyPath: path], $1) })
  }

  /// The same figure as a field of a set that may hold this one under a table.
  package func lifted<Parent>(_ path: any WritableKeyPath<Parent, Root?> & Sendable, under table: String)
    -> Field<Parent>
  {
    Field<Parent>(
      name: "\(table).\(name)", formerNames: formerNames, unit: unit, range: range, isWhole: isWhole,
      isRequired: false,
      isPrice: isPrice, isDecisive: isDecisive, meaning: meaning, read: { $0[keyPath: path].flatMap(read) },
      write: { parent, figure in
        guard var root = parent[keyPath: path] else { return }
        write(&root, figure)
        parent[keyPath: path] = root
      })
  }
}
