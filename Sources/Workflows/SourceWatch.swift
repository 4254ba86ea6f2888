// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata

/// What the program waits for outside itself.
public enum SourceWatch {
  /// How long the oldest reading of a source has been under way; nil when none is.
  public static var longestReading: Duration? { SourceReading.longestUnderway }
}
