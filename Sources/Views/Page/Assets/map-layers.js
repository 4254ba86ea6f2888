/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Layers that cover what is seen of the map and a little around it: the ground, and the many sites of a screening on one canvas.
   Drawing what is seen only keeps them sharp and quick at every scale; an overlay of the whole country would be 50,000 pixels wide. */
(() => {
  'use strict';

  if (!window.L || !window.Arpent) return;
  const { kit } = window.Arpent;

  /** A layer whose `container` covers the view by `margin` of it on each side, drawn again after each move. */
  const ViewLayer = L.Layer.extend({
    options: { pane: 'overlayPane' },
    margin: 0.3,

    onAdd(map) {
      this.container = this.makeContainer();
      L.DomUtil.addClass(this.container, map.options.zoomAnimation ? 'leaflet-zoom-animated' : 'leaflet-zoom-hide');
      this.getPane().appendChild(this.container);
      this.place();
    },

    onRemove() {
      this.container.remove();
    },

    getEvents() {
      const events = { moveend: this.place, viewreset: this.place, resize: this.place };
      if (this._map.options.zoomAnimation) events.zoomanim = this.scale;
      return events;
    },

    place() {
      const map = this._map;
      this.size = map.getSize().multiplyBy(1 + 2 * this.margin).round();
      this.corner = map.containerPointToLayerPoint(map.getSize().multiplyBy(-this.margin)).round();
      this.drawnCentre = map.getCenter();
      this.drawnZoom = map.getZoom();
      L.DomUtil.setPosition(this.container, this.corner);
      const northWest = map.layerPointToLatLng(this.corner);
      this.west = northWest.lng;
      this.north = -northWest.lat;
      this.pixels = map.getZoomScale(this.drawnZoom, 0);
      this.draw();
    },

    /** While Leaflet zooms, the drawing of before is stretched to where it will be. */
    scale(event) {
      const map = this._map;
      const scale = map.getZoomScale(event.zoom, this.drawnZoom);
      const middle = map.getSize().multiplyBy(0.5 + this.margin);
      const shift = map.project(event.center, event.zoom).subtract(map.project(this.drawnCentre, event.zoom));
      const corner = middle.multiplyBy(-scale).add(this.corner).add(middle).subtract(shift);
      L.DomUtil.setTransform(this.container, corner, scale);
    },
  });

  /** Land, rivers and borders: a copy of the group of the still map, so that the page holds them once. */
  const GroundLayer = ViewLayer.extend({
    options: { pane: 'tilePane' },

    initialize(ground) {
      this.ground = kit.copied(ground);
    },

    makeContainer() {
      return kit.shape('svg', { class: 'live-ground', 'aria-hidden': 'true', focusable: 'false' }, this.ground);
    },

    draw() {
      this.container.setAttribute('width', this.size.x);
      this.container.setAttribute('height', this.size.y);
      const box = [this.west, this.north, this.size.x / this.pixels, this.size.y / this.pixels];
      this.container.setAttribute('viewBox', box.join(' '));
    },
  });

  Object.assign(window.Arpent, { ViewLayer, GroundLayer });
})();
