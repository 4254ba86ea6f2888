/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tens of thousands of sites on one canvas. The keyboard way to them is the search box. */
(() => {
  'use strict';

  if (!window.L || !window.Arpent) return;
  const { ViewLayer } = window.Arpent;

  /** Sites by square of the map, so that a pointer is compared with those around it only. */
  class SiteGrid {
    constructor(data, members) {
      this.data = data;
      this.cell = Math.max(1, Math.max(data.frame.width, data.frame.height) / 128);
      this.cells = new Map();
      for (const site of members) {
        const key = this.key(this.square(data.sites.x[site]), this.square(data.sites.y[site]));
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push(site);
      }
    }

    square(length) {
      return Math.floor(length / this.cell);
    }

    key(column, row) {
      return column * 4096 + row;
    }

    /** Sites of the squares that a rectangle of the frame touches. */
    * within(west, north, east, south) {
      for (let column = this.square(west); column <= this.square(east); column += 1) {
        for (let row = this.square(north); row <= this.square(south); row += 1) {
          yield* this.cells.get(this.key(column, row)) ?? [];
        }
      }
    }

    /** The site nearest to a point, no farther than `reach`; -1 for none. */
    nearest(x, y, reach, isShown) {
      let best = -1;
      let least = reach * reach;
      for (const site of this.within(x - reach, y - reach, x + reach, y + reach)) {
        const distance = (this.data.sites.x[site] - x) ** 2 + (this.data.sites.y[site] - y) ** 2;
        if (distance <= least && isShown(site)) {
          best = site;
          least = distance;
        }
      }
      return best;
    }
  }

  // In this order: what matters more is drawn over what matters less.
  const symbols = ['cross', 'ring', 'disc'];

  /** The sites of `members` as crosses, rings and discs. */
  const CanvasSites = ViewLayer.extend({
    initialize(data, view, members) {
      this.data = data;
      this.view = view;
      this.grid = new SiteGrid(data, members);
    },

    makeContainer() {
      // Colours come from the style sheet, which follows the system from light to dark.
      matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
      const canvas = L.DomUtil.create('canvas', 'live-sites');
      canvas.setAttribute('aria-hidden', 'true');
      return canvas;
    },

    /** Radius of a symbol: from a dot on the whole map to the size of a ring among few sites. */
    symbolRadius() {
      return Math.min(6, 1.6 + 0.9 * Math.max(0, Math.log2(this.pixels) + 0.6));
    },

    draw() {
      const ratio = window.devicePixelRatio || 1;
      const canvas = this.container;
      canvas.width = this.size.x * ratio;
      canvas.height = this.size.y * ratio;
      canvas.style.width = `${this.size.x}px`;
      canvas.style.height = `${this.size.y}px`;
      const brush = canvas.getContext('2d');
      brush.scale(ratio, ratio);
      for (const [key, members] of this.sorted()) this.drawGroup(brush, key, members);
    },

    /** The sites that are seen, by symbol and class: each such group is one path of one colour. */
    sorted() {
      const { data, view } = this;
      const groups = new Map();
      for (const symbol of symbols) {
        for (let index = -1; index < view.group.classes.length; index += 1) groups.set(`${symbol} ${index}`, []);
      }
      const east = this.west + this.size.x / this.pixels;
      const south = this.north + this.size.y / this.pixels;
      for (const site of this.grid.within(this.west, this.north, east, south)) {
        if (view.isShown(data, site)) groups.get(`${data.symbol(site)} ${data.classOf(view.group, site)}`).push(site);
      }
      return groups;
    },

    drawGroup(brush, key, members) {
      if (members.length === 0) return;
      const [symbol, index] = key.split(' ');
      const style = this.data.style(this.view.group, Number(index));
      const letter = this.data.letter(this.view.group, Number(index));
      const radius = this.symbolRadius();
      const sheet = getComputedStyle(document.documentElement);
      const colour = sheet.getPropertyValue(`--${style === 'not-chosen' ? 'other' : style}`).trim() || 'gray';
      brush.beginPath();
      for (const site of members) this.trace(brush, symbol, site, radius);
      brush.strokeStyle = colour;
      brush.lineWidth = radius < 3 ? 1 : 1.6;
      brush.fillStyle = symbol === 'disc' ? colour : sheet.getPropertyValue('--ground').trim();
      if (symbol !== 'cross') brush.fill();
      brush.stroke();
      if (letter && radius > 4.5) this.drawLetters(brush, letter, members, symbol, radius, sheet);
    },

    trace(brush, symbol, site, radius) {
      const [x, y] = this.at(site);
      if (symbol === 'cross') {
        const arm = radius * 0.8;
        brush.moveTo(x - arm, y - arm);
        brush.lineTo(x + arm, y + arm);
        brush.moveTo(x - arm, y + arm);
        brush.lineTo(x + arm, y - arm);
      } else {
        brush.moveTo(x + radius, y);
        brush.arc(x, y, radius, 0, 2 * Math.PI);
      }
    },

    drawLetters(brush, letter, members, symbol, radius, sheet) {
      brush.font = '600 9px system-ui, "DejaVu Sans", sans-serif';
      brush.textBaseline = 'middle';
      brush.textAlign = symbol === 'cross' ? 'left' : 'center';
      brush.fillStyle = sheet.getPropertyValue(symbol === 'disc' ? '--on-chosen' : '--text').trim();
      for (const site of members) {
        const [x, y] = this.at(site);
        brush.fillText(letter, symbol === 'cross' ? x + radius + 1 : x, y + 0.5);
      }
    },

    at(site) {
      return [
        (this.data.sites.x[site] - this.west) * this.pixels, (this.data.sites.y[site] - this.north) * this.pixels,
      ];
    },

    /** The site under a point of the map; -1 for none. */
    siteAt(latlng) {
      const reach = Math.max(8, this.symbolRadius() + 4) / this.pixels;
      return this.grid.nearest(latlng.lng, -latlng.lat, reach, site => this.view.isShown(this.data, site));
    },
  });

  window.Arpent.CanvasSites = CanvasSites;
})();
