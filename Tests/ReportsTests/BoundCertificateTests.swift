// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports
import Testing

@testable import Results

@Suite struct BoundCertificateTests {
  private let bound = BoundCertificate.Claim.bound(
    BoundCertificate.ObjectiveBound(
      number: 2, name: "gpus", unit: "GPU", isMaximised: true, amount: "123.456789", notCovered: ["cost"]))

  @Test("Every finite multiplier reads back as the very same number")
  func roundTrip() throws {
    let numbers: [Double] = [
      0, 0.1, -0.3, 1 / 3, Double.leastNonzeroMagnitude, -2.2250738585072014e-308, 1.7976931348623157e308,
      1e-7, 123_456_789.125,
      -4,
      9_007_199_254_740_994, 3.8039582516665424, 1e22, -1e23,
    ]
    let written = BoundCertificate(claim: bound, modelSHA256: "ab", rowMultipliers: numbers)
    let read = try BoundCertificate(JSONReader.value(Array(written.text.utf8)))
    #expect(read == written)
    #expect(read.rowMultipliers.map(\.bitPattern) == numbers.map(\.bitPattern))
    #expect(written.text.contains(#""not_covered": ["cost"]"#))
    let contradiction = BoundCertificate(claim: .infeasible, modelSHA256: "", rowMultipliers: [])
    #expect(try BoundCertificate(JSONReader.value(Array(contradiction.text.utf8))) == contradiction)
  }

  @Test("A damaged certificate is refused with every fault")
  func faults() throws {
    func findings(_ text: String) throws -> [String] {
      let document = try JSONReader.value(Array(text.utf8))
      do {
        _ = try BoundCertificate(document)
        return []
      } catch { return error.findings.map(\.path) }
    }
    #expect(try findings("[]") == [""])
    #expect(try findings("{}") == ["schema"])
    #expect(try findings(#"{"schema": 2}"#) == ["schema"])
    #expect(
      try findings(#"{"schema": 1, "proves": "much", "row_multipliers": [1, "a", null]}"#)
        == ["proves", "model_sha256", "rows", "row_multipliers[1]", "row_multipliers[2]"])
    #expect(
      try findings(
        #"{"schema": 1, "proves": "bound", "sense": "up", "objective_number": 0, "model_sha256": "", "row_multipliers": 3}"#
      )
        == ["objective_number", "objective", "unit", "sense", "bound", "rows", "row_multipliers"])
  }

  @Test("The file stands in the result and in its manifest, where there is one")
  func file() throws {
    var report = try PlanFixture().report()
    #expect(!report.files().contains { $0.name == "certificate.json" })
    report.certificate = BoundCertificate(claim: bound, modelSHA256: "ab", rowMultipliers: [1])
    let files = report.files()
    #expect(files.contains { $0.name == "certificate.json" })
    let manifest = try #require(files.first { $0.name == "manifest.json" })
    guard case .bytes(let bytes) = manifest.content else {
      Issue.record("the manifest is text")
      return
    }
    #expect(try JSONReader.value(bytes)["files"]?.array?.contains(.string("certificate.json")) == true)
  }
}
