/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the scripts of the page share. Text from data gets in through text nodes and attributes only, so that no name can become
   markup; nothing here or elsewhere parses HTML. */
(() => {
  'use strict';

  const kit = {};

  const build = (node, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  /** An HTML element; children that are strings become text. */
  kit.element = (name, attributes = {}, ...children) => build(document.createElement(name), attributes, children);

  /** An SVG element. */
  kit.shape = (name, attributes = {}, ...children) =>
    build(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);

  /** A text from data, kept apart from the writing direction of what surrounds it. */
  kit.data = text => kit.element('bdi', {}, text);

  /** The same for places that take no elements: first strong isolate ... pop directional isolate. */
  kit.isolated = text => `\u2068${text}\u2069`;

  /** A text without accents, ligatures and capitals, so that "Ecotox" finds "Écotox". */
  kit.folded = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    .replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/[\u2018\u2019]/g, "'");

  /** "{gpus} GPUs" with its values filled in. */
  kit.filled = (template, values) =>
    String(template ?? '').replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

  /** A copy without ids: an id names one element of a page. */
  kit.copied = node => {
    const copy = node.cloneNode(true);
    copy.removeAttribute('id');
    for (const inner of copy.querySelectorAll('[id]')) inner.removeAttribute('id');
    return copy;
  };

  /** What the page states for its scripts; null where it states nothing. Read once: a screening states tens of thousands of sites. */
  kit.stated = () => {
    if (kit.statement === undefined) {
      const holder = document.getElementById('map-data');
      kit.statement = holder ? JSON.parse(holder.textContent) : null;
    }
    return kit.statement;
  };

  /** Whether the reader asked for less motion. */
  kit.isStill = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

  /** Numbers as the language of the page writes them. */
  kit.numbers = locale => ({
    whole: new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
    tenth: new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    // Lengths and the like: as many digits as they have.
    plain: new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }),
  });

  window.Arpent = { kit };
  // What needs a script hides itself with this class.
  document.documentElement.classList.add('has-script');
})();
