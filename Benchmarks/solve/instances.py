# Writes the scenarios of the solve benchmark: the 65 real sites, and seeded tables of more, whose points are places
# of the data pack and whose figures are drawn at random: invented, for measuring only.
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parents[2]
BASE = ROOT / "models" / "scenarios" / "france-65.toml"
PLACES = ROOT / "geodata" / "layers" / "places.csv"


def scenario(folder, name, years, demand, seed, sites=None, sites_max=20):
    """One scenario file; the demand of the last year and the limits move by a few per cent with the seed."""
    draw = random.Random(seed)
    last = demand * draw.uniform(0.95, 1.05)
    steps = len(years)
    targets = {year: round(last * (0.15 + 0.85 * (i + 1) / steps)) for i, year in enumerate(years)}
    lines = [
        "schema = 1",
        f'name = "{name}"',
        f'extends = "{BASE}"',
        "",
        "[horizon]",
        f"years = {years}",
        "",
        "[demand]",
        "gpus = { " + ", ".join(f"{y} = {v}" for y, v in targets.items()) + " }",
        "",
        "[hardware]",
        'use = ["gb300-nvl72", "gb200-nvl72", "dgx-b300"]',
        "supply_gpus = { gb300-nvl72 = { " + ", ".join(f"{y} = {round(v * 0.6)}" for y, v in targets.items()) + " } }",
        "",
        "[[sovereignty.share]]",
        'name = "eu-control"',
        "where = \"eu_control = 'yes'\"",
        f"min = {draw.uniform(0.5, 0.58):.4f}",
        "",
        "[[sovereignty.share]]",
        'name = "sensitive-data"',
        "where = \"eu_control = 'yes'\"",
        f"min = {draw.uniform(0.1, 0.15):.4f}",
        "",
        "[limits]",
        f"region_share_max = {draw.uniform(0.38, 0.42):.4f}",
        f"sites_max = {sites_max}",
        "campus_min_it_mw = 20",
        "",
    ]
    if sites:
        # Long lines are allowed, so that nearly every place may be connected.
        lines += [f"[grid.connection_{kv}kv]\nmax_km = 150\n" for kv in (225, 400)]
        lines += ["[sites]", f'source = "{sites}"', 'crs = "EPSG:4326"', ""]
    path = pathlib.Path(folder) / f"{name}.toml"
    path.write_text("\n".join(lines))
    return path


def table(folder, count, seed):
    """A seeded table of sites at places of the data pack."""
    draw = random.Random(1000 * count + seed)
    with open(PLACES, newline="") as file:
        # An island that the coarse outline of the départements leaves in the sea.
        places = [place for place in csv.DictReader(file) if place["name"] != "Groix"]
    chosen = draw.sample(places, min(count, len(places)))
    # More sites than places: several of different size at one place.
    while len(chosen) < count:
        chosen.append(dict(draw.choice(places)))
    path = pathlib.Path(folder) / f"sites-{count}-{seed}.csv"
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "name", "lon", "lat", "power_mw_max", "area_ha", "connection_year", "owner_country"])
        for number, place in enumerate(sorted(chosen, key=lambda p: int(p["geonames_id"]))):
            power = draw.choice([30, 60, 100, 150, 200, 300, 400, 700]) * draw.uniform(0.8, 1.2)
            out.writerow(
                [
                    f"p{number:05d}",
                    place["name"],
                    place["lon"],
                    place["lat"],
                    round(power),
                    round(power / draw.uniform(3, 12), 1),
                    draw.choice([2026, 2027, 2027, 2028, 2028, 2029]),
                    draw.choice(["FR", "FR", "FR", "DE", "US", "GB", "CA"]),
                ]
            )
    return path


def case(folder, kind, seed):
    """The scenario of a case such as `65x5` with one seed, and the gap that is asked for."""
    count, steps = map(int, kind.split("x"))
    years = [2032] if steps == 1 else list(range(2028, 2028 + steps))
    # The larger the table the larger the demand, so that a like share of the sites is needed.
    demand = {65: 600_000, 200: 2_000_000, 500: 4_000_000, 2000: 6_000_000, 36000: 6_000_000}[count] * (
        0.6 if steps == 1 and count == 65 else 1
    )
    sites = table(folder, count, seed) if count != 65 else None
    return scenario(
        folder, f"{kind}-{seed}", years, demand, seed, sites, {65: 20, 200: 45, 500: 90, 2000: 150, 36000: 150}[count])
