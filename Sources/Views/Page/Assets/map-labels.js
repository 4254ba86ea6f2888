/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names beside the chosen sites, as far as there is room; and the dashed lines to their substations. */
(() => {
  'use strict';

  if (!window.L || !window.Arpent) return;
  const { kit } = window.Arpent;
  const mostLabels = 60;
  const mostLabelsOnWholeMap = 12;
  const lineHeight = 17;

  const overlaps = (a, b) => a.west < b.east && b.west < a.east && a.north < b.south && b.north < a.south;

  /** Names of chosen sites. A name that would lie over a disc or another name is left to the pointer. */
  class SiteLabels {
    constructor(map, data, view, markers) {
      this.map = map;
      this.data = data;
      this.view = view;
      this.markers = markers.markers.filter(marker => marker.entry).slice(0, mostLabels);
      this.layers = this.markers.map(marker => this.makeLabel(marker));
      map.on('zoomend moveend resize', () => this.update());
      view.watch(() => this.update());
      this.update();
    }

    makeLabel(marker) {
      const text = kit.element('span', { class: 'live-label' }, kit.data(this.data.sites.name[marker.site]));
      const layer = L.marker(this.data.place(marker.site), {
        icon: L.divIcon({ className: 'live-label-place', html: text, iconSize: null }),
        interactive: false, keyboard: false, zIndexOffset: 3000,
      }).addTo(this.map);
      // A screen reader hears the name from the marker itself.
      layer.getElement().setAttribute('aria-hidden', 'true');
      return { layer, text, width: text.offsetWidth };
    }

    update() {
      const width = this.map.getSize().x;
      const isWhole = this.map.getZoom() < this.map.getMinZoom() + 1;
      const most = isWhole ? mostLabelsOnWholeMap : mostLabels;
      const points = this.markers.map(marker => this.map.latLngToContainerPoint(this.data.place(marker.site)));
      const taken = this.markers.map((marker, index) => this.around(points[index], marker.drawn));
      this.layers.forEach((label, index) => {
        const marker = this.markers[index];
        const point = points[index];
        const reach = marker.drawn + 4;
        const isWanted = index < most && point.x > 0 && point.x < width && this.view.isShown(this.data, marker.site);
        // Right of the disc where there is room, else left of it, above it or below it.
        const rise = marker.drawn + lineHeight / 2 + 2;
        const shift = [[reach, 0], [-reach - label.width, 0], [-label.width / 2, -rise], [-label.width / 2, rise]].find(offset => {
          const box = this.beside(point, offset, label.width);
          return box.west > 0 && box.east < width - 4 && !taken.some((other, of) => of !== index && overlaps(box, other));
        });
        const isShown = isWanted && shift !== undefined;
        if (isShown) taken.push(this.beside(point, shift, label.width));
        label.text.style.visibility = isShown ? '' : 'hidden';
        if (isShown) label.text.style.transform = `translate(${shift[0]}px, calc(-50% + ${shift[1]}px))`;
      });
    }

    beside(point, [across, down], width) {
      const west = point.x + across;
      const middle = point.y + down;
      return { west, east: west + width, north: middle - lineHeight / 2, south: middle + lineHeight / 2 };
    }

    around(point, radius) {
      return { west: point.x - radius, east: point.x + radius, north: point.y - radius, south: point.y + radius };
    }
  }

  /** Lines from chosen sites to their substations, from the year in which the connection opens. */
  class Routes {
    constructor(map, data, view) {
      this.data = data;
      this.view = view;
      this.map = map;
      this.lines = data.chosen.filter(entry => entry.route && data.place(entry.site)).map(entry => ({
        entry,
        line: L.polyline([data.place(entry.site), L.latLng(-entry.route[1], entry.route[0])], {
          className: 'live-route', interactive: false,
        }),
      }));
      view.watch(() => this.update());
      this.update();
    }

    update() {
      const { data, view } = this;
      for (const { entry, line } of this.lines) {
        const opens = entry.opens ?? data.years[0];
        const isOpen = !data.hasYears || data.years[view.year] >= opens;
        if (isOpen && view.isShown(data, entry.site)) line.addTo(this.map);
        else line.remove();
      }
    }
  }

  Object.assign(window.Arpent, { SiteLabels, Routes });
})();
