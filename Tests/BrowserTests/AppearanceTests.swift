// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reports
import TestSupport
import Testing

extension BrowserTests {
  @Suite("The page suits the reader's screen, printer and browser")
  struct Appearance {
    /// Contrast after WCAG 2.2 of two colours as the browser computes them.
    private let contrast = """
      ((name, other) => {
        const probe = document.createElement('i');
        document.body.append(probe);
        const light = name => {
          probe.style.color = `var(${name})`;
          const parts = getComputedStyle(probe).color.match(/[0-9.]+/g).slice(0, 3).map(part => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
        };
        const pair = [light(name), light(other)].sort((a, b) => b - a);
        probe.remove();
        return (pair[0] + 0.05) / (pair[1] + 0.05);
      })
      """

    @Test(
      "Symbols reach 3 to 1 on the land and words 4.5 to 1 on the ground, light and dark",
      arguments: [false, true])
    func contrast(isDark: Bool) throws {
      let browser = try opened(try MapPage.plan.get().page) { try $0.setDark(isDark) }
      let symbols = ["chosen", "other", "excluded"] + (1...6).map { "class-\($0)" } + ["class-unknown"]
      for symbol in symbols {
        for land in ["land", "france"] {
          let ratio = try browser.numbers("[\(contrast)('--\(symbol)', '--\(land)')]")[0]
          #expect(ratio >= 3, "\(symbol) on \(land): \(ratio)")
        }
      }
      for (word, ground) in [
        ("text", "ground"), ("soft", "ground"), ("text", "panel"), ("on-chosen", "chosen"),
      ] {
        let ratio = try browser.numbers("[\(contrast)('--\(word)', '--\(ground)')]")[0]
        #expect(ratio >= 4.5, "\(word) on \(ground): \(ratio)")
      }
      let body = try browser.text("getComputedStyle(document.body).backgroundColor")
      #expect((body == "rgb(255, 255, 255)") == !isDark, "\(body)")
    }

    @Test("On a telephone nothing sticks out and the sheet lies below the map")
    func narrow() throws {
      let browser = try opened(try MapPage.plan.get().page, width: 390)
      try browser.settle()
      #expect(try browser.numbers("[document.documentElement.scrollWidth]") == [390])
      try browser.focus(".live-site")
      try browser.press(.enter)
      let edges = try browser.numbers(
        """
        ['.live-map', '#site-sheet'].flatMap(s => (b => [b.left, b.right, b.top, b.bottom])(
          document.querySelector(s).getBoundingClientRect()))
        """)
      try #require(edges.count == 8)
      #expect(edges[6] >= edges[3] && edges[0] >= 0 && edges[1] <= 390 && edges[5] <= 390, "\(edges)")
      #expect(try browser.numbers("[document.documentElement.scrollWidth]") == [390])
    }

    @Test("Print shows the still map, with every site of the live one, and no controls")
    func print() throws {
      let browser = try opened(try MapPage.plan.get().page)
      try browser.setPrint(true)
      #expect(try browser.isSeen("#map-still svg.map"))
      #expect(try !browser.isSeen("#map-live"))
      #expect(try !browser.isSeen(".table-filter"))
      #expect(try !browser.isSeen("[data-show-site].needs-script"))
      let folder = try TemporaryFolder()
      defer { folder.remove() }
      try browser.printPDF(folder.path + "/page.pdf")
      #expect((FileManager.default.contents(atPath: folder.path + "/page.pdf")?.count ?? 0) > 10_000)
      try browser.setPrint(false)
      #expect(try browser.isSeen("#map-live .live-map"))
    }

    @Test("Without scripts the still map shows and nothing that would do nothing")
    func withoutScript() throws {
      let browser = try opened(try MapPage.plan.get().page) { try $0.setScripting(false) }
      #expect(try browser.isSeen("#map-still svg.map"))
      #expect(try !browser.isSeen(".needs-script"))
      #expect(try browser.numbers("[document.querySelectorAll('.sort-button').length]") == [0])
      #expect(browser.record.faults == [])
    }

    @Test("The map zooms in up to 64 times and stays with the country")
    func zoom() throws {
      let browser = try opened(try MapPage.plan.get().page) { try $0.setStill(true) }
      let scale = "Number(document.querySelector('.live-ground').getAttribute('viewBox').split(' ')[2])"
      let whole = try browser.numbers("[\(scale)]")[0]
      for _ in 0..<8 {
        try browser.evaluate("document.querySelector('.leaflet-control-zoom-in').click()")
        try browser.settle()
      }
      let deepest = try browser.numbers("[\(scale)]")[0]
      #expect(abs(whole / deepest - 64) < 1, "\(whole / deepest)")
      try browser.click("#map-whole")
      try browser.settle()
      #expect(abs(try browser.numbers("[\(scale)]")[0] - whole) < 0.01)
      #expect(browser.record.faults == [])
    }
  }
}
