// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Optimization
import Quantities
import Testing

@testable import SolutionFiles

/// The model of the recorded files, `Recorded/model.mps`, and readers of what solvers wrote for it.
///
/// Made with CBC 2.10.8 (`cbc model.mps solve solu FILE`, with `printingOptions all` for the longer one,
/// `-sec 0` for the stopped one), GLPK 5.0 (`glpsol --freemps model.mps --write FILE`, also with `--nomip`
/// and `--interior`, and `--output` for the report), HiGHS 1.15.1 (`writeSolution` of highspy in styles 0, 1,
/// 2 and 4, also of the relaxation; `highs-1.16` the same with 1.16.0, also in styles 3 and 5, and
/// `highs-old-raw.txt` in style -1) and SCIP 10.0 (`writeBestSol` of PySCIPOpt 6.3.0, also with zeros). The
/// files `-infeasible` are of the same model with -100 on the right of r2_room_LYON_2027;
/// `highs-range-lp.sol` is of an LP file with columns a, b and rows 3 <= a + b <= 8, b <= 2.
enum Samples {
  static let names = ModelNames(
    problem: "tiny",
    columns: [
      "w_LYON_400kV_2027", "w_METZ_225kV_2027", "x_LYON_nvl72_2027", "x_METZ_nvl72_2027", "s_short_2027",
      "d_drift",
    ],
    rows: ["r1_demand_national_2027", "r2_room_LYON_2027", "r3_room_METZ_2027", "r4_balance"])

  /// By hand: one connection at LYON for 30, six blocks for 6.6, d at -7/3 for -0.00233, and the constant
  /// 12.5.
  static let optimum = 30 + 6.6 - 0.007 / 3 + 12.5

  /// Text of a recorded file.
  static func recorded(_ name: String) throws -> String {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Recorded")
    return try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Reads a recorded file.
  static func read(_ name: String) throws -> SolutionFile {
    try SolutionFile(text: recorded(name), file: name, names: names)
  }

  /// Findings for a text, as `line: message (hint)`; empty when it is read.
  static func findings(_ text: String, _ names: ModelNames = names) -> [String] {
    do {
      _ = try SolutionFile(text: text, file: "a.sol", names: names)
      return []
    } catch {
      return error.findings.map { ($0.line.map { "\($0): " } ?? "") + $0.message }
    }
  }

  /// A file `name value` a line with a comment before.
  static func nameValue(_ lines: String...) -> String {
    "# Solution\n" + lines.joined(separator: "\n") + "\n"
  }
}
