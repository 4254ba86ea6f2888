// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The limit that the shell or a batch system sets on the size of files. Libraries that write for Arpent do
/// not say that they ran into it.
package enum FileSizeLimit {
  /// What to do where a file could not be written and there is a limit; nil where there is none.
  package static var cure: String? {
    var limit = rlimit()
    guard getrlimit(.init(RLIMIT_FSIZE.rawValue), &limit) == 0, limit.rlim_cur != rlim_t.max
    else { return nil }
    return
      "files may be \(limit.rlim_cur) bytes long at most here: raise the limit on the size of files (ulimit -f)"
  }
}
