// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPKGuard

/// One thread's use of GLPK: the C scope behind it, the way its output takes, and the translation of guard
/// statuses to Swift errors. Never leaves the thread; the C side checks that.
final class Scope {
  private(set) var handle: OpaquePointer?
  private let output: (String) -> Void
  private var lines = TerminalLines()
  private var recorded: [String]?
  private var isMuted = false

  init(output: @escaping (String) -> Void) throws {
    self.output = output
    let sink: glpguard_sink = { context, text in
      guard let context, let text else { return }
      Unmanaged<Scope>.fromOpaque(context).takeUnretainedValue().receive(String(cString: text))
    }
    let status = glpguard_open(&handle, sink, Unmanaged.passUnretained(self).toOpaque())
    switch status {
    case GLPGUARD_OK: break
    case GLPGUARD_ALREADY_OPEN: throw GLPKError.environmentAlreadyOpen
    default: throw GLPKError.outOfMemory
    }
  }

  /// Ends the use of GLPK on this thread.
  func close() {
    if let rest = lines.flush() { deliver(rest) }
    glpguard_close(handle)
    handle = nil
  }

  /// Whether a fatal error has ended the use of this scope.
  var isLost: Bool { handle.map { glpguard_is_lost($0) } ?? true }

  /// Runs one guarded call and translates its status.
  ///
  /// - Parameters:
  ///   - routine: Name of the GLPK routine, for messages.
  ///   - call: The guarded call, given the C scope.
  func call(_ routine: String, _ call: (OpaquePointer?) -> glpguard_status) throws {
    guard let handle else { throw GLPKError.environmentLost(cause: "it was closed") }
    switch call(handle) {
    case GLPGUARD_OK: return
    case GLPGUARD_FATAL: throw GLPKFatalError(routine: routine, message: message(of: handle))
    case GLPGUARD_LOST: throw GLPKError.environmentLost(cause: message(of: handle))
    case GLPGUARD_WRONG_THREAD: throw GLPKError.wrongThread
    default: throw GLPKError.outOfMemory
    }
  }

  /// Runs a block and gives back what GLPK had to say meanwhile, without the lines that only tell which file
  /// it opens; they all reach the output as well.
  func recordingLines(_ block: () throws -> Void) rethrows -> [String] {
    recorded = []
    defer { recorded = nil }
    try block()
    return (recorded ?? []).filter { line in
      !line.isEmpty && !line.hasPrefix("Reading ") && !line.hasPrefix("Writing ")
    }
  }

  /// Runs a block whose terminal output is dropped, for routines that print whatever the message level.
  func mutingLines(unless wanted: Bool, _ block: () throws -> Void) rethrows {
    isMuted = !wanted
    defer { isMuted = false }
    try block()
  }

  private func message(of handle: OpaquePointer) -> String {
    let text = String(cString: glpguard_message(handle))
    return text.split(whereSeparator: \.isNewline).joined(separator: "; ")
  }

  private func receive(_ text: String) {
    for line in lines.append(text) { deliver(line) }
  }

  private func deliver(_ line: String) {
    guard !isMuted else { return }
    recorded?.append(line)
    output(line)
  }
}
