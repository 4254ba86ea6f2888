/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search box: names are compared without accents and capitals. */
(() => {
  'use strict';

  if (!window.Arpent) return;
  const { kit } = window.Arpent;
  const mostMatches = 12;

  class FindControl {
    constructor(data, show) {
      this.data = data;
      this.show = show;
      const { words } = data;
      this.input = kit.element('input', {
        type: 'search', id: 'map-find', autocomplete: 'off', spellcheck: 'false', 'aria-controls': 'map-find-list',
        'aria-describedby': 'map-find-count',
      });
      this.list = kit.element('ul', { id: 'map-find-list', class: 'live-matches', hidden: '' });
      this.said = kit.element('p', { id: 'map-find-count', class: 'live-count', role: 'status' });
      this.element = kit.element('div', { class: 'live-field live-find' },
        kit.element('label', { for: 'map-find' }, words.find), this.input, this.said, this.list);
      this.input.addEventListener('input', () => this.update());
      this.element.addEventListener('keydown', event => this.press(event));
      // Leaving the box by Tab or pointer puts the list away.
      this.element.addEventListener('focusout', event => {
        if (!this.element.contains(event.relatedTarget)) this.list.hidden = true;
      });
      this.input.addEventListener('focus', () => {
        this.list.hidden = this.list.childElementCount === 0;
      });
    }

    /** Names without accents, made when first asked for: a screening has tens of thousands. */
    get names() {
      this.folded ??= this.data.sites.name.map(kit.folded);
      return this.folded;
    }

    /** Sites whose names hold the text: those that begin with it first, then those with a word that does, chosen ones before others. */
    matches(text) {
      const sought = kit.folded(text.trim());
      if (sought === '') return [];
      const found = [];
      this.names.forEach((name, site) => {
        const at = name.indexOf(sought);
        if (at < 0) return;
        const rank = at === 0 ? 0 : name.includes(` ${sought}`) ? 1 : 2;
        found.push({ site, rank, isOther: this.data.chosenOf.has(site) ? 0 : 1 });
      });
      found.sort((a, b) => a.rank - b.rank || a.isOther - b.isOther || a.site - b.site);
      return found.map(match => match.site);
    }

    update() {
      const { data } = this;
      const found = this.matches(this.input.value);
      this.list.replaceChildren(...found.slice(0, mostMatches).map(site => this.item(site)));
      this.list.hidden = found.length === 0;
      if (this.input.value.trim() === '') this.said.textContent = '';
      else if (found.length === 0) this.said.textContent = data.words.no_match;
      else this.said.textContent = kit.filled(this.template(found.length), { n: data.numbers.whole.format(found.length) });
    }

    template(count) {
      const { words } = this.data;
      return count === 1 ? words.matches_one ?? words.matches : words.matches;
    }

    item(site) {
      const button = kit.element('button', { type: 'button', 'data-find-site': site },
        kit.data(this.data.sites.name[site]), kit.element('span', { class: 'site-status' }, this.data.siteStatus(site)));
      button.addEventListener('click', () => this.choose(site));
      return kit.element('li', {}, button);
    }

    choose(site) {
      this.list.hidden = true;
      this.show(site, this.input);
    }

    press(event) {
      const buttons = [...this.list.querySelectorAll('button')];
      const at = buttons.indexOf(document.activeElement);
      if (event.key === 'Escape') {
        this.list.hidden = true;
        this.input.focus();
      } else if (event.key === 'Enter' && at < 0 && buttons.length > 0) {
        this.choose(Number(buttons[0].dataset.findSite));
      } else if (event.key === 'ArrowDown' && buttons.length > 0) {
        this.list.hidden = false;
        buttons[Math.min(at + 1, buttons.length - 1)].focus();
      } else if (event.key === 'ArrowUp' && at >= 0) {
        (buttons[at - 1] ?? this.input).focus();
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    }
  }

  window.Arpent.FindControl = FindControl;
})();
