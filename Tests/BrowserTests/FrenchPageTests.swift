// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Foundation
import Reports
import TestSupport
import Testing

extension BrowserTests {
  @Suite("The page in French")
  struct FrenchPage {
    /// A number as a French page writes it: a narrow space that does not break between thousands, a comma
    /// before decimals.
    private func french(_ english: String) -> String {
      english.replacing(",", with: "\u{202F}").replacing(".", with: ",")
    }

    @Test("It says that it is French, to eyes and to screen readers, and asks for nothing")
    func words() throws {
      let browser = try opened(try MapPage.french.get())
      try browser.settle()
      #expect(try browser.text("document.documentElement.lang") == "fr")
      #expect(try browser.says("a.skip") == "Aller au contenu (plan)")
      #expect(try browser.says("label[for=map-year]") == "Année")
      #expect(try browser.says("#map-play") == "Lire")
      #expect(try browser.says("label[for=map-find]") == "Chercher un site")
      #expect(try browser.says("label[for=map-colour]") == "Colorer selon")
      #expect(try browser.text("document.querySelector('.leaflet-control-zoom-in').title") == "Agrandir")
      #expect(
        try browser.text("document.querySelector('#map-legend').getAttribute('aria-label')") == "Légende")
      #expect(try browser.says("#map-legend button").hasPrefix("retenu"))
      #expect(browser.record.faults == [])
    }

    @Test("No English is left in what every reader sees; sheets and tables of inputs tell of data")
    func noEnglish() throws {
      let browser = try opened(try MapPage.french.get())
      let names = try #require(try MapPage.plan.get().answer["sites"]?.array).compactMap { $0["name"] }
      let left = try browser.texts(
        """
        (names => {
          const copy = document.body.cloneNode(true);
          for (const rest of copy.querySelectorAll('#designs, #sites, #sheets, #assumptions, #sources')) rest.remove();
          // What stands apart from the words around it came from data.
          for (const data of copy.querySelectorAll('bdi, code, pre, script, style')) data.remove();
          const found = new Set();
          const walk = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            let text = walk.currentNode.textContent.replace(/[\u{2068}\u{2069}]/g, '');
            for (const name of names) {
              text = text.replaceAll(name, '');
              // Labels of drawings are cut off.
              for (let length = name.length; length > 9; length -= 1) text = text.replaceAll(name.slice(0, length) + '\u{2026}', '');
            }
            if (/\\b(the|and|with|of|from|is|are|chosen|years?|GPUs|power|cost|each|none|all)\\b/i.test(text)) {
              found.add(text.trim().slice(0, 160));
            }
          }
          return [...found].slice(0, 20);
        })(\(JSONWriter.text(.array(names), layout: .compact)))
        """)
      #expect(left == [])
    }

    @Test("The slider tells each year with French numbers")
    func slider() throws {
      let answer = try MapPage.plan.get().answer
      let browser = try opened(try MapPage.french.get())
      try browser.focus("#map-year")
      try browser.press(.home)
      for (step, year) in (answer["years"]?.array ?? []).compactMap(\.int).enumerated() {
        if step > 0 { try browser.press(.right) }
        try browser.settle()
        let gpus = try #require(answer["totals"]?["gpus_by_year"]?[String(year)]?.int)
        let power = try #require(answer["totals"]?["grid_mw_by_year"]?[String(year)]?.double)
        let said = try browser.says("#map-summary").replacing("\u{A0}", with: " ")
        let wanted =
          "\(year) : \(french(grouped(gpus))) GPU et \(french(String(format: "%.1f", power))) MW "
        #expect(said.hasPrefix(wanted) && said.contains(" au réseau sur "), "\(said)")
      }
      #expect(browser.record.faults == [])
    }

    @Test("Every column of numbers sorts as the English page sorts it")
    func sorting() throws {
      // Each column of numbers, sorted ascending, as texts.
      let script = """
        [...document.querySelectorAll('main table.sortable')].flatMap((table, at) =>
          [...table.tHead.rows[0].cells].filter(head => head.classList.contains('number')).map(head => {
            head.querySelector('.sort-button').click();
            return at + '|' + [...table.tBodies[0].rows].filter(row => !row.classList.contains('total'))
              .map(row => row.cells[head.cellIndex].textContent.trim()).join('|');
          }))
        """
      let english = try opened(try MapPage.plan.get().page).texts(script)
      let french = try opened(try MapPage.french.get()).texts(script)
      try #require(english.count == french.count && english.count > 20)
      var narrow = 0
      for (one, other) in zip(english, french) {
        narrow += other.contains("\u{202F}") ? 1 : 0
        let values = one.split(separator: "|").dropFirst().map { number(String($0.replacing(",", with: ""))) }
        let again = other.split(separator: "|").dropFirst().map {
          number(
            $0.filter { $0 != "\u{202F}" && $0 != "\u{A0}" }.replacing(",", with: "."))
        }
        #expect(values == again, "\(one)\n\(other)")
        let known = again.compactMap { $0 }
        #expect(known == known.sorted(), "\(other)")
      }
      #expect(narrow > 3)
    }

    /// The number that a text begins with.
    private func number(_ text: String) -> Double? {
      Double(text.replacing("\u{2212}", with: "-").prefix { "0123456789.-".contains($0) })
    }

    @Test("A site's sheet is French, with its name as it is")
    func sheet() throws {
      let sites = try #require(try MapPage.plan.get().answer["sites"]?.array)
      let index = try #require(sites.firstIndex { $0["status"]?.string == "chosen" })
      let browser = try opened(try MapPage.french.get())
      try browser.focus(".live-site[data-site=\"\(index)\"]")
      let spoken = try browser.text("document.activeElement.getAttribute('aria-label')")
      #expect(spoken.contains("GPU") && !spoken.contains("GPUs") && spoken.contains("retenu"), "\(spoken)")
      try browser.press(.enter)
      #expect(try browser.says("#site-sheet-title") == sites[index]["name"]?.string)
      let state = try browser.says("#site-sheet .sheet-state")
      #expect(state.hasPrefix("retenu") && !state.contains("GPUs"), "\(state)")
      #expect(try browser.says("#site-sheet .sheet-body > p:last-child a") == "Fiche du site")
      #expect(
        try browser.text("document.querySelector('.sheet-close').getAttribute('aria-label')") == "Fermer")
      try browser.press(.escape)
      try browser.focus("#map-find")
      try browser.type("no such site")
      #expect(try browser.says("#map-find-count") == "Aucun site ne porte ce nom")
      #expect(browser.record.faults == [])
    }
  }
}
