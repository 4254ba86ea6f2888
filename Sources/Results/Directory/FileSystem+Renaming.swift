// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension FileSystem {
  /// Exchanges two names at once, so that nobody ever sees neither; false where the system cannot.
  static func exchange(_ a: String, _ b: String) -> Bool {
    let renameExchange: UInt32 = 2
    return renameat2(a, b, renameExchange) == 0
  }

  /// Gives a file or directory a name that must be free.
  ///
  /// - Throws: `Fault` with `EEXIST` where something has the name; it is left alone.
  static func renameToFree(_ old: String, _ new: String) throws(Fault) {
    let renameNoReplace: UInt32 = 1
    if renameat2(old, new, renameNoReplace) == 0 { return }
    guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { throw Fault(code: errno) }
    // A second name fails where one is taken, on every file system that knows them; directories have but one.
    if link(old, new) == 0 {
      unlink(old)
      return
    }
    if errno == EEXIST { throw Fault(code: errno) }
    var info = stat()
    if lstat(new, &info) == 0 { throw Fault(code: EEXIST) }
    try rename(old, to: new)
  }

  /// The call as glibc has it, looked up by name: it is declared for C sources alone that ask for GNU
  /// extensions.
  private static func renameat2(_ old: String, _ new: String, _ flags: UInt32) -> Int32 {
    typealias Renameat2 =
      @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    guard let symbol = dlsym(nil, "renameat2") else {
      errno = ENOSYS
      return -1
    }
    return unsafeBitCast(symbol, to: Renameat2.self)(AT_FDCWD, old, AT_FDCWD, new, flags)
  }
}
