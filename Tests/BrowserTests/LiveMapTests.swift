// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import TestSupport
import Testing
import Views

extension BrowserTests {
  @Suite("The map that moves shows the plan")
  struct LiveMap {
    private func sites() throws -> [JSONValue] {
      try #require(try MapPage.plan.get().answer["sites"]?.array)
    }

    private func chosen() throws -> [(index: Int, site: JSONValue)] {
      try sites().enumerated().filter { $1["selected"]?.bool == true }.map { ($0, $1) }
    }

    private let radius = "marker => Number(marker.querySelector('.symbol').getAttribute('r'))"

    @Test("The page loads without a request, a console line or an exception, and shows the live map only")
    func loads() throws {
      let browser = try opened(try MapPage.plan.get().page)
      try browser.settle()
      #expect(browser.record.faults == [])
      #expect(try browser.isSeen("#map-live .live-map"))
      #expect(try !browser.isSeen("#map-still"))
      let size = try FileManager.default.attributesOfItem(atPath: MapPage.plan.get().page)[.size] as? Int
      #expect((size ?? .max) < 3_000_000)
    }

    @Test("There is one marker for each site of plan.json, with the symbol of its status")
    func markers() throws {
      let browser = try opened(try MapPage.plan.get().page)
      let symbols = try browser.texts(
        """
        [...document.querySelectorAll('.live-site')].sort((a, b) => a.dataset.site - b.dataset.site)
          .map(marker => marker.dataset.site + ' ' + marker.querySelector('.symbol').classList[1])
        """)
      let statuses = ["chosen": "disc", "not_chosen": "ring", "excluded": "cross"]
      let wanted = try sites().enumerated().map { index, site in
        "\(index) \(statuses[site["status"]?.string ?? ""] ?? "?")"
      }
      #expect(symbols == wanted)
    }

    @Test("Markers lie where Lambert-93 puts their sites, to a pixel")
    func positions() throws {
      let browser = try opened(try MapPage.plan.get().page)
      let numbers = try browser.numbers(
        """
        [...document.querySelectorAll('.live-site')].sort((a, b) => a.dataset.site - b.dataset.site).flatMap(marker => {
          const box = marker.querySelector('.target').getBoundingClientRect();
          return [box.x + box.width / 2, box.y + box.height / 2];
        })
        """)
      let shown = stride(from: 0, to: numbers.count - 1, by: 2).map { (x: numbers[$0], y: numbers[$0 + 1]) }
      let plane = try sites().map {
        lambert93(longitude: try #require($0["lon"]?.double), latitude: try #require($0["lat"]?.double))
      }
      try #require(shown.count == plane.count)
      // Scale and shift from the two sites that lie farthest apart from west to east; all others must agree
      // with them.
      let order = plane.indices.sorted { plane[$0].x < plane[$1].x }
      let (west, east) = (try #require(order.first), try #require(order.last))
      let scale = (shown[east].x - shown[west].x) / (plane[east].x - plane[west].x)
      #expect(scale > 0)
      for index in plane.indices {
        let x = shown[west].x + (plane[index].x - plane[west].x) * scale
        let y = shown[west].y - (plane[index].y - plane[west].y) * scale
        #expect(abs(x - shown[index].x) < 1 && abs(y - shown[index].y) < 1, "site \(index)")
      }
    }

    @Test(
      "Areas of discs are in proportion to GPUs at the end of the horizon, the numbers are those of the page")
    func sizes() throws {
      let browser = try opened(try MapPage.plan.get().page)
      let chosen = try chosen()
      let gpus = chosen.map { $0.site["gpus"]?.double ?? 0 }
      let radii = try chosen.map { entry in
        try browser.numbers(
          "[...document.querySelectorAll('.live-site[data-site=\"\(entry.index)\"]')].map(\(radius))")[0]
      }
      let most = try #require(gpus.max())
      let largest = try #require(radii.max())
      for (radius, count) in zip(radii, gpus) where radius > 8.01 {
        #expect(abs(radius * radius / (largest * largest) - count / most) < 0.01)
      }
      let digits = try browser.texts(
        "[...document.querySelectorAll('.live-site .disc-number')].map(e => e.textContent)")
      #expect(digits.sorted() == (1...chosen.count).map(String.init).sorted())
    }

    @Test(
      "The slider goes by keyboard; each year says GPUs and sites of plan.json and sizes the discs by them")
    func slider() throws {
      let result = try MapPage.plan.get()
      let browser = try opened(result.page)
      try browser.focus("#map-year")
      try browser.press(.home)
      let chosen = try chosen()
      for (step, year) in (result.answer["years"]?.array ?? []).compactMap(\.int).enumerated() {
        if step > 0 { try browser.press(.right) }
        try browser.settle()
        #expect(try browser.says("#map-year-shown") == String(year))
        let total = try #require(result.answer["totals"]?["gpus_by_year"]?[String(year)]?.int)
        let power = try #require(result.answer["totals"]?["grid_mw_by_year"]?[String(year)]?.double)
        let summary = try browser.says("#map-summary")
        let open = chosen.filter { ($0.site["gpus_by_year"]?[String(year)]?.int ?? 0) > 0 }
        #expect(summary.contains(grouped(total)), "\(summary)")
        #expect(summary.contains(String(format: "%.1f", power)), "\(summary), \(power)")
        #expect(summary.contains(open.count == 1 ? " one site" : " \(open.count) "))
        let hollow = try browser.numbers(
          "[...document.querySelectorAll('.live-site:has(.closed)')].map(e => Number(e.dataset.site)).sort((a, b) => a - b)"
        )
        let shut = chosen.filter { entry in !open.contains { $0.index == entry.index } }
        #expect(hollow.map { Int($0) } == shut.map(\.index))
      }
      #expect(browser.record.faults == [])
    }

    @Test("Play goes from the first year to the last, also for readers who want less motion")
    func play() throws {
      let result = try MapPage.plan.get()
      let browser = try opened(result.page) { try $0.setStill(true) }
      let years = (result.answer["years"]?.array ?? []).compactMap(\.int)
      try browser.click("#map-play")
      #expect(try browser.says("#map-year-shown") == String(years[0]))
      try browser.wait(until: "document.querySelector('#map-play').dataset.state === 'paused'")
      #expect(try browser.says("#map-year-shown") == String(years[years.count - 1]))
      #expect(
        try browser.text("getComputedStyle(document.querySelector('.live-site .symbol')).transitionDuration")
          == "0s")
    }

    @Test("Colours by another property keep the symbols and name each class by a letter, not by colour alone")
    func colours() throws {
      let browser = try opened(try MapPage.plan.get().page)
      let shapes = "[...document.querySelectorAll('.live-site .symbol')].map(e => e.classList[1])"
      let before = try browser.texts(shapes)
      for key in try browser.texts("[...document.querySelector('#map-colour').options].map(o => o.value)")
        .dropFirst()
      {
        try browser.evaluate(
          """
          (select => {
            select.value = \(browser.quoted(key));
            select.dispatchEvent(new Event('change', { bubbles: true }));
          })(document.querySelector('#map-colour'))
          """)
        #expect(try browser.texts(shapes) == before)
        let faults = try browser.texts(
          """
          (() => {
            const data = JSON.parse(document.getElementById('map-data').textContent);
            const group = data.groups.find(group => group.key === \(browser.quoted(key)));
            return [...document.querySelectorAll('.live-site')].filter(marker => {
              const index = data.sites[group.key][marker.dataset.site];
              const letter = index < 0 ? '' : 'ABCDEF'[index];
              const style = index < 0 ? 'class-unknown' : group.classes[index].style;
              return marker.querySelector('.letter').textContent !== letter
                || !marker.querySelector('.symbol').classList.contains('style-' + style);
            }).map(marker => marker.dataset.site);
          })()
          """)
        #expect(faults == [], "\(key)")
      }
      #expect(browser.record.faults == [])
    }

    @Test("The legend counts the sites of each status and switches them off")
    func legend() throws {
      let browser = try opened(try MapPage.plan.get().page)
      let counts = try browser.texts(
        "[...document.querySelectorAll('#map-legend .count')].map(e => e.textContent)")
      let sites = try sites()
      let wanted = ["chosen", "not_chosen", "excluded"].map { status in
        String(sites.filter { $0["status"]?.string == status }.count)
      }
      #expect(counts == wanted)
      try browser.click("#map-legend button[data-class='1']")
      #expect(
        try browser.numbers(
          "[[...document.querySelectorAll('.live-site')].filter(e => e.getClientRects().length).length]")
          == [Double(sites.filter { $0["status"]?.string != "not_chosen" }.count)])
    }
  }
}

/// Lambert-93 after IGN's note NTG 71, with the constants it prints for RGF93: metres east and north.
private func lambert93(longitude: Double, latitude: Double) -> (x: Double, y: Double) {
  let (exponent, constant) = (0.725_607_765_0, 11_754_255.426)
  let eccentricity = 0.081_819_191_042_816
  let angle = latitude * .pi / 180
  let sine = eccentricity * sin(angle)
  let isometric =
    log(tan(.pi / 4 + angle / 2)) + eccentricity / 2 * log((1 - sine) / (1 + sine))
  let distance = constant * exp(-exponent * isometric)
  let turn = exponent * (longitude - 3) * .pi / 180
  return (700_000 + distance * sin(turn), 12_655_612.050 - distance * cos(turn))
}
