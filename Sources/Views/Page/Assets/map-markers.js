/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sites that can be reached by keyboard: one marker each. */
(() => {
  'use strict';

  if (!window.L || !window.Arpent) return;
  const { kit } = window.Arpent;

  // A target that a finger hits is at least 24 pixels wide.
  const smallestTarget = 24;
  const ringRadius = 5;
  const letteredRingRadius = 7;
  const levels = { cross: 0, ring: 1000, disc: 2000 };

  /** The marker of one site: its symbol, its target and what it is called. */
  class SiteMarker {
    constructor(site, data, actions) {
      this.site = site;
      this.data = data;
      this.entry = data.chosenOf.get(site);
      this.symbol = data.symbol(site);
      this.drawing = kit.shape('svg', { class: 'live-symbol', 'aria-hidden': 'true', focusable: 'false' });
      this.holder = kit.element('div', {}, this.drawing);
      this.makeSymbol();
      this.layer = L.marker(data.place(site), {
        icon: L.divIcon({ className: 'live-site', html: this.holder, iconSize: null }),
        keyboard: true,
      });
      this.layer.on('add', () => this.listen(actions));
    }

    makeSymbol() {
      this.target = kit.shape('circle', { class: 'target' });
      this.figure = this.symbol === 'cross' ? kit.shape('path', { d: 'M-4-4L4 4M-4 4L4-4' }) : kit.shape('circle');
      this.letter = kit.shape('text', { class: 'letter' });
      this.drawing.append(this.target, this.figure, this.letter);
      if (this.entry) {
        this.digits = kit.shape('text', { class: 'disc-number', y: '0.35em' }, String(this.entry.number));
        this.drawing.append(this.digits);
      }
    }

    listen(actions) {
      const element = this.layer.getElement();
      this.element = element;
      element.dataset.site = this.site;
      element.setAttribute('role', 'button');
      const open = () => actions.open(this.site, element);
      element.addEventListener('click', open);
      element.addEventListener('keydown', event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        open();
      });
      element.addEventListener('mouseenter', () => actions.name(this.site));
      element.addEventListener('mouseleave', () => actions.name(-1));
      element.addEventListener('focus', () => {
        // What has the focus must be seen.
        actions.bringIntoView(this.site);
        actions.name(this.site);
      });
      element.addEventListener('blur', () => actions.name(-1));
    }

    /** Sizes, colours and words for what is looked at. */
    update(view, shrink) {
      const { data, site, entry } = this;
      const index = data.classOf(view.group, site);
      const style = data.style(view.group, index);
      const letter = data.letter(view.group, index);
      const isOpen = !entry || data.isOpen(entry, view.year);
      const radius = this.radius(view, shrink, letter);
      this.drawn = radius;
      this.target.setAttribute('r', Math.max(radius + 2, smallestTarget / 2));
      if (this.symbol !== 'cross') this.figure.setAttribute('r', radius.toFixed(2));
      this.figure.setAttribute('class', `symbol ${this.symbol} style-${style}${isOpen ? '' : ' closed'}`);
      this.letter.textContent = letter;
      this.letter.setAttribute('class', `letter of-${this.symbol}`);
      const beside = this.symbol === 'ring' ? [0, 0] : [radius * 0.8 + 5, radius * 0.8 + 1];
      this.letter.setAttribute('x', beside[0]);
      this.letter.setAttribute('y', beside[1]);
      if (this.digits) {
        this.digits.style.display = isOpen ? '' : 'none';
        this.digits.style.fontSize = radius < 10 ? '10px' : '';
      }
      const isShown = view.isShown(data, site);
      this.element.hidden = !isShown;
      this.element.style.display = isShown ? '' : 'none';
      this.element.setAttribute('aria-label', data.spoken(site, view));
      // Small discs over large ones, discs over rings, rings over crosses.
      this.layer.setZIndexOffset(levels[this.symbol] - (entry ? Math.round(radius * 10) : 0));
    }

    radius(view, shrink, letter) {
      if (this.entry) return this.data.radius(this.entry, view.year) * shrink;
      if (this.symbol === 'disc') return ringRadius + 1;
      return letter ? letteredRingRadius : ringRadius;
    }
  }

  /** All markers, chosen sites first: so they come first under the Tab key. */
  class SiteMarkers {
    constructor(map, data, view, members, actions) {
      this.data = data;
      this.view = view;
      this.map = map;
      const order = { disc: 0, ring: 1, cross: 2 };
      const rank = site => [order[data.symbol(site)], data.chosenOf.get(site)?.number ?? 0, site];
      const ranked = members.map(site => ({ site, rank: rank(site) }));
      ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2]);
      this.markers = ranked.map(({ site }) => new SiteMarker(site, data, actions));
      for (const marker of this.markers) marker.layer.addTo(map);
      this.of = new Map(this.markers.map(marker => [marker.site, marker]));
      this.update();
      view.watch(() => this.update());
      map.on('resize', () => this.update());
    }

    update() {
      // On a narrow map full-sized discs would hide the country.
      const shrink = Math.min(1, Math.max(0.65, this.map.getSize().x / 700));
      for (const marker of this.markers) marker.update(this.view, shrink);
    }
  }

  window.Arpent.SiteMarkers = SiteMarkers;
})();
