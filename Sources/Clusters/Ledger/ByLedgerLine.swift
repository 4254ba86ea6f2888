// SPDX-License-Identifier: GPL-3.0-or-later

/// One value for each line of a ledger.
package struct ByLedgerLine<Value: Sendable>: Sendable {
  package var systems: Value
  package var network: Value
  package var storage: Value
  package var building: Value
  package var electrical: Value
  package var cooling: Value
  package var connection: Value
  package var land: Value
  package var energy: Value
  package var fixedOM: Value
  package var refresh: Value

  /// The same value on every line.
  init(all value: Value) {
    systems = value
    network = value
    storage = value
    building = value
    electrical = value
    cooling = value
    connection = value
    land = value
    energy = value
    fixedOM = value
    refresh = value
  }

  /// The value of a line.
  package internal(set) subscript(line: LedgerLine) -> Value {
    get {
      switch line {
      case .systems: systems
      case .network: network
      case .storage: storage
      case .building: building
      case .electrical: electrical
      case .cooling: cooling
      case .connection: connection
      case .land: land
      case .energy: energy
      case .fixedOM: fixedOM
      case .refresh: refresh
      }
    }
    set {
      switch line {
      case .systems: systems = newValue
      case .network: network = newValue
      case .storage: storage = newValue
      case .building: building = newValue
      case .electrical: electrical = newValue
      case .cooling: cooling = newValue
      case .connection: connection = newValue
      case .land: land = newValue
      case .energy: energy = newValue
      case .fixedOM: fixedOM = newValue
      case .refresh: refresh = newValue
      }
    }
  }
}

extension ByLedgerLine: Equatable where Value: Equatable {}
extension ByLedgerLine: Encodable where Value: Encodable {}
extension ByLedgerLine: Decodable where Value: Decodable {}
