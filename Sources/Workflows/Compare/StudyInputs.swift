// SPDX-License-Identifier: GPL-3.0-or-later

import Reports

/// What the record of a study says of the inputs of its cases.
enum StudyInputs {
  /// What a case was made from.
  ///
  /// - Parameters:
  ///   - document: The file of the case.
  ///   - file: Its path, `cases/KEY.json` in the directory of a study.
  /// - Returns: Nil, since no record of a study holds the effective scenario of each case.
  static func recorded(of document: JSONValue, file: String) -> RecordedInputs? { nil }
}
