// SPDX-License-Identifier: GPL-3.0-or-later

package import Optimization
import Views

/// How a program that has a terminal words the state of a search.
package enum ProgressWords {
  /// One line: stage, best plan, bound, gap, nodes, time, or as much of it as fits.
  ///
  /// - Parameters:
  ///   - state: The state.
  ///   - seconds: Seconds since the search began.
  ///   - width: Columns of the terminal; nil where the output is none.
  package static func line(_ state: SearchState, seconds: Double, width: Int? = nil) -> String {
    SearchProgressText.line(state, seconds: seconds, width: width)
  }

  /// A line of a terminal cut to its width.
  package static func cut(_ line: String, width: Int) -> String { TextCut.line(line, width: width) }
}
