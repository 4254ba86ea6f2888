// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata

/// What the program waits for outside itself.
package enum SourceWatch {
  /// How long the oldest reading of a source has been under way; nil when none is.
  package static var longestReading: Duration? { SourceReading.longestUnderway }
}
