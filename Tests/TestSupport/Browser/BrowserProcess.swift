// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Synchronization

/// A headless Chromium with its own profile, talked to over two pipes: JSON messages, each ended by a zero
/// byte, on its descriptors 3 (to it) and 4 (from it). It opens no port and reaches no network: every host
/// name fails to resolve.
final class BrowserProcess {
  private let process: pid_t
  private let profile: TemporaryFolder
  private let toBrowser: Int32
  private let fromBrowser: Int32
  private var pending: [UInt8] = []
  private var scanned = 0
  private var hasEnded = false

  /// Where Debian puts the program itself; `/usr/bin/chromium` is a shell script around it.
  private static let programs = ["/usr/lib/chromium/chromium", "/usr/lib/chromium-browser/chromium-browser"]

  init() throws {
    guard let program = Self.programs.first(where: { access($0, X_OK) == 0 }) else {
      throw BrowserError.missing(package: "chromium")
    }
    profile = try TemporaryFolder()
    // Above the descriptors that the browser is to find; closed in every other process that a test starts
    // meanwhile.
    let commands = try Self.makePipe()
    let answers = try Self.makePipe()
    defer {
      close(commands.read)
      close(answers.write)
    }
    toBrowser = commands.write
    fromBrowser = answers.read
    process = try Self.spawn(
      [program] + Self.options + ["--user-data-dir=\(profile.path)/profile", "about:blank"],
      home: profile.path, reading: commands.read, writing: answers.write)
  }

  deinit { end() }

  private static let options = [
    "--headless=new", "--no-sandbox", "--remote-debugging-pipe", "--no-first-run", "--disable-gpu",
    "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
    "--disable-extensions", "--mute-audio", "--hide-scrollbars", "--force-color-profile=srgb", "--lang=en",
    "--host-resolver-rules=MAP * ~NOTFOUND",
  ]

  private static func makePipe() throws -> (read: Int32, write: Int32) {
    var low: [Int32] = [0, 0]
    guard pipe(&low) == 0 else { throw BrowserError.notStarted(errno) }
    let high = low.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
    for descriptor in low { close(descriptor) }
    guard high.allSatisfy({ $0 >= 0 }) else { throw BrowserError.notStarted(errno) }
    return (high[0], high[1])
  }

  private static func spawn(
    _ arguments: [String], home: String, reading: Int32, writing: Int32
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, mode) in [(0, O_RDONLY), (1, O_WRONLY), (2, O_WRONLY)] {
      posix_spawn_file_actions_addopen(&actions, Int32(descriptor), "/dev/null", mode, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, reading, 3)
    posix_spawn_file_actions_adddup2(&actions, writing, 4)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that its helper processes end with it.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var environment = ProcessInfo.processInfo.environment
    environment["HOME"] = home
    environment["XDG_CONFIG_HOME"] = home
    environment["XDG_CACHE_HOME"] = home
    var texts: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for text in texts + settings { free(text) }
    }
    var identifier: pid_t = 0
    let code = posix_spawn(&identifier, arguments[0], &actions, &attributes, &texts, &settings)
    guard code == 0 else { throw BrowserError.notStarted(code) }
    return identifier
  }

  /// Sends a message.
  func send(_ message: String) throws {
    // A browser that is gone must not take the test runner with it.
    BrowserProcess.ignoreBrokenPipes()
    var bytes = Array(message.utf8)[...] + [0]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(toBrowser, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw BrowserError.gone(during: String(message.prefix(100))) }
      bytes = bytes.dropFirst(written)
    }
  }

  private static let hasIgnored = Mutex(false)

  private static func ignoreBrokenPipes() {
    hasIgnored.withLock { done in
      if !done { signal(SIGPIPE, SIG_IGN) }
      done = true
    }
  }

  /// The next message; nil when none comes before `deadline`.
  func receive(until deadline: ContinuousClock.Instant) throws -> String? {
    while true {
      if let end = pending[scanned...].firstIndex(of: 0) {
        let message = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        scanned = 0
        return message
      }
      scanned = pending.count
      let left = (deadline - .now).components
      let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
      guard milliseconds > 0 else { return nil }
      var ready = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
      let count = poll(&ready, 1, Int32(clamping: milliseconds))
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let size = read(fromBrowser, &buffer, buffer.count)
      if size < 0 && errno == EINTR { continue }
      guard size > 0 else { throw BrowserError.gone(during: "reading") }
      pending += buffer[..<size]
    }
  }

  /// Kills the browser with its helpers, waits for its end and removes its profile.
  func end() {
    if hasEnded { return }
    hasEnded = true
    kill(-process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    close(toBrowser)
    close(fromBrowser)
    profile.remove()
  }
}
