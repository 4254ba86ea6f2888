// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Servers that accept a connection and never answer", .serialized)
struct SilentServerTests {
  /// A port of the loopback interface at which connections are accepted, by the kernel alone, and nothing is
  /// ever said.
  private final class SilentPort {
    let number: Int
    private let descriptor: Int32

    init() throws {
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = inet_addr("127.0.0.1")
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let socket = descriptor
      let isBound = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          bind(socket, $0, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
        }
      }
      guard isBound else { throw Tool.Failure(description: "no port to listen at") }
      number = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
  }

  private func layer(_ source: String, _ more: String = "timeout_s = 1") -> String {
    """
    [layers.posts]
    source = "\(source)"
    \(more)
    [[layers.posts.derive]]
    indicator = "nearest"
    distance_km = "post_km"
    """
  }

  @Test(
    "After timeout_s the server is said not to answer, not the file to be damaged",
    arguments: [
      "http://HOST/x.geojson", "/vsicurl/http://HOST/x.gpkg", "/vsizip//vsicurl/http://HOST/x.zip",
      "WFS:http://HOST/wfs", "OAPIF:http://HOST/api", "PG:host=127.0.0.1 port=PORT dbname=x",
    ])
  func limit(address: String) throws {
    let port = try SilentPort()
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let source = address.replacing("HOST", with: "127.0.0.1:PORT").replacing("PORT", with: "\(port.number)")
    let start = ContinuousClock.now
    let run = try SourceScenario(folder: folder, layers: layer(source)).run()
    #expect(start.duration(to: .now) < .seconds(25))
    #expect(run.code == 66, "\(run.diagnostics)")
    #expect(
      run.diagnostics.contains("layer 'posts'")
        && run.diagnostics.contains("the server did not answer within"))
    #expect(run.diagnostics.contains("timeout_s = "), "\(run.diagnostics)")
    #expect(
      !run.diagnostics.contains("damaged") && !run.diagnostics.contains("does not exist"),
      "\(run.diagnostics)")
  }

  @Test(
    "A signal ends the wait for a server at once, and nothing unfinished stays",
    arguments: [("plan", SIGINT), ("plan", SIGTERM), ("sites", SIGINT), ("sites", SIGTERM)])
  func signals(command: String, signal: Int32) throws {
    let port = try SilentPort()
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    // The usual limit of 30 s is not what ends it.
    var scenario = SourceScenario(
      folder: folder, layers: layer("http://127.0.0.1:\(port.number)/x.geojson", ""))
    scenario.base = ArpentBinary.root + "/models/scenarios/mistral-compute.toml"
    let file = try scenario.write()
    let before = folder.names
    let output = command == "plan" ? ["-o", folder.path + "/out"] : []
    let (process, end) = try ArpentBinary.start([command, file] + output, directory: folder.path)
    Thread.sleep(forTimeInterval: 4)
    #expect(process.isRunning)
    let start = ContinuousClock.now
    kill(process.processIdentifier, signal)
    let run = end()
    #expect(start.duration(to: .now) < .seconds(5))
    #expect(run.code == 128 + signal, "\(run.diagnostics)")
    #expect(
      run.diagnostics.contains(command == "plan" ? "stopped while waiting for a source" : "interrupted"))
    #expect(folder.names == before)
  }
}
