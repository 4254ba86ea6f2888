// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import GDAL
import Testing

@Suite struct VirtualFileTests {
  @Test func bytesComeBack() throws {
    let folder = MemoryFolder()
    for bytes in [[], [0], Array(0...255)] as [[UInt8]] {
      let path = try folder.write(bytes, as: "a.bin")
      #expect(try VirtualFile.read(path) == bytes)
      #expect(VirtualFile.exists(path) && !VirtualFile.isFolder(path))
    }
    #expect(VirtualFile.isFolder(folder.path))
    #expect(VirtualFile.names(in: folder.path) == ["a.bin"])
    #expect(VirtualFile.remove(folder.file("a.bin")))
    #expect(!VirtualFile.remove(folder.file("a.bin")))
    #expect(!VirtualFile.exists(folder.file("a.bin")))
    #expect(VirtualFile.names(in: "/vsimem/no-such-folder") == [])
  }

  @Test func foldersGoWithTheirObject() throws {
    var folder: MemoryFolder? = MemoryFolder()
    let path = try #require(try folder?.write([1, 2, 3], as: "sub/a.bin"))
    #expect(VirtualFile.exists(path))
    folder = nil
    #expect(!VirtualFile.exists(path))
  }

  @Test func foldersAreTheirOwn() {
    let paths = Gathered<String>()
    let folders = Gathered<MemoryFolder>()
    onThreads(16) { _ in
      for _ in 0..<20 {
        let folder = MemoryFolder()
        folders.append(folder)
        paths.append(folder.path)
      }
    }
    #expect(Set(paths.values).count == 320)
  }

  @Test func failures() throws {
    #expect(gdalError { try VirtualFile.read("/vsimem/absent") }?.reason == .openFailed)
    #expect(gdalError { try VirtualFile.read("/no/such/file") }?.reason == .openFailed)
    #expect(gdalError { try VirtualFile.read("a\0b") }?.reason == .badArgument)
    #expect(gdalError { try VirtualFile.write([1], to: "/no/such/folder/file") }?.reason == .writeFailed)
    let folder = MemoryFolder()
    #expect(gdalError { try VirtualFile.read(folder.path) }?.reason == .openFailed)
    let path = try folder.write([1, 2, 3], as: "a")
    #expect(gdalError { try VirtualFile.read(path, byteLimit: 2) }?.reason == .readFailed)
  }

  /// Linux has a file that is always full: the error comes with closing only.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisksAreNoticed() {
    #expect(gdalError { try VirtualFile.write([1, 2, 3], to: "/dev/full") }?.reason == .writeFailed)
  }
}
