# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that the hand-kept tables must keep."""
import decimal
import pathlib
import re

from . import point_layers, schemas, tables

KEYS = {
    "climate_normals": "id", "demand_zones": "id", "departements": "code", "exchanges_landings": "id",
    "figures": "key", "nuclear_plants": "id", "programmes_unlocated": "id", "regions": "code", "sites": "id",
    "substations": "id", "towns": "id", "water_basins": "id",
}
"""Tables whose rows have one key and one source each, with the key's column."""

ROWS = {"departements": 96, "regions": 13, "sites": 78, "substations": 98}
"""Sizes that other parts of the project count on."""

VALUES = {
    "position_basis": {"commune", "site"},
    "power_bound": {"", "value", "floor", "ceiling"},
    "grid_kv_basis": {"", "published", "derived"},
    "on_government_list": {"yes", "likely", "unknown"},
    "confidence": {"high", "medium", "low"},
    "pack": {"main", "reserve"},
}
"""Words allowed in the columns of sites.csv that are the pack's own; schemas.py knows those that planning reads."""

FILLED = {"operator_named", "status"}
"""Columns of sites.csv that planning reads and no row leaves empty."""

OFFICIAL = {
    "dunkerque-loon-plage", "escaudain-soufflantes", "fouju-campus-ia", "le-bosquel",
    "montereau-vernou-opcore",
}
"""The only five sites that the ministry has named."""

WINDOW = (-6.0, 10.0, 41.0, 52.0)
"""West, east, south and north of the metropolitan window in degrees."""


def problems(source: pathlib.Path) -> list[str]:
    """One line for each broken rule."""
    found = []
    for table, key in sorted(KEYS.items()):
        found += _keys(table, key, tables.read(source / f"{table}.csv"))
    for table in sorted(point_layers.NUMBERS):
        found += _positions(table, tables.read(source / f"{table}.csv"))
    return found + _sites(source) + _steps(source) + _stages(source) + _figures(source) + _water(source)


def _keys(table: str, key: str, rows: list[dict[str, str]]) -> list[str]:
    found = []
    seen = set()
    for row in rows:
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", row[key]):
            found.append(f"{table}.csv: '{row[key]}' cannot be a key")
        if row[key] in seen:
            found.append(f"{table}.csv: '{row[key]}' appears twice")
        seen.add(row[key])
        if not row["source"] and not (table == "figures" and not row["value"]):
            found.append(f"{table}.csv, {row[key]}: no source")
    if table in ROWS and len(rows) != ROWS[table]:
        found.append(f"{table}.csv: {len(rows)} rows, {ROWS[table]} expected")
    return found


def _positions(table: str, rows: list[dict[str, str]]) -> list[str]:
    west, east, south, north = WINDOW
    found = []
    for row in rows:
        lon, lat = (float(tables.Number.parse(row[c], f"{table}.csv, {row['id']}")) for c in ("lon", "lat"))
        if not (west <= lon <= east and south <= lat <= north):
            found.append(f"{table}.csv, {row['id']}: {lon}, {lat} lies outside metropolitan France")
    return found


def _sites(source: pathlib.Path) -> list[str]:
    found = []
    regions = {row["code"]: row["name"] for row in tables.read(source / "regions.csv")}
    departements = {row["code"]: row for row in tables.read(source / "departements.csv")}
    rows = tables.read(source / "sites.csv")
    for row in rows:
        where = f"sites.csv, {row['id']}"
        for column, allowed in VALUES.items():
            if row[column] not in allowed:
                found.append(f"{where}: {column} is '{row[column]}', expected one of {sorted(allowed)}")
        planned = sorted(schemas.site_columns().keys() & row.keys())
        found += [f"{where}: {fault}" for column in planned if (fault := schemas.site_fault(column, row[column]))]
        found += [f"{where}: {column} is empty" for column in sorted(FILLED) if not row[column]]
        departement = departements.get(row["departement"])
        if not departement:
            found.append(f"{where}: no departement '{row['departement']}'")
        elif regions[departement["region_code"]] != row["region"]:
            found.append(f"{where}: region is '{row['region']}', {departement['name']} lies in "
                         f"{regions[departement['region_code']]}")
        together = (
            ("area_ha", "area_kind"), ("power_mw_max", "power_bound"), ("grid_kv", "grid_kv_basis"))
        for a, b in together:
            if bool(row[a]) != bool(row[b]):
                found.append(f"{where}: {a} and {b} go together")
        if bool(row["power_mw_initial"] or row["power_mw_max"]) != bool(row["power_kind"]):
            found.append(f"{where}: power_kind goes with a power")
        if row["power_mw_initial"] and row["power_mw_max"]:
            if float(row["power_mw_initial"]) > float(row["power_mw_max"]):
                found.append(f"{where}: the first power exceeds the largest")
        if row["announced_capex_eur_bn"] and not float(row["announced_capex_eur_bn"]) > 0:
            found.append(f"{where}: announced_capex_eur_bn must be positive")
        if row["operator_named"] == "no" and row["owner_country"]:
            found.append(f"{where}: owner_country is that of a developer or operator, and none is named")
        if row["operator_named"] == "yes" and not row["developer"]:
            found.append(f"{where}: operator_named is yes and developer is empty")
        if any(not part.startswith("http") for part in row["source"].split(" ")):
            found.append(f"{where}: source must be addresses divided by single spaces")
    for pack, size in (("main", 65), ("reserve", 13)):
        count = sum(row["pack"] == pack for row in rows)
        if count != size:
            found.append(f"sites.csv: {count} rows of pack {pack}, {size} expected")
    official = {row["id"] for row in rows if row["on_government_list"] == "yes"}
    if official != OFFICIAL:
        found.append(f"sites.csv: on_government_list may be yes only for {sorted(OFFICIAL)}")
    return found


def _steps(source: pathlib.Path) -> list[str]:
    largest = {row["id"]: row["power_mw_max"] for row in tables.read(source / "sites.csv")}
    found = []
    before: tuple[str, int, float] | None = None
    for row in tables.read(source / "site_power_steps.csv"):
        where = f"site_power_steps.csv, {row['id']} {row['year']}"
        now = (row["id"], int(row["year"]), float(row["power_mw"]))
        if row["id"] not in largest:
            found.append(f"{where}: no such site")
        elif not largest[row["id"]] or now[2] > float(largest[row["id"]]):
            found.append(f"{where}: exceeds power_mw_max of the site")
        if before and (now[:2] <= before[:2] or (now[0] == before[0] and now[2] <= before[2])):
            found.append(f"{where}: rows must rise by id, year and power")
        if row["basis"] not in ("published", "derived") or not row["source"]:
            found.append(f"{where}: a basis (published, derived) and a source are needed")
        before = now
    for site, steps in point_layers.power_steps(source).items():
        if fault := schemas.site_fault("power_steps", steps):
            found.append(f"site_power_steps.csv, {site}: {fault}")
    return found


def _stages(source: pathlib.Path) -> list[str]:
    """Rules of site_stages.csv: what is said has a basis, a source and a form that planning takes."""
    found = []
    rows = tables.read(source / "site_stages.csv")
    largest = {row["id"]: row["power_mw_max"] for row in tables.read(source / "sites.csv")}
    if [row["id"] for row in rows] != sorted({row["id"] for row in rows}):
        found.append("site_stages.csv: ids must rise")
    for row in rows:
        where = f"site_stages.csv, {row['id']}"
        if row["id"] not in largest:
            found.append(f"{where}: no such site")
        for column in sorted(schemas.site_columns().keys() & row.keys()):
            if fault := schemas.site_fault(column, row[column]):
                found.append(f"{where}: {fault}")
        for column in ("project_stage", "existing_connection_mw", "existing_connection_kv", "committed_mw"):
            basis = row[f"{column}_basis"]
            if bool(row[column]) != bool(basis):
                found.append(f"{where}: {column} and {column}_basis go together")
            if basis and basis not in point_layers.BASES:
                found.append(f"{where}: {column}_basis is '{basis}', expected one of {point_layers.BASES}")
        if bool(row["existing_connection_mw"]) != bool(row["existing_connection_kv"]):
            found.append(f"{where}: a connection that is there has MW and kV")
        for column in ("committed_mw", "existing_connection_mw"):
            most = largest.get(row["id"])
            if row[column] and most and float(row[column]) > float(most):
                found.append(f"{where}: {column} exceeds power_mw_max of the site")
        if any(not part.startswith("http") for part in row["source"].split(" ")):
            found.append(f"{where}: source must be addresses divided by single spaces")
    return found


def _water(source: pathlib.Path) -> list[str]:
    found = []
    regions = {row["code"] for row in tables.read(source / "regions.csv")}
    for row in tables.read(source / "water_basins.csv"):
        where = f"water_basins.csv, {row['id']}"
        found += [f"{where}: no region '{code}'" for code in row["regions"].split("|") if code not in regions]
        if not row["level_1_5"].isdecimal():
            found.append(f"{where}: level_1_5 is '{row['level_1_5']}', expected a whole number")
        elif fault := schemas.site_fault("water_stress_level", row["level_1_5"]):
            found.append(f"{where}: {fault}")
        for column in ("level_basis", "tri_count_basis"):
            if row[column] not in point_layers.BASES:
                found.append(f"{where}: {column} is '{row[column]}', expected one of {point_layers.BASES}")
    return found


def _figures(source: pathlib.Path) -> list[str]:
    found = []
    for row in tables.read(source / "figures.csv"):
        where = f"figures.csv, {row['key']}"
        if not row["value"]:
            if row["basis"] or "not found" not in row["note"]:
                found.append(f"{where}: without a value the note says 'not found' and the basis is empty")
            continue
        if row["basis"] not in point_layers.BASES:
            found.append(f"{where}: basis is '{row['basis']}'")
        if row["basis"] == "estimated" and not row["note"]:
            found.append(f"{where}: an estimate says from what")
        if not row["unit"] or not row["date"]:
            found.append(f"{where}: unit and date are needed")
        ends = [decimal.Decimal(row[c]) for c in ("low", "value", "high") if row[c]]
        if ends != sorted(ends):
            found.append(f"{where}: low, value and high are not in order")
    return found
