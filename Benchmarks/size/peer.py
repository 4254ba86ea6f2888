#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sizing once more, in Python, from the same hardware files: an independent answer to hold Arpent's against, and
its peer in speed.

usage: peer.py CASES design|specification FILE.toml...
The second argument is for the same command line as size-many; both do the same here.

Prints a line for each case, as size-many does; the number of cases and the seconds go to standard error.
"""
import math
import sys
import time
import tomllib

USD, NETWORK_PRICE, NETWORK_POWER, SHELL = 0.86, 0.12, 0.14, 12_000_000
PORTS = {"QM9700": 64, "SN5600": 128, "Q3400": 144}


class Product:
    """One product: what a sizing needs of its file."""

    def __init__(self, path):
        with open(path, "rb") as file:
            data = tomllib.load(file)
        self.id = data["sku"]["id"]
        self.gpus = int(data["system"]["gpus"]["value"])
        unit = data["scalable_unit"]
        self.unit = int(unit["systems"]["value"])
        systems_mw = self.unit * data["power"]["provisioning_kw"]["value"] / 1000
        if "power_mw" not in unit:
            self.systems_mw, self.it_mw = systems_mw, systems_mw * (1 + NETWORK_POWER)
        elif unit["power_covers"] == "everything":
            self.systems_mw, self.it_mw = systems_mw, max(unit["power_mw"]["value"], systems_mw)
        else:
            self.systems_mw = unit["power_mw"]["value"]
            self.it_mw = self.systems_mw * (1 + NETWORK_POWER)
        self.liquid = data["cooling"]["liquid_share"]["value"]
        self.price = data["price_usd"]["mid"]["value"]
        fabric = data["fabric"]
        self.rule = fabric["rule"]
        self.ports = PORTS[fabric["switch_model"]]
        self.endpoints = self.gpus * int(fabric["endpoints_per_gpu"]["value"])
        self.rails = int(fabric["rails"]["value"]) if "rails" in fabric else 1
        self.rows = {row["systems"]: row for row in fabric.get("published", [])}

    def switches(self, systems):
        """Leaf, spine and core switches of one fabric."""
        row = self.rows.get(systems)
        if row:
            return row["leaf"], row["spine"], row.get("core", 0)
        units = -(-systems // self.unit)
        k = self.ports
        if self.rule == "rail-aligned":
            return systems * self.rails, units * 24, 0 if units == 1 else units * 9
        planes = 2 if self.rule == "twin-plane" else 1
        ends = units * self.unit * self.endpoints
        switches = -(-self.unit * self.endpoints // (k // 2))
        per_unit = -(-switches // self.rails) * self.rails
        leaf = units * per_unit
        if leaf > k:
            return leaf * planes, leaf * planes, -(-ends // k) * planes
        spine = -(-ends // k)
        if self.rule == "two-tier-divisor":
            while (k // 2) % spine:
                spine += 1
        return leaf * planes, spine * planes, 0

    def sized(self, mw, pue):
        systems = math.floor(mw / pue * self.unit / self.it_mw * (1 + 1e-12))
        it = self.it_mw * systems / self.unit
        flow = self.systems_mw * systems / self.unit * 1000 * self.liquid * 60 / (4.18 * (54.7 - 40))
        capex = self.price * USD * systems * (1 + NETWORK_PRICE) + it * SHELL
        return systems, systems * self.gpus, it, it * pue, flow, capex, self.switches(systems)


def main():
    products = {p.id: p for p in map(Product, sys.argv[3:])}
    with open(sys.argv[1]) as file:
        cases = [(sku, float(mw), float(pue)) for sku, mw, pue in map(str.split, file)]
    start = time.perf_counter()
    sized = [products[sku].sized(mw, pue) for sku, mw, pue in cases]
    print(len(cases), time.perf_counter() - start, file=sys.stderr)
    for *numbers, (leaf, spine, core) in sized:
        print(*numbers, f"{leaf}/{spine}/{core}")


if __name__ == "__main__":
    main()
