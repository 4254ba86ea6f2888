// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// The GLPK library found at run time.
public enum Library {
  /// Version, for example `5.0`.
  public static var version: String { String(cString: glp_version()) }

  /// How GLPK keeps its environment apart for each thread, for example `_Thread_local`; nil when it does not.
  public static var threadLocalStorage: String? { glp_config("TLS").map { String(cString: $0) } }

  /// Checks that this library is one the wrapper can promise something about.
  ///
  /// - Throws: ``GLPKError/unusableLibrary(reason:)`` when the major version is below 5, whose routines and
  ///   parameter structures differ, or when the library was built without thread-local storage.
  public static func requireUsable() throws {
    let found = version
    let major = found.prefix { $0.isNumber }
    guard let number = Int(major), number >= 5 else {
      throw GLPKError.unusableLibrary(reason: "version \(found) was found, version 5.0 or later is needed")
    }
    guard threadLocalStorage != nil else {
      throw GLPKError.unusableLibrary(
        reason: "version \(found) was built without thread-local storage; build it with --enable-tls")
    }
  }
}
