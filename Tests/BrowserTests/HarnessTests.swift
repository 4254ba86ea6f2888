// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Reports
import TestSupport
import Testing

/// Tests in a real browser, one after another: each starts its own.
@Suite("Pages in a browser", .serialized)
enum BrowserTests {}

extension BrowserTests {
  @Suite("What the browser tells of a page, so that the checks of other tests can fail")
  struct Harness {
    private func page(_ body: String, head: String = "") throws -> (TemporaryFolder, String) {
      let folder = try TemporaryFolder()
      let text = "<!DOCTYPE html><html><head><meta charset=utf-8>\(head)</head><body>\(body)</body></html>"
      return (folder, try folder.write("page.html", text))
    }

    private func record(_ body: String, head: String = "") throws -> PageRecord {
      let (folder, path) = try page(body, head: head)
      defer { folder.remove() }
      let browser = try Browser()
      try browser.open(path)
      try browser.settle()
      return browser.record
    }

    @Test("A page that keeps to itself has no faults")
    func quiet() throws {
      let picture = "<img alt='' src='data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='>"
      #expect(try record("<p id=a>here</p>\(picture)<script>1 + 1</script>").faults == [])
    }

    @Test("A line on the console is reported")
    func console() throws {
      #expect(try record("<script>console.error('bad', 7)</script>").messages == ["error: bad 7"])
    }

    @Test("An exception that no one catches is reported")
    func exception() throws {
      let reported = try record("<script>null.field</script>").exceptions
      #expect(reported.count == 1 && reported[0].contains("TypeError"), "\(reported)")
    }

    @Test(
      "Each way of asking for something from elsewhere is reported",
      arguments: [
        "<img src='https://example.org/a.png'>", "<script src='http://example.org/a.js'></script>",
        "<link rel=stylesheet href='https://example.org/a.css'>",
        "<script>fetch('https://example.org/x').catch(() => 0)</script>", "<img src='beside.png'>",
        "<script>new WebSocket('ws://example.org/a')</script>",
      ])
    func request(body: String) throws {
      let reported = try record(body)
      #expect(reported.requests.count == 1, "\(reported.faults)")
    }

    @Test("What the page's own security policy refuses is reported")
    func policy() throws {
      let rule =
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src 'none'\">"
      let reported = try record("<script>document.title = 'ran'</script>", head: rule)
      #expect(
        reported.messages.count == 1 && reported.messages[0].contains("Content Security Policy"),
        "\(reported.faults)")
    }

    @Test("A dialog is reported, and does not hold up the page")
    func dialog() throws {
      let reported = try record("<script>alert('hello')</script>")
      #expect(reported.dialogs == ["hello"])
    }

    @Test("Clicks and keys arrive where a reader's would; what cannot be clicked is an error")
    func input() throws {
      let (folder, path) = try page(
        """
        <div style="height:3000px"></div><button id=b onclick="this.textContent = 'clicked'">b</button>
        <input id=i><button id=under style="position:fixed;left:0;top:0">u</button>
        <div style="position:fixed;left:0;top:0;width:99px;height:99px"></div>
        """)
      defer { folder.remove() }
      let browser = try Browser()
      try browser.open(path)
      try browser.click("#b")
      #expect(try browser.evaluate("document.querySelector('#b').textContent").string == "clicked")
      try browser.press(.tab)
      try browser.type("é2")
      #expect(
        try browser.evaluate("document.activeElement.id + document.activeElement.value").string == "ié2")
      #expect(throws: BrowserError.self) { try browser.click("#under") }
      #expect(throws: BrowserError.self) { try browser.click("#absent") }
      #expect(throws: BrowserError.self) { try browser.evaluate("absent.field") }
    }

    @Test("A wait has an end")
    func deadline() throws {
      let browser = try Browser()
      browser.patience = 0.5
      #expect(throws: BrowserError.self) { try browser.wait(until: "false") }
    }

    @Test("Dark, print, width, scripting and motion are what the page sees")
    func media() throws {
      let (folder, path) = try page("<script>document.title = 'ran'</script>")
      defer { folder.remove() }
      let browser = try Browser()
      try browser.setDark(true)
      try browser.setStill(true)
      try browser.setSize(width: 390, height: 700)
      try browser.open(path)
      func holds(_ query: String) throws -> Bool? {
        try browser.evaluate("matchMedia('\(query)').matches").bool
      }
      #expect(
        try holds("(prefers-color-scheme: dark) and (prefers-reduced-motion: reduce) and (width: 390px)")
          == true)
      try browser.setPrint(true)
      #expect(try holds("print") == true)
      #expect(try holds("(prefers-color-scheme: dark)") == true)
      #expect(try browser.evaluate("document.title").string == "ran")
      try browser.setScripting(false)
      try browser.open(path)
      #expect(try browser.evaluate("document.title").string == "")
    }

    @Test("Pictures and prints are written")
    func pictures() throws {
      let (folder, path) = try page("<h1>Title</h1>")
      defer { folder.remove() }
      let browser = try Browser()
      try browser.open(path)
      try browser.screenshot(folder.path + "/a.png")
      try browser.printPDF(folder.path + "/a.pdf")
      let starts = ["/a.png", "/a.pdf"].map { name in
        FileManager.default.contents(atPath: folder.path + name).map { Array($0.prefix(4)) } ?? []
      }
      #expect(starts == [[0x89, 0x50, 0x4E, 0x47], Array("%PDF".utf8)])
    }

    @Test("The browser and its profile are gone when its holder is")
    func cleaning() throws {
      func profiles() -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())) ?? []
        return names.filter { name in
          FileManager.default.fileExists(atPath: NSTemporaryDirectory() + "/\(name)/profile/Default")
        }
      }
      let before = Set(profiles())
      do {
        let browser = try Browser()
        try browser.settle()
        browser.end()
      }
      #expect(Set(profiles()).subtracting(before).isEmpty)
    }
  }
}
