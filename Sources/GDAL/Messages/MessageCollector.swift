// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Receives what GDAL says during one call on one thread.
///
/// GDAL's stack of error handlers belongs to the calling thread, so a collector is pushed around every call
/// and popped after it. A handler pushed once, at start, would serve one thread only; the others would print
/// to standard error.
final class MessageCollector {
  /// What was said, in order, without repetitions.
  private(set) var messages: [GDALMessage] = []

  /// Whether any message was a failure.
  private(set) var hasFailure = false

  /// More distinct messages than this are dropped: a damaged file may bring one a feature.
  private static let capacity = 200

  /// Takes note of one message; debug messages (severity 0 and 1) are of no interest to a caller.
  fileprivate func receive(severity: UInt32, code: Int32, text: UnsafePointer<CChar>?) {
    guard let severity = GDALMessage.Severity(rawValue: Int(severity)) else { return }
    if severity >= .failure { hasFailure = true }
    var words = text.map { String(cString: $0) } ?? ""
    while words.last?.isNewline == true { words.removeLast() }
    let message = GDALMessage(severity: severity, code: Int(code), text: words)
    guard messages.count < Self.capacity, !messages.contains(message) else { return }
    messages.append(message)
  }

  /// Runs `body` with this collector receiving all messages of the current thread.
  ///
  /// Calls nest: an inner collector hides the outer one, so what is said inside is known inside only.
  func collecting<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    CPLPushErrorHandlerEx(forwardToCollector, Unmanaged.passUnretained(self).toOpaque())
    CPLErrorReset()
    // The pop must happen on every way out, and the collector must outlive it: GDAL holds an unowned pointer
    // to it.
    defer {
      CPLPopErrorHandler()
      withExtendedLifetime(self) {}
    }
    return try body()
  }
}

/// The handler that C calls; it finds the collector in the user data of the handler stack's top.
private func forwardToCollector(severity: CPLErr, code: Int32, text: UnsafePointer<CChar>?) {
  guard let data = CPLGetErrorHandlerUserData() else { return }
  Unmanaged<MessageCollector>.fromOpaque(data).takeUnretainedValue()
    .receive(severity: severity.rawValue, code: code, text: text)
}
