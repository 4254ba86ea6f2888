// SPDX-License-Identifier: GPL-3.0-or-later

import CGEOS

/// A context of the GEOS library: every object belongs to one, and a context belongs to one thread.
public final class GEOSContext {
  let handle: GEOSContextHandle_t
  private let messages = MessageBox()

  /// Where GEOS leaves the words of its last error.
  private final class MessageBox {
    var last = ""
  }

  /// A context that collects error messages instead of printing them.
  ///
  /// - Throws: `GEOSError` when the library gives none.
  public init() throws(GEOSError) {
    guard let handle = GEOS_init_r() else {
      throw GEOSError(function: "GEOS_init_r", message: "the library gave no context")
    }
    self.handle = handle
    // The box outlives every call, since the context is finished before it is released.
    _ = GEOSContext_setErrorMessageHandler_r(
      handle,
      { text, box in
        guard let text, let box else { return }
        Unmanaged<MessageBox>.fromOpaque(box).takeUnretainedValue().last = String(cString: text)
      }, Unmanaged.passUnretained(messages).toOpaque())
  }

  deinit { GEOS_finish_r(handle) }

  /// Version of the loaded library, for example `3.11.1-CAPI-1.17.1`.
  public static var version: String { GEOSversion().map { String(cString: $0) } ?? "" }

  /// Runs a call that answers with nothing on failure.
  func need<Value>(_ function: String, _ body: () -> Value?) throws(GEOSError) -> Value {
    messages.last = ""
    guard let value = body() else { throw error(function) }
    return value
  }

  /// Runs a call that answers 0 for no, 1 for yes and 2 for failure.
  func answer(_ function: String, _ body: () -> CChar) throws(GEOSError) -> Bool {
    messages.last = ""
    switch body() {
    case 0: return false
    case 1: return true
    default: throw error(function)
    }
  }

  /// Runs a call that fills in a number and answers 0 on failure.
  func number(_ function: String, _ body: (UnsafeMutablePointer<Double>) -> Int32) throws(GEOSError) -> Double
  {
    messages.last = ""
    var value = 0.0
    guard body(&value) != 0 else { throw error(function) }
    return value
  }

  private func error(_ function: String) -> GEOSError {
    GEOSError(
      function: function, message: messages.last.isEmpty ? "failed without a message" : messages.last)
  }
}

/// A call to GEOS that failed.
public struct GEOSError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Function of the C library.
  public var function: String
  /// What the library said.
  public var message: String

  public var description: String { "\(message) (\(function))" }
}
