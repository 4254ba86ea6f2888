/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of class "sortable" get a button in each head: ascending, descending, as delivered. Tables of class "filterable" get a box that
   keeps the rows with a text. Clicks are followed from the document, so that a copy of a table works like the table. */
(() => {
  'use strict';

  if (!window.Arpent) return;
  const { kit } = window.Arpent;
  const words = kit.stated()?.words ?? {};
  const language = document.documentElement.lang || 'en';
  const texts = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  // The rows of a table as the page delivered them.
  const delivered = new WeakMap();

  const headsOf = table => [...(table.tHead?.rows[0]?.cells ?? [])];
  const rowsOf = table => [...table.tBodies].flatMap(body => [...body.rows]);

  /** The number a cell shows, as the language of the page writes it; NaN for none. */
  const number = text => {
    const bare = language.startsWith('fr') ? text.replace(/\s/g, '').replace(',', '.') : text.replace(/,/g, '');
    return parseFloat(bare.replace(/^[\u2212\u2013]/, '-'));
  };

  const isBlank = text => text === '' || text === '-' || text === '\u2013' || text === '\u2014';

  /** What a cell is sorted by; null for nothing, which comes last in both directions. */
  const keyOf = (cell, isNumber) => {
    const text = (cell?.textContent ?? '').trim();
    const stated = cell?.dataset.value;
    if (isNumber) {
      const value = stated === undefined || stated === '' ? number(text) : Number(stated);
      return Number.isNaN(value) ? null : value;
    }
    return isBlank(text) ? null : text;
  };

  /** Rows in order. Equal rows stay as they were delivered, in both directions. */
  const ordered = (rows, column, isNumber, direction) => {
    const sign = direction === 'descending' ? -1 : 1;
    const keyed = rows.map((row, index) => ({ row, index, key: keyOf(row.cells[column], isNumber) }));
    keyed.sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.index - b.index;
      const difference = isNumber ? a.key - b.key : texts.compare(a.key, b.key);
      return sign * difference || a.index - b.index;
    });
    return keyed.map(entry => entry.row);
  };

  const sort = (table, column) => {
    const heads = headsOf(table);
    const head = heads[column];
    if (!delivered.has(table)) delivered.set(table, rowsOf(table));
    const next = { none: 'ascending', ascending: 'descending', descending: 'none' };
    const direction = next[head.getAttribute('aria-sort') ?? 'none'];
    for (const other of heads) other.removeAttribute('aria-sort');
    if (direction !== 'none') head.setAttribute('aria-sort', direction);
    const all = delivered.get(table);
    const rows = all.filter(row => !row.classList.contains('total'));
    const totals = all.filter(row => row.classList.contains('total'));
    const isNumber = head.classList.contains('number');
    const sorted = direction === 'none' ? rows : ordered(rows, column, isNumber, direction);
    const fragment = document.createDocumentFragment();
    // "As delivered" puts a total back to where it was; else it sums up what stands above it.
    for (const row of direction === 'none' ? all : [...sorted, ...totals]) fragment.append(row);
    table.tBodies[0].append(fragment);
  };

  const addSortButtons = table => {
    for (const head of headsOf(table)) {
      const button = kit.element('button', { type: 'button', class: 'sort-button' });
      button.title = kit.filled(words.sort, { column: head.textContent.trim() });
      button.append(...head.childNodes, kit.element('span', { class: 'sort-arrow', 'aria-hidden': 'true' }));
      head.append(button);
    }
  };

  const filter = (table, sought, said) => {
    let shown = 0;
    let total = 0;
    for (const row of rowsOf(table)) {
      if (row.classList.contains('total')) continue;
      total += 1;
      // The text without accents is kept with the row: a table may have tens of thousands.
      row.soughtText ??= kit.folded(row.textContent);
      const isShown = sought === '' || row.soughtText.includes(sought);
      if (row.hidden === isShown) row.hidden = !isShown;
      if (isShown) shown += 1;
    }
    const plain = kit.numbers(language).whole;
    said.textContent = kit.filled(words.rows ?? '{n} / {all}', {
      n: plain.format(shown), all: plain.format(total),
    });
  };

  const addFilter = table => {
    const input = kit.element('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
    const said = kit.element('output', { 'aria-live': 'polite' });
    const label = kit.element('label', {}, words.filter ?? table.caption?.textContent ?? '', input);
    const place = table.closest('.scroll') ?? table;
    place.before(kit.element('div', { class: 'table-filter needs-script' }, label, said));
    let waiting = 0;
    input.addEventListener('input', () => {
      // Once a frame is often enough, however fast one types.
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => filter(table, kit.folded(input.value.trim()), said));
    });
    // A page that is printed shows all rows.
    window.addEventListener('beforeprint', () => filter(table, '', said));
    window.addEventListener('afterprint', () => filter(table, kit.folded(input.value.trim()), said));
  };

  /** A box is a stop of the Tab key only where it scrolls: elsewhere a reader would stop for nothing. */
  const setStops = () => {
    for (const box of document.querySelectorAll('.scroll')) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  };

  for (const table of document.querySelectorAll('table.sortable')) addSortButtons(table);
  for (const table of document.querySelectorAll('table.filterable')) addFilter(table);

  setStops();
  window.addEventListener('resize', setStops);
  // What is folded has no width; unfolding tells nobody above, so it is caught on the way down.
  document.addEventListener('toggle', setStops, true);

  document.addEventListener('click', event => {
    const button = event.target.closest('.sort-button');
    if (!button) return;
    const head = button.closest('th');
    sort(button.closest('table'), [...head.parentElement.cells].indexOf(head));
  });
})();
