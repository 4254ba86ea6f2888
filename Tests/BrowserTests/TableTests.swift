// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Reports
import TestSupport
import Testing

extension BrowserTests {
  @Suite("Tables of the page sort and filter")
  struct Tables {
    /// A table with a column of numbers and rows enough; `window.head` is the head of that column.
    private func page() throws -> Browser {
      let browser = try opened(try MapPage.plan.get().page)
      let found = try browser.evaluate(
        """
        (() => {
          const heads = [...document.querySelectorAll('main table.sortable thead th.number')];
          window.head = heads.find(head => head.closest('table').tBodies[0].rows.length > 3
            && new Set([...head.closest('table').tBodies[0].rows].map(row => row.cells[head.cellIndex].textContent)).size > 3
            && head.getClientRects().length);
          return Boolean(window.head);
        })()
        """)
      try #require(found.bool == true, "no table with numbers")
      return browser
    }

    private let cells = """
      [...head.closest('table').tBodies[0].rows].filter(row => !row.classList.contains('total'))
        .map(row => row.cells[head.cellIndex].textContent.trim())
      """

    private func numbers(_ texts: [String]) -> [Double] {
      texts.compactMap { Double($0.replacing(",", with: "").prefix { "0123456789.-".contains($0) }) }
    }

    @Test("A head goes through ascending, descending and as delivered, and says so")
    func sort() throws {
      let browser = try page()
      let delivered = try browser.texts(cells)
      let press = "head.querySelector('.sort-button').click(); head.getAttribute('aria-sort') ?? 'none'"
      #expect(try browser.text(press) == "ascending")
      let ascending = try browser.texts(cells)
      #expect(numbers(ascending) == numbers(delivered).sorted())
      // What is no number comes last, whichever way.
      #expect(ascending.suffix(delivered.count - numbers(delivered).count).allSatisfy { Double($0) == nil })
      #expect(try browser.text(press) == "descending")
      let descending = try browser.texts(cells)
      #expect(numbers(descending) == numbers(delivered).sorted(by: >))
      #expect(descending.suffix(delivered.count - numbers(delivered).count).allSatisfy { Double($0) == nil })
      #expect(try browser.text(press) == "none")
      #expect(try browser.texts(cells) == delivered)
      #expect(browser.record.faults == [])
    }

    @Test("A head is a button that the keyboard reaches, and the arrow is more than a colour")
    func keyboard() throws {
      let browser = try page()
      try browser.evaluate("head.querySelector('.sort-button').focus()")
      let arrow = "getComputedStyle(head.querySelector('.sort-arrow'), '::before').content"
      let before = try browser.text(arrow)
      try browser.press(.enter)
      #expect(try browser.text("head.getAttribute('aria-sort')") == "ascending")
      let up = try browser.text(arrow)
      try browser.press(.space)
      #expect(try browser.text("head.getAttribute('aria-sort')") == "descending")
      #expect(Set([before, up, try browser.text(arrow)]).count == 3)
    }

    @Test("A sum stays below what it sums up")
    func total() throws {
      let browser = try page()
      let outcome = try browser.texts(
        """
        [...document.querySelectorAll('main table.sortable')].filter(table => table.querySelector('tr.total')).map(table => {
          table.querySelector('.sort-button').click();
          return table.tBodies[0].rows[table.tBodies[0].rows.length - 1].className;
        })
        """)
      #expect(!outcome.isEmpty && outcome.allSatisfy { $0 == "total" }, "\(outcome)")
    }

    @Test("A filter keeps the rows with a text, without accents and capitals, and says how many")
    func filter() throws {
      let browser = try page()
      try browser.focus("#sites .table-filter input")
      try browser.type("ILE-DE-FRANCE")
      let rows =
        "[...document.querySelector('#sites table.filterable').tBodies[0].rows].filter(r => !r.classList.contains('total'))"
      try browser.wait(until: "\(rows).some(row => row.hidden)")
      let shown = try browser.texts(
        "\(rows).filter(row => row.getClientRects().length).map(row => row.textContent)")
      let all = try browser.texts("\(rows).map(row => row.textContent)")
      #expect(shown == all.filter { $0.contains("Île-de-France") } && !shown.isEmpty)
      let said = try browser.says("#sites .table-filter output")
      #expect(said.contains(String(shown.count)) && said.contains(grouped(all.count)), "\(said)")
    }
  }
}
