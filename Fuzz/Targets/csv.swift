// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes are a table of cells with places or refused with findings.
// sources: Sources/Scenarios/Study/CSVText.swift Sources/Scenarios/FileAccess
// sources: Sources/Scenarios/Config/ConfigNode.swift Sources/Scenarios/Config/ConfigNode+Elements.swift
// sources: Sources/Scenarios/Config/ConfigPath.swift
// sources: Sources/Scenarios/Config/FindingLog.swift
// sources: Sources/Documents Sources/Quantities
// examples: models/studies geodata/source

func examine(_ input: [UInt8]) {
  let log = FindingLog()
  let rows = CSVText.rows(input, file: "a.csv", log: log)
  for row in rows {
    for cell in row where cell.position.line < 1 || cell.position.column < 1 {
      fatalError("a cell has no place")
    }
  }
}
