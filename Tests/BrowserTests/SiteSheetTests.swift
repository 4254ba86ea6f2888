// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Reports
import TestSupport
import Testing

extension BrowserTests {
  @Suite("A site's sheet opens beside the map, however one gets to it")
  struct SiteSheets {
    private func site(_ status: String) throws -> (index: Int, name: String) {
      let sites = try #require(try MapPage.plan.get().answer["sites"]?.array)
      let index = try #require(sites.firstIndex { $0["status"]?.string == status })
      return (index, try #require(sites[index]["name"]?.string))
    }

    private func marker(_ index: Int) -> String { ".live-site[data-site=\"\(index)\"]" }

    @Test(
      "By click: the sheet bears the name and holds what the page says of a chosen site; Escape goes back")
    func click() throws {
      let browser = try opened(try MapPage.plan.get().page)
      let (index, name) = try site("chosen")
      #expect(try !browser.isSeen("#site-sheet"))
      try browser.click(marker(index))
      #expect(try browser.isSeen("#site-sheet"))
      #expect(try browser.says("#site-sheet-title") == name)
      #expect(
        try browser.evaluate("document.querySelector('#site-sheet').contains(document.activeElement)").bool
          == true)
      // An id names one element, in the copy as elsewhere.
      #expect(
        try browser.texts(
          """
          (ids => ids.filter((id, at) => ids.indexOf(id) !== at))([...document.querySelectorAll('[id]')].map(e => e.id))
          """) == [])
      try browser.press(.escape)
      #expect(try !browser.isSeen("#site-sheet"))
      #expect(try browser.text("document.activeElement.dataset.site") == String(index))
      #expect(browser.record.faults == [])
    }

    @Test("By keyboard: each marker is a button with name and status that Enter and Space press")
    func keyboard() throws {
      let browser = try opened(try MapPage.plan.get().page)
      let (index, name) = try site("chosen")
      #expect(
        try browser.numbers(
          "[document.querySelectorAll('.live-site:not([role=button]), .live-site:not([tabindex=\"0\"])').length]"
        ) == [0])
      let spoken = try browser.text("document.querySelector('\(marker(index))').getAttribute('aria-label')")
      #expect(spoken.contains(name) && spoken.contains("chosen") && spoken.contains("GPUs"), "\(spoken)")
      for key in [BrowserKey.enter, .space] {
        try browser.focus(marker(index))
        try browser.press(key)
        #expect(try browser.says("#site-sheet-title") == name)
        try browser.press(.escape)
      }
      // Tab from the map's own controls comes to the chosen sites first.
      try browser.focus(".leaflet-control-zoom-in")
      #expect(
        try browser.text(
          """
          (() => {
            const stops = [...document.querySelectorAll('.live-map .live-site')];
            return stops[0].querySelector('.disc-number')?.textContent ?? '';
          })()
          """) == "1")
    }

    @Test("A site without a sheet shows why it was not chosen")
    func note() throws {
      let browser = try opened(try MapPage.plan.get().page)
      let (index, name) = try site("not_chosen")
      // It may lie under another; the keyboard reaches it.
      try browser.focus(marker(index))
      try browser.press(.enter)
      #expect(try browser.says("#site-sheet-title") == name)
      #expect(try browser.says("#site-sheet .sheet-body").count > 20)
    }

    @Test("By name: the box finds without accents and capitals, by pointer and by keyboard")
    func find() throws {
      let browser = try opened(try MapPage.plan.get().page)
      let (_, name) = try site("chosen")
      let plain = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      try browser.focus("#map-find")
      try browser.type(plain)
      #expect(try browser.says("#map-find-list button bdi") == name)
      try browser.press(.enter)
      #expect(try browser.says("#site-sheet-title") == name)
      try browser.press(.escape)
      #expect(try browser.text("document.activeElement.id") == "map-find")
      try browser.type(" no such site anywhere")
      #expect(try !browser.isSeen("#map-find-list button"))
      #expect(try browser.says("#map-find-count").count > 5)
      try browser.evaluate("document.querySelector('#map-find').value = ''")
      try browser.type("e")
      #expect(try browser.numbers("[document.querySelectorAll('#map-find-list button').length]") == [12])
      let last = try browser.says("#map-find-list li:last-child bdi")
      try browser.click("#map-find-list li:last-child button")
      #expect(try browser.says("#site-sheet-title") == last)
    }

    @Test("From the page: what names a site goes to it on the map, and Escape comes back")
    func show() throws {
      let browser = try opened(try MapPage.plan.get().page)
      let index = try browser.text(
        """
        [...document.querySelectorAll('[data-show-site]')].find(e => e.getClientRects().length)?.dataset.showSite ?? 'none'
        """)
      let sites = try #require(try MapPage.plan.get().answer["sites"]?.array)
      let name = try #require(Int(index).flatMap { sites[$0]["name"]?.string }, "no visible way to the map")
      try browser.evaluate(
        """
        [...document.querySelectorAll('[data-show-site="\(index)"]')].find(e => e.getClientRects().length).click()
        """)
      #expect(try browser.says("#site-sheet-title") == name)
      try browser.wait(
        until:
          "(b => b.bottom > 0 && b.top < innerHeight)(document.querySelector('.live-map').getBoundingClientRect())"
      )
      try browser.press(.escape)
      #expect(try browser.text("document.activeElement.dataset.showSite ?? ''") == index)
    }
  }
}
