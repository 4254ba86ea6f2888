/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the live map together in place of the still one. Leaflet is inlined before it when the report is made where it is installed;
   without it the still map stays. */
(() => {
  'use strict';

  if (!window.L || !window.Arpent) return;
  const { kit, SiteData, MapView, GroundLayer, CanvasSites, SiteMarkers, SiteLabels, Routes } = window.Arpent;
  const { YearControl, Summary, ColourControl, Legend, FindControl, SheetPanel } = window.Arpent;

  // Beyond this many sites the others than the first chosen ones are drawn on a canvas.
  const mostMarkers = 2000;
  const mostChosenMarkers = 300;
  const deepest = 6; // 64 times as large as the whole map

  class LiveMap {
    constructor(place, ground, data) {
      this.data = data;
      this.view = new MapView(data);
      this.makeFrame(place);
      this.makeMap(ground);
      this.makeSites();
      this.makePanel();
      document.addEventListener('click', event => this.followButton(event));
    }

    /** The boxes of the page. They are there before the map, which measures its own. */
    makeFrame(place) {
      const { data, view } = this;
      const { words } = data;
      this.box = kit.element('div', { class: 'live-map', id: 'map-view', role: 'region', 'aria-label': words.map });
      this.box.style.aspectRatio = `${data.frame.width} / ${data.frame.height}`;
      this.panel = new SheetPanel(data, view);
      const whole = kit.element('button', { type: 'button', class: 'live-button', id: 'map-whole' }, words.whole);
      whole.addEventListener('click', () => this.showAll(true));
      const find = new FindControl(data, (site, opener) => this.show(site, opener));
      const colour = new ColourControl(data, view);
      const side = kit.element('div', { class: 'live-side' });
      if (data.hasYears) side.append(new YearControl(data, view).element);
      side.append(new Summary(data, view).element, new Legend(data, view).element, this.panel.element);
      // The year comes before the sites for the Tab key; the style sheet puts it beside or below the map.
      this.body = kit.element('div', { class: 'live-body' }, side, this.box);
      place.append(kit.element('div', { class: 'live-tools' }, find.element, colour.element, whole), this.body);
    }

    makeMap(ground) {
      const { frame, words } = this.data;
      const isStill = kit.isStill();
      this.bounds = L.latLngBounds([-frame.height, 0], [0, frame.width]);
      // `tap` would fire each touch twice in today's browsers; the wheel scrolls the page until the reader turns to the map.
      this.map = L.map(this.box, {
        crs: L.CRS.Simple, zoomControl: false, attributionControl: false, zoomSnap: 0, zoomDelta: 1, tap: false,
        scrollWheelZoom: false, maxBounds: this.bounds.pad(0.25), maxBoundsViscosity: 0.8,
        zoomAnimation: !isStill, markerZoomAnimation: !isStill, fadeAnimation: false, inertia: !isStill,
      });
      this.map.on('focus click', () => this.map.scrollWheelZoom.enable());
      this.map.on('mouseout', () => this.map.scrollWheelZoom.disable());
      this.map.on('resize', () => this.setScales());
      this.setScales();
      new GroundLayer(ground).addTo(this.map);
      L.control.zoom({ zoomInTitle: words.zoom_in, zoomOutTitle: words.zoom_out }).addTo(this.map);
      this.makeScaleBar();
    }

    /** The whole frame fits at the smallest scale, however large the box is. */
    setScales() {
      const { frame } = this.data;
      const size = this.map.getSize();
      const wasWhole = this.fit === undefined || this.map.getZoom() === this.fit;
      this.fit = this.map.getScaleZoom(Math.min(size.x / frame.width, size.y / frame.height) || 1, 0);
      this.map.setMinZoom(this.fit);
      this.map.setMaxZoom(this.fit + deepest);
      if (wasWhole) this.showAll(false);
    }

    showAll(isAsked) {
      this.map.setView(this.bounds.getCenter(), this.fit, { animate: isAsked && !kit.isStill() });
    }

    makeSites() {
      const { data, view, map } = this;
      const placed = [...data.sites.x.keys()].filter(site => data.place(site));
      const isMany = placed.length > mostMarkers;
      const first = new Set(data.chosen.slice(0, mostChosenMarkers).map(entry => entry.site));
      const marked = isMany ? placed.filter(site => first.has(site)) : placed;
      if (isMany) this.makeCanvas(placed.filter(site => !first.has(site)));
      this.routes = new Routes(map, data, view);
      this.markers = new SiteMarkers(map, data, view, marked, {
        open: (site, opener) => this.open(site, opener),
        name: site => this.name(site),
        bringIntoView: site => this.bringIntoView(site),
      });
      this.labels = new SiteLabels(map, data, view, this.markers);
    }

    makeCanvas(members) {
      const { map, view } = this;
      this.many = new CanvasSites(this.data, view, members).addTo(map);
      view.watch(change => {
        if ('group' in change || 'hidden' in change) this.many.draw();
      });
      map.on('click', event => {
        const site = this.many.siteAt(event.latlng);
        if (site >= 0) this.open(site, this.box);
      });
      map.on('mousemove', event => {
        if (event.originalEvent.target.closest('.live-site')) return;
        const site = this.many.siteAt(event.latlng);
        this.box.classList.toggle('is-over-site', site >= 0);
        this.name(site);
      });
    }

    makePanel() {
      this.mark = L.marker([0, 0], {
        icon: L.divIcon({ className: 'live-mark', iconSize: null }), interactive: false, keyboard: false, zIndexOffset: 2500,
      });
      this.panel.changed = () => {
        if (this.panel.site < 0) this.mark.remove();
      };
    }

    /** The name of a site beside it, while the pointer or the focus is there; -1 takes it away. */
    name(site) {
      if (site === this.named) return;
      this.named = site;
      this.tip?.remove();
      if (site < 0) return;
      const { data, view } = this;
      const service = data.service(site, view.year) || data.siteStatus(site);
      this.tip = L.tooltip({ className: 'live-tip', direction: 'top', offset: [0, -10] })
        .setContent(kit.element('div', {}, kit.data(data.sites.name[site]), kit.element('span', {}, service)))
        .setLatLng(data.place(site)).addTo(this.map);
    }

    bringIntoView(site) {
      this.map.panInside(this.data.place(site), { padding: [40, 40], animate: !kit.isStill() });
    }

    open(site, opener) {
      this.panel.open(site, opener);
      // On a narrow screen the panel lies below the map, where nobody would see it open.
      if (this.panel.element.getBoundingClientRect().top >= this.box.getBoundingClientRect().bottom) {
        this.panel.element.scrollIntoView({ block: 'nearest', behavior: kit.isStill() ? 'auto' : 'smooth' });
      }
      const place = this.data.place(site);
      if (!place) return;
      this.markSite(site);
      this.bringIntoView(site);
    }

    /** From elsewhere on the page: brings the map into view, goes to the site and opens it. */
    show(site, opener) {
      const place = this.data.place(site);
      this.panel.open(site, opener);
      if (!place) return;
      // At 8 times the whole map a metropolitan area fills the view.
      const zoom = Math.max(this.map.getZoom(), this.fit + 3);
      this.map.setView(place, zoom, { animate: !kit.isStill() });
      this.markSite(site);
    }

    /** A ring around the site whose sheet is open. */
    markSite(site) {
      const radius = this.markers.of.get(site)?.drawn ?? 6;
      this.mark.setLatLng(this.data.place(site)).addTo(this.map);
      this.mark.getElement().style.setProperty('--radius', `${radius + 5}px`);
    }

    followButton(event) {
      const button = event.target.closest('[data-show-site]');
      if (!button) return;
      // It may be a link to the sheet, for pages without this map.
      event.preventDefault();
      this.show(Number(button.dataset.showSite), button);
      this.body.scrollIntoView({ block: 'nearest', behavior: kit.isStill() ? 'auto' : 'smooth' });
    }

    /** A bar of a round number of kilometres. */
    makeScaleBar() {
      const bar = kit.element('div', { class: 'live-scale', 'aria-hidden': 'true' });
      const control = L.control({ position: 'bottomleft' });
      control.onAdd = () => bar;
      control.addTo(this.map);
      const draw = () => {
        const pixelsPerKm = this.data.frame.pixels_per_km * this.map.getZoomScale(this.map.getZoom(), 0);
        const most = 110 / pixelsPerKm;
        const power = 10 ** Math.floor(Math.log10(most));
        const length = [5, 2, 1].map(step => step * power).find(step => step <= most) ?? power;
        bar.style.width = `${length * pixelsPerKm}px`;
        bar.textContent = `${this.data.numbers.plain.format(length)} km`;
      };
      this.map.on('zoomend resize', draw);
      draw();
    }
  }

  const place = document.getElementById('map-live');
  const ground = document.getElementById('map-ground');
  const data = place && ground ? SiteData.read() : null;
  if (!data) return;
  // The class comes first: what is hidden has no size that Leaflet could measure.
  document.documentElement.classList.add('has-live-map');
  window.Arpent.liveMap = new LiveMap(place, ground, data);
})();
