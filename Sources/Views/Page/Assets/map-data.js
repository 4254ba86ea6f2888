/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sites of the page and how each is to be shown: what the still map says, by year and by class. */
(() => {
  'use strict';

  if (!window.Arpent) return;
  const { kit } = window.Arpent;

  // Radii in pixels. The area of a disc is in proportion to GPUs; a number must fit in the smallest.
  const largestRadius = 26;
  const smallestRadius = 8;
  const closedRadius = 6;
  const rankRadius = 10;

  /** What `#map-data` holds, with the questions the map asks of it. */
  class SiteData {
    constructor(stated) {
      Object.assign(this, stated);
      this.count = this.sites.name.length;
      this.numbers = kit.numbers(this.locale);
      this.chosenOf = new Map(this.chosen.map(entry => [entry.site, entry]));
      this.hasYears = this.years.length > 0;
      this.lastYear = this.years.length - 1;
      const atTheEnd = this.hasYears ? this.chosen.map(entry => entry.gpus[this.lastYear]) : [];
      this.mostGPUs = atTheEnd.reduce((most, gpus) => Math.max(most, gpus), 1);
      this.statusClasses = this.groups.find(group => group.key === 'status').classes;
    }

    /** Place in Leaflet's plane: north is up there and down on the picture; null for a site outside the map. */
    place(site) {
      const x = this.sites.x[site];
      const y = this.sites.y[site];
      return Number.isFinite(x) && Number.isFinite(y) ? L.latLng(-y, x) : null;
    }

    /** Which symbol a site has: disc, ring or cross. Shape says the status whatever the colours say. */
    symbol(site) {
      if (this.chosenOf.has(site)) return 'disc';
      const style = this.statusClasses[this.sites.status[site]]?.style;
      if (style === 'chosen') return 'disc';
      return style === 'excluded' ? 'cross' : 'ring';
    }

    /** Index of the class of a site within a group; -1 when it is not known. */
    classOf(group, site) {
      return this.sites[group.key]?.[site] ?? -1;
    }

    /** Name of the style of a class: its colour in the style sheet. */
    style(group, index) {
      return group.classes[index]?.style ?? 'class-unknown';
    }

    /** The letter that says a class without its colour; none for the status, which has its own shapes. */
    letter(group, index) {
      return group.key === 'status' || index < 0 ? '' : String.fromCharCode(65 + (index % 26));
    }

    /** GPUs of a chosen site in a year (an index into `years`). */
    gpus(entry, year) {
      return this.hasYears ? entry.gpus[year] ?? 0 : 0;
    }

    /** Whether a chosen site shows as in service. A screening has no years and shows all. */
    isOpen(entry, year) {
      return !this.hasYears || this.gpus(entry, year) > 0;
    }

    /** Radius of the disc of a chosen site, in pixels of a map that is wide enough. */
    radius(entry, year) {
      if (!this.hasYears) return rankRadius;
      const gpus = this.gpus(entry, year);
      if (gpus <= 0) return closedRadius;
      return Math.max(smallestRadius, largestRadius * Math.sqrt(gpus / this.mostGPUs));
    }

    /** What is said of a chosen site in a year; empty for a site that is not chosen. */
    service(site, year) {
      const entry = this.chosenOf.get(site);
      if (!entry || !this.hasYears) return '';
      if (!this.isOpen(entry, year)) return this.words.not_open;
      return kit.filled(this.words.site_gpus, {
        gpus: this.numbers.whole.format(entry.gpus[year]), mw: this.numbers.tenth.format(entry.grid_mw[year]),
      });
    }

    /** Name of the status on a site. */
    siteStatus(site) {
      return this.statusClasses[this.sites.status[site]]?.label ?? '';
    }

    /** Name, status, GPUs of the year and the class it is coloured by, for a screen reader. */
    spoken(site, view) {
      const parts = [kit.isolated(this.sites.name[site]), this.siteStatus(site), this.service(site, view.year)];
      if (view.group.key !== 'status') {
        const label = view.group.classes[this.classOf(view.group, site)]?.label;
        if (label) parts.push(`${view.group.label}: ${label}`);
      }
      return parts.filter(Boolean).join(', ');
    }

    /** Totals of a year over the chosen sites. */
    totals(year) {
      const open = this.chosen.filter(entry => this.isOpen(entry, year));
      const sum = key => open.reduce((total, entry) => total + (entry[key]?.[year] ?? 0), 0);
      return { gpus: sum('gpus'), mw: sum('grid_mw'), sites: open.length };
    }

    /** How many sites each class of a group has. */
    counts(group) {
      const counts = group.classes.map(() => 0);
      for (let site = 0; site < this.count; site += 1) {
        const index = this.classOf(group, site);
        if (index >= 0) counts[index] += 1;
      }
      return counts;
    }

    /** The contract as the page states it; null when there is none that can be read. */
    static read() {
      const stated = kit.stated();
      return stated?.sites && stated.frame ? new SiteData(stated) : null;
    }
  }

  /** What is looked at: year, group that colours, classes that are switched off. Those who draw it are notified of each change. */
  class MapView {
    constructor(data) {
      this.year = data.lastYear;
      this.group = data.groups[0];
      this.hidden = new Set();
      this.watchers = [];
    }

    watch(watcher) {
      this.watchers.push(watcher);
    }

    change(change) {
      // Classes are switched off by index, which means nothing in another group.
      if (change.group && change.group !== this.group) this.hidden = new Set();
      Object.assign(this, change);
      for (const watcher of this.watchers) watcher(change);
    }

    isShown(data, site) {
      return !this.hidden.has(data.classOf(this.group, site));
    }
  }

  Object.assign(window.Arpent, { SiteData, MapView });
})();
