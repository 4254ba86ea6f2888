// SPDX-License-Identifier: GPL-3.0-or-later

import Documents

/// Key paths as they are shown and typed: keys joined by dots, with quotes around keys that need them.
enum ConfigPath {
  /// Keys joined by dots, for example `grid.zone_headroom_mw."Le Havre Port-Jérôme".2027`.
  static func text(_ path: [String]) -> String { path.map(quotedIfNeeded).joined(separator: ".") }

  /// A key as TOML wants it: bare where it may be, otherwise in double quotes.
  static func quotedIfNeeded(_ key: String) -> String { TOMLText.key(key) }
}
