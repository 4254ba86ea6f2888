// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The three streams that a program is started with. One that is closed would be taken by the next file that
/// is opened, whose content would then be read as questions or be overwritten by words.
enum StandardStreams {
  /// Whether standard input was open when the program began.
  static let isInputOpen = fcntl(STDIN_FILENO, F_GETFD) >= 0

  /// Takes the place of each closed stream, so that reading or writing it fails as before. Comes before
  /// anything is opened.
  static func claim() {
    _ = isInputOpen
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
      // The lowest free number is the one that is closed; the way it is opened for is the one that nobody
      // uses.
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
