// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import TestSupport
import Testing

extension BrowserTests {
  @Suite("A screening of 36,000 sites stays usable: each action is answered within ten seconds")
  struct ManySites {
    private func page() throws -> Browser {
      try opened(try MapPage.many.get().page) { browser in
        try browser.setStill(true)
        browser.patience = 10
      }
    }

    private let corner = """
      document.querySelector('.live-ground').getAttribute('viewBox').split(' ').slice(0, 2).map(Number)
      """

    @Test("It loads in one file, and what is not a marker is on one canvas")
    func loads() throws {
      let browser = try page()
      try browser.settle()
      #expect(browser.record.faults == [])
      let size = try FileManager.default.attributesOfItem(atPath: MapPage.many.get().page)[.size] as? Int
      #expect(try #require(size) < 3_000_000, "a page that a mail carries")
      let counts = try browser.numbers(
        "['canvas.live-sites', '.live-site'].map(selector => document.querySelectorAll(selector).length)")
      #expect(counts[0] == 1 && counts[1] <= 300, "\(counts)")
      #expect(
        try browser.numbers("[JSON.parse(document.getElementById('map-data').textContent).sites.name.length]")
          == [36_000])
      // The canvas has something on it.
      #expect(
        try browser.numbers(
          """
          (canvas => [canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
            .reduce((count, value, at) => count + (at % 4 === 3 && value > 0), 0)])(document.querySelector('.live-sites'))
          """)[0] > 1_000)
    }

    @Test("It finds a site by name and opens it")
    func find() throws {
      let browser = try page()
      try browser.focus("#map-find")
      try browser.type("plot 35999")
      #expect(try browser.says("#map-find-list bdi") == "Plot 35999")
      try browser.press(.enter)
      #expect(try browser.says("#site-sheet-title") == "Plot 35999")
      try browser.press(.escape)
      #expect(try browser.text("document.activeElement.id") == "map-find")
    }

    @Test("It moves under the pointer, zooms, and a click on the canvas opens the site that is there")
    func move() throws {
      let browser = try page()
      try browser.focus("#map-find")
      try browser.type("plot 17000")
      try browser.press(.enter)
      try browser.press(.escape)
      // One step closer, so that the sites around it lie apart.
      for _ in 0..<2 {
        try browser.evaluate("document.querySelector('.leaflet-control-zoom-in').click()")
        try browser.settle()
      }
      let before = try browser.numbers(corner)
      let box = try browser.numbers(
        """
        (async () => {
          document.querySelector('.live-map').scrollIntoView({ block: 'center', behavior: 'instant' });
          for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
          return (b => [b.x + b.width / 2, b.y + b.height / 2])(document.querySelector('.live-map').getBoundingClientRect());
        })()
        """)
      try browser.click(x: box[0], y: box[1])
      #expect(try browser.says("#site-sheet-title") == "Plot 17000")
      try browser.drag(from: (box[0], box[1] + 60), by: (x: 120, y: 40))
      try browser.settle()
      let after = try browser.numbers(corner)
      #expect(after[0] < before[0] && after[1] < before[1], "\(before) \(after)")
      #expect(browser.record.faults == [])
    }

    @Test("Its colours and its tables change")
    func change() throws {
      let browser = try page()
      try browser.click("#map-legend button[data-class='2']")
      try browser.settle()
      try browser.evaluate(
        """
        const select = document.querySelector('#map-colour');
        select.value = select.options[select.options.length - 1].value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        """)
      try browser.settle()
      try browser.click("main table.sortable .sort-button")
      try browser.settle()
      #expect(browser.record.faults == [])
    }
  }
}
