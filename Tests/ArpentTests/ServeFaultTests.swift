// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("What a session of arpent serve survives, and how it ends", .serialized)
struct ServeFaultTests {
  private static let scenario = "Tests/ArpentTests/Scenarios/mistral-18000.toml"

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(
    "A bad line is answered with what is wrong with it, and the next is answered as ever",
    arguments: [
      ("hello", "not JSON: column 1"), ("{\"id\": 1", "not JSON: column 9"), ("{} {}", "something follows"),
      ("[1, 2]", "this is a list"), ("null", "a question is an object"), ("\"plan\"", "this is a text"),
      (#"{"id":7,"sett":[]}"#, "unknown member 'sett'; did you mean 'set'?"),
      (#"{"id":7,"id":8}"#, "stands twice"), (#"{"id":7,"set":"a=1"}"#, "'set' is a list of texts"),
      (#"{"id":7,"set":[1]}"#, "'set' holds a number"),
      (#"{"id":7,"depth":"ful"}"#, "did you mean 'full'?"),
      (#"{"id":7,"depth":"replan"}"#, "'replan' is now 'full'"),
      (#"{"id":7,"depth":3}"#, "'depth' is one of relaxation, fixed_siting, full"),
      (#"{"id":7,"op":"plann"}"#, "did you mean 'plan'?"), (#"{"gap":NaN}"#, "not JSON"),
      (#"{"id":7,"gap":1e300}"#, "'gap' must be a number from 0 to 0.999"), (#"{"gap":1e999}"#, "too large"),
      (#"{"id":7,"gap":"small"}"#, "'gap' must be a number"), (#"{"id":7,"gap":-0.1}"#, "'gap' must be"),
      (#"{"id":7,"time_limit_s":0}"#, "'time_limit_s' must be a number from 0.001 to 10000000"),
      (#"{"id":7,"node_limit":1.5}"#, "'node_limit' must be a whole number"),
      (#"{"id":7,"node_limit":1e300}"#, "'node_limit' must be a whole number"),
      (#"{"id":7,"set":["demand.gpu.2027=1"]}"#, "did you mean 'gpus'?"),
      (#"{"id":7,"set":["demand.gpus.2027*=1e300"]}"#, "demand.gpus.2027"),
      (#"{"id":7,"set":["demand.gpus.2027"]}"#, "demand.gpus.2027"), (#"{"id":7,"set":[""]}"#, "--set"),
      (#"{"id":7,"set":["sites.*.power_mw*=2","grid.nothing=1"]}"#, "grid.nothing"),
      (String(repeating: "[", count: 100_000), "nested deeper"),
      (#"{"id":"\ud800"}"#, "surrogate"), ("{\"id\": \u{0}}", "not JSON"),
    ])
  func badLines(line: String, words: String) throws {
    let session = try ServedSession([Self.scenario, "--quiet"])
    let text = try session.ask(line)
    #expect(try SchemaCheck.faults(of: text, by: "refusal", of: "docs/serve.schema.json") == [])
    let answer = try object(text)
    let findings = try #require(answer["findings"] as? [String])
    #expect(findings.contains { $0.contains(words) }, "\(findings)")
    #expect(answer["ok"] as? Bool == false)
    if line.hasPrefix(#"{"id":7,"#), !line.contains(#""id":8"#) { #expect(answer["id"] as? Int == 7) }
    let next = try session.object(#"{"id":"next","depth":"relaxation"}"#)
    #expect(next["ok"] as? Bool == true && next["id"] as? String == "next")
    #expect(try session.end() == 0 && session.diagnostics.isEmpty)
  }

  @Test("Everything that is wrong with a question is reported at once")
  func allAtOnce() throws {
    let session = try ServedSession([Self.scenario, "--quiet"])
    let answer = try session.object(#"{"id":[{"a":1}],"depth":"x","gap":7,"node_limit":-1,"set":[1],"o":1}"#)
    #expect((answer["findings"] as? [String])?.count == 5, "\(answer)")
    #expect((answer["id"] as? [[String: Int]]) == [["a": 1]])
    #expect(try session.end() == 0)
  }

  @Test("Enormous lines, bytes that are no text, empty lines and a last line without an end")
  func bytes() throws {
    let session = try ServedSession([Self.scenario, "--quiet"])
    try session.send([UInt8](repeating: UInt8(ascii: "x"), count: 5_000_000) + [10])
    #expect(try session.line()?.contains("longer than 1048576 bytes") == true)
    try session.send(Array(#"{"id":""#.utf8) + [0xFF, 0xC0] + Array("\"}\n".utf8))
    #expect(try session.line()?.contains("not valid UTF-8") == true)
    try session.send(Array("\n\r\n  \t \n{\"id\":1,\"depth\":\"relaxation\"}\r\n".utf8))
    #expect(try session.line()?.hasPrefix(#"{"id":1,"ok":true,"#) == true)
    // Questions that come together are answered one by one, and one that comes in pieces when it is whole.
    try session.send(
      Array("{\"id\":2,\"depth\":\"relaxation\"}\n{\"id\":3,\"depth\":\"relaxation\"}\n{\"id\":4,\"dep".utf8))
    #expect(try session.line()?.hasPrefix(#"{"id":2,"#) == true)
    #expect(try session.line()?.hasPrefix(#"{"id":3,"#) == true)
    try session.send(Array("th\":\"relaxation\"}".utf8))
    let code = try session.end()
    #expect(try session.line()?.hasPrefix(#"{"id":4,"ok":true,"#) == true)
    #expect(try code == 0 && session.line() == nil)
  }

  @Test(
    "A signal ends a session that waits, and one that works; what was under way is no answer",
    arguments: [true, false])
  func signals(waits: Bool) throws {
    let session = try ServedSession(["models/scenarios/campus-france.toml"])
    // A question that takes long comes after one that shows that the session is there.
    _ = try session.ask(#"{"id":0,"op":"describe"}"#)
    if !waits { try session.send(Array("{\"id\":1,\"gap\":0}\n".utf8)) }
    kill(session.process.processIdentifier, SIGTERM)
    #expect(try session.end(closing: false) == 143, "\(session.diagnostics)")
    let answer = try session.line()
    #expect(
      answer == nil || answer?.contains("interrupted before this was answered") == true, "\(answer ?? "")")
    #expect(session.diagnostics.contains("no more questions are answered"))
  }

  @Test("When nobody reads the answers the session ends and says so")
  func brokenPipe() throws {
    let session = try ServedSession([Self.scenario, "--quiet"])
    _ = try session.ask(#"{"op":"describe"}"#)
    try session.closeOutput()
    try session.send(Array("{\"op\":\"describe\"}\n".utf8))
    #expect(try session.end(closing: false) == 73)
    #expect(session.diagnostics.contains("standard output cannot be written"))
  }

  @Test(
    "A standard input that is closed or a folder is reported, and nothing waits for it",
    arguments: ["<&-", "</"])
  func noInput(redirection: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "exec \"$0\" serve \(Self.scenario) --stdio --quiet \(redirection)", ArpentBinary.path,
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: ArpentBinary.root)
    process.standardError = FileHandle(forWritingAtPath: try folder.write("diagnostics", ""))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 66)
    let diagnostics = try String(contentsOfFile: folder.path + "/diagnostics", encoding: .utf8)
    #expect(diagnostics.contains("standard input "), "\(diagnostics)")
  }

  @Test("A wrong scenario ends the session before it begins")
  func wrongScenario() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let broken = try folder.write("broken.toml", "schema = 1\nnane = \"x\"\n")
    for (arguments, code, words) in [
      ([broken], 65, "nane"), ([folder.path + "/none.toml"], 66, "none.toml"),
      ([Self.scenario, "--set", "demand.gpu=1"], 65, "did you mean 'gpus'?"),
    ] as [([String], Int32, String)] {
      let session = try ServedSession(arguments)
      #expect(try session.line() == nil)
      #expect(
        try session.end(closing: false) == code && session.diagnostics.contains(words),
        "\(session.diagnostics)")
    }
    let silent = try ArpentBinary.run("serve", Self.scenario, "--stdio", "--quiet")
    #expect(silent.code == 0 && silent.output.isEmpty && silent.diagnostics.isEmpty)
    #expect(try ArpentBinary.run("serve", Self.scenario).code == 64)
  }
}
