/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The panel beside the map with what the page says of a site. */
(() => {
  'use strict';

  if (!window.Arpent) return;
  const { kit } = window.Arpent;

  class SheetPanel {
    constructor(data, view) {
      this.data = data;
      this.view = view;
      const { words } = data;
      this.title = kit.element('h3', { id: 'site-sheet-title', tabindex: '-1' });
      this.body = kit.element('div', { class: 'sheet-body' });
      const close = kit.element('button', {
        type: 'button', class: 'live-button sheet-close', 'aria-label': words.close, title: words.close,
      }, '×');
      close.addEventListener('click', () => this.close());
      this.element = kit.element('aside', {
        id: 'site-sheet', role: 'dialog', 'aria-modal': 'false', 'aria-labelledby': 'site-sheet-title', hidden: '',
      }, kit.element('div', { class: 'sheet-head' }, this.title, close), this.body);
      this.element.addEventListener('keydown', event => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.close();
      });
      view.watch(change => {
        if ('year' in change && this.site >= 0) this.state.textContent = this.stateText();
      });
      this.site = -1;
    }

    /** Shows a site; `opener` gets the focus back when the panel is closed. */
    open(site, opener) {
      this.site = site;
      this.opener = opener;
      const { data } = this;
      this.title.replaceChildren(kit.data(data.sites.name[site]));
      this.state = kit.element('p', { class: 'sheet-state' }, this.stateText());
      const sheet = data.sites.sheet[site] ? document.getElementById(data.sites.sheet[site]) : null;
      this.body.replaceChildren(this.state, ...(sheet ? this.fullSheet(sheet) : this.note(site)));
      this.body.scrollTop = 0;
      this.element.dataset.site = site;
      this.element.hidden = false;
      this.changed?.();
      this.title.focus({ preventScroll: true });
    }

    stateText() {
      return [this.data.siteStatus(this.site), this.data.service(this.site, this.view.year)].filter(Boolean).join(', ');
    }

    /** A copy of the sheet further down, and the way there. Its heading repeats the name that already stands above. */
    fullSheet(sheet) {
      const copy = kit.copied(sheet);
      copy.hidden = false;
      const first = copy.firstElementChild;
      if (first && /^H[1-6]$/.test(first.tagName)) first.remove();
      const link = kit.element('a', { href: `#${encodeURIComponent(sheet.id)}` }, this.data.words.sheet);
      link.addEventListener('click', () => {
        // A link into what is folded away would lead nowhere.
        for (let folded = sheet.closest('details'); folded; folded = folded.parentElement.closest('details')) {
          folded.open = true;
        }
      });
      return [copy, kit.element('p', {}, link)];
    }

    note(site) {
      const { data } = this;
      const classes = data.groups.filter(group => group.key !== 'status').map(group => {
        const label = group.classes[data.classOf(group, site)]?.label;
        return label ? kit.element('div', {}, kit.element('dt', {}, group.label), kit.element('dd', {}, label)) : null;
      }).filter(Boolean);
      const parts = classes.length > 0 ? [kit.element('dl', { class: 'sheet-facts' }, ...classes)] : [];
      const text = data.notes[data.sites.note[site]];
      if (text) parts.push(kit.element('p', { class: 'sheet-note' }, kit.data(text)));
      return parts;
    }

    close() {
      if (this.site < 0) return;
      this.site = -1;
      this.element.hidden = true;
      delete this.element.dataset.site;
      this.changed?.();
      if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
    }
  }

  window.Arpent.SheetPanel = SheetPanel;
})();
