// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import TestSupport
import Testing

extension BrowserTests {
  @Suite("A page without Leaflet")
  struct WithoutLeaflet {
    /// The page without the script of the library, as where a mail program or a policy took it out.
    private func stripped() throws -> String {
      let page = try String(contentsOfFile: MapPage.plan.get().page, encoding: .utf8)
      let mark = try #require(page.range(of: "<script>/* Leaflet: "))
      let end = try #require(page.range(of: "</script>", range: mark.upperBound..<page.endIndex))
      return String(page[..<mark.lowerBound] + page[end.upperBound...])
    }

    /// The page that `arpent report` makes where the library is not installed; nil where it cannot be hidden.
    private func made(in folder: TemporaryFolder) throws -> String? {
      let page = folder.path + "/made.html"
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [
        "unshare", "-m", "sh", "-c",
        "mount -t tmpfs tmpfs /usr/share/javascript/leaflet && exec \"$0\" report \"$1\" -o \"$2\" -q",
        ArpentBinary.path, try MapPage.plan.get().folder, page,
      ]
      process.currentDirectoryURL = URL(fileURLWithPath: ArpentBinary.root)
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? page : nil
    }

    private func check(_ page: String) throws {
      let browser = try opened(page)
      try browser.settle()
      #expect(browser.record.faults == [])
      #expect(try browser.isSeen("#map-still svg.map"))
      #expect(try !browser.isSeen(".live-map") && !browser.isSeen("#map-year"))
      // What would lead to the map that moves is not there to press.
      #expect(try !browser.isSeen("[data-show-site].needs-script"))
      #expect(
        try browser.numbers(
          "[[...document.querySelectorAll('#map-live')].filter(e => e.offsetHeight > 0).length]") == [0])
      let cells = """
        [...document.querySelector('#chosen table.sortable').tBodies[0].rows].filter(row => !row.classList.contains('total'))
          .map(row => row.cells[0].textContent)
        """
      let delivered = try browser.texts(cells)
      let press = "document.querySelector('#chosen table.sortable .sort-button')"
      try browser.click("#chosen table.sortable .sort-button")
      try browser.click("#chosen table.sortable .sort-button")
      #expect(try browser.text("\(press).closest('th').getAttribute('aria-sort')") == "descending")
      #expect(try browser.texts(cells) == delivered.reversed() && delivered.count > 1)
      try browser.focus("#sites .table-filter input")
      try browser.type("no such row")
      try browser.wait(
        until:
          "[...document.querySelector('#sites table.filterable').tBodies[0].rows].every(row => row.hidden || row.className === 'total')"
      )
      #expect(browser.record.faults == [])
    }

    @Test("The still map stays, tables sort and filter, and nothing is there that would do nothing")
    func stillMap() throws {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      try check(try folder.write("stripped.html", stripped()))
    }

    @Test("So it is where the library is not installed")
    func notInstalled() throws {
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      // Hiding it needs an administrator; elsewhere the test above stands for this one.
      guard let page = try made(in: folder) else { return }
      #expect(try !String(contentsOfFile: page, encoding: .utf8).contains("Leaflet: "))
      try check(page)
    }
  }
}
