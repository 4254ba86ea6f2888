/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader sets: year, colours, classes shown. Each control has a label and works by keyboard. */
(() => {
  'use strict';

  if (!window.Arpent) return;
  const { kit } = window.Arpent;
  const millisecondsPerYear = 1200;

  /** Slider, play button and the line that says what the year holds. */
  class YearControl {
    constructor(data, view) {
      this.data = data;
      this.view = view;
      const { words, years } = data;
      this.slider = kit.element('input', {
        type: 'range', id: 'map-year', min: years[0], max: years[data.lastYear], step: 1,
      });
      this.slider.value = years[view.year];
      this.shown = kit.element('output', { for: 'map-year', id: 'map-year-shown' });
      this.button = kit.element('button', { type: 'button', id: 'map-play', class: 'live-button' });
      this.slider.addEventListener('input', () => {
        // Stopping writes the slider again, so what the reader set is read first.
        const year = this.nearest(Number(this.slider.value));
        this.stop();
        this.go(year);
      });
      this.button.addEventListener('click', () => (this.timer ? this.stop() : this.start()));
      this.element = kit.element('div', { class: 'live-time' }, this.button,
        kit.element('label', { for: 'map-year' }, words.year), this.slider, this.shown);
      view.watch(() => this.update());
      this.update();
    }

    /** The stated year nearest to one of the slider, for years that leave some out. */
    nearest(year) {
      let best = 0;
      this.data.years.forEach((stated, index) => {
        if (Math.abs(stated - year) < Math.abs(this.data.years[best] - year)) best = index;
      });
      return best;
    }

    go(year) {
      this.view.change({ year });
    }

    start() {
      // From the end it begins again.
      if (this.view.year >= this.data.lastYear) this.go(0);
      this.timer = setInterval(() => {
        if (this.view.year < this.data.lastYear) this.go(this.view.year + 1);
        if (this.view.year >= this.data.lastYear) this.stop();
      }, millisecondsPerYear);
      this.update();
    }

    stop() {
      clearInterval(this.timer);
      this.timer = null;
      this.update();
    }

    update() {
      const year = String(this.data.years[this.view.year]);
      this.slider.value = year;
      this.shown.textContent = year;
      const isPlaying = Boolean(this.timer);
      this.button.textContent = isPlaying ? this.data.words.pause : this.data.words.play;
      this.button.dataset.state = isPlaying ? 'playing' : 'paused';
    }
  }

  /** One line in words of what the map shows; read out when it changes. */
  class Summary {
    constructor(data, view) {
      this.data = data;
      this.view = view;
      this.element = kit.element('p', { id: 'map-summary', role: 'status', 'aria-live': 'polite' });
      view.watch(change => {
        if ('year' in change) this.update();
      });
      this.update();
    }

    update() {
      const { data, view } = this;
      if (data.hasYears) {
        const totals = data.totals(view.year);
        const template = totals.sites === 1 ? data.words.summary_one ?? data.words.summary : data.words.summary;
        this.element.textContent = kit.filled(template, {
          year: data.years[view.year], gpus: data.numbers.whole.format(totals.gpus),
          mw: data.numbers.tenth.format(totals.mw), sites: data.numbers.whole.format(totals.sites),
        });
      } else {
        const counts = data.counts(data.groups[0]);
        this.element.textContent = data.groups[0].classes
          .map((entry, index) => `${entry.label}: ${data.numbers.whole.format(counts[index])}`).join(' · ');
      }
    }
  }

  /** By what the sites are coloured. */
  class ColourControl {
    constructor(data, view) {
      this.select = kit.element('select', { id: 'map-colour' },
        ...data.groups.map(group => kit.element('option', { value: group.key }, group.label)));
      this.select.addEventListener('change', () =>
        view.change({ group: data.groups.find(group => group.key === this.select.value) }));
      this.element = kit.element('div', { class: 'live-field' },
        kit.element('label', { for: 'map-colour' }, data.words.colour_by), this.select);
    }
  }

  /** The classes with their symbols and counts; each is a switch that hides its sites, so that one class can be distinguished from another
      without its colour. */
  class Legend {
    constructor(data, view) {
      this.data = data;
      this.view = view;
      this.element = kit.element('ul', { class: 'live-legend', id: 'map-legend', 'aria-label': data.words.legend });
      view.watch(change => {
        if ('group' in change) this.fill();
      });
      this.fill();
    }

    fill() {
      const { data, view } = this;
      const counts = data.counts(view.group);
      const items = view.group.classes.map((entry, index) => this.item(entry, index, counts[index]));
      this.element.replaceChildren(...items);
    }

    item(entry, index, count) {
      const { data, view } = this;
      const button = kit.element('button', { type: 'button', 'aria-pressed': 'true', 'data-class': index },
        this.symbol(view.group, entry, index), kit.element('span', {}, entry.label),
        kit.element('span', { class: 'count' }, data.numbers.whole.format(count)));
      button.addEventListener('click', () => {
        const hidden = new Set(view.hidden);
        if (!hidden.delete(index)) hidden.add(index);
        button.setAttribute('aria-pressed', String(!hidden.has(index)));
        view.change({ hidden });
      });
      return kit.element('li', {}, button);
    }

    symbol(group, entry, index) {
      const letter = this.data.letter(group, index);
      const drawing = kit.shape('svg', {
        class: 'live-symbol', viewBox: '-10 -10 20 20', width: 20, height: 20, 'aria-hidden': 'true',
      });
      if (entry.style === 'excluded') {
        drawing.append(kit.shape('path', { class: 'symbol cross style-excluded', d: 'M-4-4L4 4M-4 4L4-4' }));
      } else if (letter || entry.style === 'not-chosen') {
        drawing.append(kit.shape('circle', { class: `symbol ring style-${entry.style}`, r: letter ? 8 : 5 }));
        drawing.append(kit.shape('text', { class: 'letter of-ring' }, letter));
      } else {
        drawing.append(kit.shape('circle', { class: `symbol disc style-${entry.style}`, r: 8 }));
      }
      return drawing;
    }
  }

  Object.assign(window.Arpent, { YearControl, Summary, ColourControl, Legend });
})();
