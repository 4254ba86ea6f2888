// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports
import TestSupport
import Testing

extension BrowserTests {
  @Suite("The page by keyboard alone")
  struct Keyboard {
    /// Where the focus is, with what shows it.
    private let stop = """
      (element => {
        const style = getComputedStyle(element);
        const kind = element.matches('a.skip') ? 'skip' : element.matches('nav a') ? 'nav'
          : element.matches('.live-site') ? 'marker' : element.matches('.leaflet-bar a') ? 'zoom'
          : element.id ? '#' + element.id : element.tagName.toLowerCase();
        const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
        // A marker has no box of its own; its target is drawn with a line round it.
        const target = element.querySelector?.('.target');
        const shown = (target ?? element).getBoundingClientRect();
        const line = target && parseFloat(getComputedStyle(target).strokeWidth) >= 3
          && getComputedStyle(target).stroke !== 'none';
        return [kind, ring || line ? 'ring' : 'no ring', shown.width > 0 && shown.height > 0 ? 'seen' : 'unseen'];
      })(document.activeElement)
      """

    /// Whether a reader sees where the focus is.
    private func isShown(_ reported: [String]) -> Bool { reported[2] == "seen" && reported[1] == "ring" }

    @Test(
      "Tab goes skip link, sections, controls, sites; Enter opens a sheet, Escape returns; each stop is seen")
    func walk() throws {
      let browser = try opened(try MapPage.plan.get().page) { try $0.setStill(true) }
      var kinds: [String] = []
      while kinds.last != "marker", kinds.count < 120 {
        try browser.press(.tab)
        let reported = try browser.texts(stop)
        #expect(isShown(reported), "\(reported)")
        kinds.append(reported[0])
      }
      func first(_ kind: String) throws -> Int { try #require(kinds.firstIndex(of: kind), "\(kinds)") }
      #expect(try first("skip") == 0)
      #expect(try first("nav") == 1)
      let sections = try browser.numbers("[document.querySelectorAll('nav a').length]")[0]
      #expect(kinds.filter { $0 == "nav" }.count == Int(sections))
      for control in ["#map-find", "#map-colour", "#map-year", "#map-play"] {
        #expect(try first(control) > first("nav") && first(control) < first("marker"), "\(kinds)")
      }
      // The first site on the way is a chosen one.
      let site = try browser.text("document.activeElement.dataset.site")
      let sites = try #require(try MapPage.plan.get().answer["sites"]?.array)
      let index = try #require(Int(site))
      #expect(sites[index]["selected"]?.bool == true)
      try browser.press(.enter)
      #expect(try browser.says("#site-sheet-title") == sites[index]["name"]?.string)
      try browser.press(.tab)
      #expect(
        try browser.evaluate("document.querySelector('#site-sheet').contains(document.activeElement)").bool
          == true)
      try browser.press(.escape)
      #expect(try browser.text("document.activeElement.dataset.site ?? ''") == site)
      #expect(try !browser.isSeen("#site-sheet"))
      try browser.focus("#map-year")
      try browser.press(.home)
      #expect(try browser.says("#map-year-shown") == browser.text("document.querySelector('#map-year').min"))
      try browser.focus(".live-site[data-site=\"\(site)\"]")
      // Backwards it is the same way.
      try browser.press(.tab, shift: true)
      #expect(try browser.texts(stop)[0] == kinds[kinds.count - 2])
      #expect(browser.record.faults == [])
    }

    @Test("The skip link leads past the sections, and nothing holds the focus")
    func skip() throws {
      let browser = try opened(try MapPage.plan.get().page)
      try browser.press(.tab)
      #expect(try browser.isSeen("a.skip"))
      try browser.press(.enter)
      try browser.press(.tab)
      #expect(
        try browser.evaluate("document.querySelector('main').contains(document.activeElement)").bool == true)
      // Through the map and out of it again, to what stands below.
      var steps = 0
      let below = """
        Boolean(document.querySelector('#map').compareDocumentPosition(document.activeElement) & 4)
          && !document.querySelector('#map').contains(document.activeElement)
        """
      while try browser.evaluate(below).bool != true, steps < 200 {
        try browser.press(.tab)
        steps += 1
      }
      #expect(steps < 200)
      #expect(try browser.text("document.activeElement.tagName") != "BODY")
    }
  }
}
