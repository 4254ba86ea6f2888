// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Reports
import TestSupport
import Testing

extension BrowserTests {
  /// Pictures of the pages. With ARPENT_RECORD_IMAGES=1 in the environment they go to docs/images; then they
  /// are to be looked at.
  @Suite("Pictures of the pages for the documentation")
  struct Pictures {
    /// A picture.
    struct Shot: Sendable, CustomTestStringConvertible {
      var name: String
      var width: Int
      var height: Int
      var page: @Sendable () throws -> String
      /// The first sheet of paper, A4 at 96 dots an inch, instead of the window.
      var isPrint = false
      /// Before the page is opened.
      var before: @Sendable (Browser) throws -> Void = { _ in }
      /// On the page.
      var onPage: @Sendable (Browser) throws -> Void

      var testDescription: String { name }
    }

    static let shots: [Shot] = [
      Shot(name: "report-map", width: 1_100, height: 860, page: plan) { try scroll($0, to: "#map") },
      Shot(name: "report-year", width: 1_100, height: 860, page: plan) {
        try $0.focus("#map-year")
        try $0.press(.home)
        try $0.press(.right)
        try $0.evaluate("document.activeElement.blur()")
        try scroll($0, to: "#map")
      },
      Shot(name: "report-sheet", width: 1_100, height: 860, page: plan) {
        try $0.click(".live-site")
        try scroll($0, to: "#map")
      },
      Shot(name: "report-dark", width: 1_100, height: 860, page: plan, before: { try $0.setDark(true) }) {
        try scroll($0, to: "#years")
      },
      Shot(name: "report-fr", width: 1_100, height: 860, page: { try MapPage.french.get() }) { _ in },
      Shot(name: "report-narrow", width: 390, height: 844, page: plan) { try scroll($0, to: "#map") },
      Shot(name: "report-print", width: 795, height: 1_123, page: plan, isPrint: true) { _ in },
      Shot(name: "screening-36000", width: 1_100, height: 860, page: { try MapPage.many.get().page }) {
        // What is left out hides what is left, so it is switched off.
        try $0.click("#map-legend button[data-class='2']")
        try $0.evaluate("document.activeElement.blur()")
        try scroll($0, to: "#map")
      },
    ]

    private static let plan: @Sendable () throws -> String = { try MapPage.plan.get().page }

    @Sendable private static func scroll(_ browser: Browser, to place: String) throws {
      try browser.evaluate(
        """
        document.querySelector('\(place)').scrollIntoView({ behavior: 'instant' });
        scrollBy({ top: -16, behavior: 'instant' });
        """)
    }

    /// Most bytes of a picture, so that the repository stays small.
    private static let mostBytes = 200_000

    @Test("Each picture has its size, is not blank and shows something of its own, as GDAL reads it")
    func taken() throws {
      let scratch = try TemporaryFolder()
      defer { scratch.remove() }
      let isRecording = ProcessInfo.processInfo.environment["ARPENT_RECORD_IMAGES"] == "1"
      let kept = ArpentBinary.root + "/docs/images"
      var known: [[Int]: String] = [:]
      for shot in Self.shots {
        let file = "\(isRecording ? kept : scratch.path)/\(shot.name).png"
        let browser = try opened(try shot.page(), width: shot.width) { browser in
          try browser.setSize(width: shot.width, height: shot.height)
          try browser.setStill(true)
          try shot.before(browser)
        }
        try shot.onPage(browser)
        try browser.settle()
        if shot.isPrint {
          let answer = try browser.call(
            "Page.printToPDF", ["printBackground": true, "paperWidth": 8.27, "paperHeight": 11.69])
          let print = try #require(answer["data"]?.string.flatMap { Data(base64Encoded: $0) })
          try print.write(to: URL(fileURLWithPath: scratch.path + "/page.pdf"))
          try Self.draw(scratch.path + "/page.pdf", to: file)
        } else {
          try browser.screenshot(file)
        }
        #expect(browser.record.faults == [], "\(shot.name)")
        if isRecording { try Self.reduce(file) }

        let info = try Self.info(file)
        #expect(info.size == [shot.width, shot.height], "\(shot.name): \(info.size)")
        #expect(info.contrast > 100, "\(shot.name) is blank")
        #expect(known.updateValue(shot.name, forKey: info.sums) == nil, "\(shot.name) is another one again")

        // The one that is kept shows the same part of the page, and is small.
        let picture = "\(kept)/\(shot.name).png"
        let size = try FileManager.default.attributesOfItem(atPath: picture)[.size] as? Int
        #expect(try #require(size) <= Self.mostBytes, "\(shot.name)")
        #expect(try Self.info(picture).size == [shot.width, shot.height], "\(shot.name)")
      }
    }

    /// A picture as GDAL reads it: its size, the widest range of a band, and a checksum of each band.
    private static func info(_ file: String) throws -> (size: [Int], contrast: Double, sums: [Int]) {
      let text = try run("gdalinfo", "-json", "-mm", "-checksum", file)
      let info = try JSONReader.value(Array(text))
      let bands = info["bands"]?.array ?? []
      let ranges = bands.prefix(3).map { ($0["computedMax"]?.double ?? 0) - ($0["computedMin"]?.double ?? 0) }
      return (
        (info["size"]?.array ?? []).compactMap(\.int), ranges.max() ?? 0,
        bands.compactMap { $0["checksum"]?.int }
      )
    }

    /// Draws the first page of a PDF file.
    private static func draw(_ page: String, to file: String) throws {
      _ = try run(
        "gdal_translate", "-q", "-of", "PNG", "--config", "GDAL_PDF_DPI", "96", "--config",
        "GDAL_PAM_ENABLED", "NO",
        page, file)
    }

    /// Takes the colours down to a palette, which no eye sees on such pages.
    private static func reduce(_ file: String) throws {
      _ = try run(
        "pngquant", "--force", "--skip-if-larger", "--speed", "1", "--strip", "--ext", ".png", "256", file)
    }

    private static func run(_ arguments: String...) throws -> Data {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = arguments
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      try #require(process.terminationStatus == 0, "\(arguments)")
      return output
    }
  }
}
