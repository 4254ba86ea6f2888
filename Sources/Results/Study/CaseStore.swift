// SPDX-License-Identifier: GPL-3.0-or-later

package import Documents
import Glibc

/// The folder of a study in which each answered case is one file, named by its key.
///
/// A file is there whole or not at all. Several processes may work in one folder: whoever works on a case
/// holds a lock on it that ends with the process, however it ends.
package final class CaseStore: Sendable {
  /// The folder.
  package let folder: String
  private let claims: Int32

  /// A folder of cases, made if it is not there.
  ///
  /// - Throws: `ResultDirectoryError` where it cannot be made or written.
  package init(folder: String) throws(ResultDirectoryError) {
    self.folder = folder
    do {
      try FileSystem.makeDirectories(folder)
    } catch {
      throw Self.error(folder, error.text)
    }
    claims = open("\(folder)/.claims", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
    if claims < 0 { throw Self.error("\(folder)/.claims", String(cString: strerror(errno))) }
    removeParts()
  }

  deinit { close(claims) }

  /// The file of a case.
  package func path(of key: String) -> String { "\(folder)/\(key).json" }

  /// The answer to a case; nil where there is none yet, or where its file is not what Arpent wrote there.
  package func document(of key: String) -> JSONValue? {
    guard let bytes = FileSystem.read(path(of: key), byteLimit: 1 << 28),
      let document = try? JSONReader.value(bytes), document["key"]?.string == key
    else { return nil }
    return document
  }

  /// Keys of all answered cases, in order.
  package func keys() -> [String] {
    let names = (try? FileSystem.names(in: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { String($0.dropLast(5)) }
  }

  /// Takes a case for this process.
  ///
  /// - Returns: False while another process works on it. Where the file system knows no locks every process
  ///   may work on everything: the answers are the same and each is written whole.
  package func claim(_ key: String) -> Bool {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = Self.place(of: key)
    lock.l_len = 1
    while fcntl(claims, F_SETLK, &lock) != 0 {
      if errno == EINTR { continue }
      if errno == EAGAIN || errno == EACCES { return false }
      break
    }
    return true
  }

  /// Gives a case back.
  package func release(_ key: String) {
    var lock = flock()
    lock.l_type = Int16(F_UNLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = Self.place(of: key)
    lock.l_len = 1
    _ = fcntl(claims, F_SETLK, &lock)
  }

  /// Writes the answer to a case, whole or not at all, whoever else writes the same.
  ///
  /// - Throws: `ResultDirectoryError`, for example on a full disk; what was there before is still there.
  package func write(_ document: JSONValue, key: String) throws(ResultDirectoryError) {
    let bytes = Array(JSONWriter.text(document).utf8)
    var temporary = ""
    var number = 0
    defer { UnfinishedFiles.forget(number) }
    do {
      // Where the file system knows no locks somebody may be writing this very answer: a name that is taken
      // is left alone.
      while true {
        temporary = "\(folder)/.\(key).\(getpid())-\(FileSystem.unforeseenNumber()).part"
        UnfinishedFiles.forget(number)
        number = UnfinishedFiles.note(.file(temporary))
        do {
          try FileSystem.write(bytes, to: temporary)
          break
        } catch  where error.code == EEXIST { continue }
      }
      try FileSystem.rename(temporary, to: path(of: key))
    } catch {
      FileSystem.removeFile(temporary)
      throw Self.error(path(of: key), error.text)
    }
  }

  /// Removes what killed runs left of cases, also those of other processes. Nothing of this process may be
  /// under way: a lock is the process's and not the thread's.
  package func removeParts() {
    for name in (try? FileSystem.names(in: folder)) ?? [] where name.hasPrefix(".") && name.hasSuffix(".part")
    {
      let key = String(name.dropFirst().prefix { $0 != "." })
      guard isLocked(key) == false else { continue }
      FileSystem.removeFile("\(folder)/\(name)")
    }
  }

  /// Whether another process works on a case; nil where the file system knows no locks.
  private func isLocked(_ key: String) -> Bool? {
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = Self.place(of: key)
    lock.l_len = 1
    guard fcntl(claims, F_GETLK, &lock) == 0 else { return nil }
    return lock.l_type != Int16(F_UNLCK)
  }

  private static func error(_ path: String, _ reason: String) -> ResultDirectoryError {
    ResultDirectoryError(
      path: path, reason: reason, cure: "what was answered before is kept; make room and run the study again")
  }

  /// Byte that stands for a case: the first 60 bits of its key, so that two cases share one only by chance,
  /// and then wait for each other.
  private static func place(of key: String) -> Int { Int(key.prefix(15), radix: 16) ?? 0 }
}
