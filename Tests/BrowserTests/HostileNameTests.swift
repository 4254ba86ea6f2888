// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports
import TestSupport
import Testing

extension BrowserTests {
  @Suite("Names from data do no harm")
  struct HostileNames {
    @Test(
      "A name stands as it is on marker, list and sheet, and nothing of it runs",
      arguments: HostileName.allCases)
    func harmless(name: HostileName) throws {
      let result = try MapPage.hostile.get()
      let sites = try #require(result.answer["sites"]?.array)
      let index = try #require(sites.firstIndex { $0["name"]?.string == name.rawValue })
      #expect(sites[index]["selected"]?.bool == true)
      let browser = try opened(result.page)
      let spoken = try browser.text(
        "document.querySelector('.live-site[data-site=\"\(index)\"]').getAttribute('aria-label')")
      // Kept apart from the words around it: first strong isolate ... pop directional isolate.
      #expect(spoken.hasPrefix("\u{2068}\(name.rawValue)\u{2069}, "), "\(spoken)")
      try browser.focus("#map-find")
      try browser.type(String(name.rawValue.suffix(8)))
      #expect(
        try browser.texts("[...document.querySelectorAll('#map-find-list bdi')].map(e => e.textContent)")
          .contains(name.rawValue))
      try browser.focus(".live-site[data-site=\"\(index)\"]")
      try browser.settle()
      try browser.press(.enter)
      #expect(try browser.says("#site-sheet-title bdi") == name.rawValue)
      try browser.settle()
      #expect(browser.record.faults == [])
      #expect(try browser.numbers("[document.querySelectorAll('img, [onerror]').length]") == [0])
    }
  }
}
