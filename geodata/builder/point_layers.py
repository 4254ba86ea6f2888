# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of points, and tables, that come from source/ alone."""
import csv
import io
import pathlib

from . import geojson, schemas, tables
from .errors import BuildError

NUMBERS = {
    "sites": {"lon", "lat", "announced_capex_eur_bn"} | schemas.site_numbers(),
    "substations": {"lon", "lat", "voltage_kv"},
    "demand_zones": {
        "lon", "lat", "free_mw", "allocated_mw", "capacity_mw", "quota_keur_per_mw", "available_from_year",
    },
    "climate_normals": {
        "lon", "lat", "station_km", "station_alt_m", "tmean_c", "tmax_c", "tmin_c", "rain_mm",
    },
    "nuclear_plants": {"lon", "lat", "reactors", "net_mw", "first_year", "closed_year"},
    "exchanges_landings": {"lon", "lat"},
    "towns": {"lon", "lat", "population"},
}
"""Columns that hold numbers, by table; every other column is text, codes included."""


def power_steps(source: pathlib.Path) -> dict[str, str]:
    """Power by year of the sites that have it, as `2026:120;2027:240`."""
    steps: dict[str, list[tuple[int, tables.Number]]] = {}
    for row in tables.read(source / "site_power_steps.csv"):
        where = f"site_power_steps.csv, {row['id']}"
        year = int(tables.Number.parse(row["year"], where))
        steps.setdefault(row["id"], []).append((year, tables.Number.parse(row["power_mw"], where)))
    return {site: ";".join(f"{y}:{mw}" for y, mw in sorted(parts)) for site, parts in steps.items()}


def features(source: pathlib.Path, table: str) -> list[tuple[dict, str, object]]:
    """Points of a table, ordered by id."""
    result = []
    for row in sorted(tables.read(source / f"{table}.csv"), key=lambda row: row["id"]):
        typed = tables.typed(row, NUMBERS[table], f"{table}.csv, {row['id']}")
        point = geojson.rounded((typed.pop("lon"), typed.pop("lat")))
        result.append((typed, "Point", point))
    return result


STAGE_NUMBERS = {"existing_connection_mw", "existing_connection_kv", "connection_month", "committed_mw"}
"""Columns of site_stages.csv that hold numbers."""


def stages(source: pathlib.Path) -> tuple[list[str], dict[str, dict]]:
    """Names of the columns that say how far a project has come, and their values by site."""
    known = {}
    names: list[str] = []
    for row in tables.read(source / "site_stages.csv"):
        typed = tables.typed(row, STAGE_NUMBERS, f"site_stages.csv, {row['id']}")
        values = {name: value for name, value in typed.items() if name not in ("id", "source", "note")}
        known[row["id"]] = values
        names = list(values)
    return names, known


def sites(source: pathlib.Path) -> list[tuple[dict, str, object]]:
    """The candidate sites with their power steps beside the largest power, and their stage behind the year."""
    steps = power_steps(source)
    names, known = stages(source)
    result = []
    for row, kind, point in features(source, "sites"):
        wide = {}
        for column, value in row.items():
            wide[column] = value
            if column == "power_mw_max":
                wide["power_steps"] = steps.get(row["id"])
            if column == "connection_year":
                wide |= known.get(row["id"]) or dict.fromkeys(names)
        result.append((wide, kind, point))
    return result


BASES = schemas.bases()
"""What a figure rests on, from the strongest to the weakest."""


def water_regions(source: pathlib.Path) -> str:
    """Water stress by region as CSV, one row a region.

    Basins cut across regions. A region takes the highest level of the basins that touch it, with the weakest basis
    among them; the lowest level stands beside it, so that the spread can be seen.
    """
    basins = sorted(tables.read(source / "water_basins.csv"), key=lambda row: row["id"])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    levels = ["water_stress_level", "water_stress_level_least"]
    writer.writerow(
        ["region_code", "region_name", "basins", *(f"{level}{end}" for level in levels for end in ("", "_basis"))])
    for region in sorted(tables.read(source / "regions.csv"), key=lambda row: row["code"]):
        touching = [row for row in basins if region["code"] in row["regions"].split("|")]
        if not touching:
            raise BuildError(f"water_basins.csv: no basin touches the region {region['code']} {region['name']}")
        rank = {row["id"]: int(row["level_1_5"]) for row in touching}
        basis = max((row["level_basis"] for row in touching), key=BASES.index)
        writer.writerow([
            region["code"], region["name"], "|".join(row["basin"] for row in touching),
            max(rank.values()), basis, min(rank.values()), basis])
    return out.getvalue()


def write(source: pathlib.Path, target: pathlib.Path) -> None:
    """Write the point layers and the tables of water stress into `target`."""
    candidates = sites(source)
    for name, pack in (("sites", "main"), ("sites_reserve", "reserve")):
        geojson.write(target / f"{name}.geojson", [site for site in candidates if site[0]["pack"] == pack])
    for table in sorted(set(NUMBERS) - {"sites"}):
        geojson.write(target / f"{table}.geojson", features(source, table))
    text = (source / "water_basins.csv").read_text(encoding="utf-8")
    (target / "water_basins.csv").write_text(text, encoding="utf-8", newline="\n")
    (target / "water_regions.csv").write_text(water_regions(source), encoding="utf-8", newline="\n")
