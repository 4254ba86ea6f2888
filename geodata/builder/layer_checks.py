# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules that the committed layers and their declaration must keep; needs nothing but Python."""
import json
import pathlib
import tomllib

from . import geojson, schemas, tables

OUTSIDE = {"cambrai-e-valley": "62"}
"""Sites that the coarse borders put into another département than sites.csv, and that département
(README, weak points)."""

LARGEST_BYTES = 2_000_000


def problems(root: pathlib.Path, source: pathlib.Path, layers: pathlib.Path) -> list[str]:
    """One line for each broken rule."""
    found = []
    read = {}
    for path in sorted(layers.iterdir()):
        if path.stat().st_size > LARGEST_BYTES:
            found.append(f"layers/{path.name}: {path.stat().st_size} bytes, {LARGEST_BYTES} is the limit")
        if path.suffix == ".geojson":
            read[path.name] = json.loads(path.read_text(encoding="utf-8"), parse_float=_Coordinate)
            found += _rfc7946(path.name, read[path.name])
    return found + _declaration(root, layers, read) + _sites_in_departements(source, read)


class _Coordinate(float):
    """A number that remembers how many decimals it was written with."""

    def __new__(cls, text: str):
        value = super().__new__(cls, text)
        value.decimals = len(text.partition(".")[2])
        return value


def _rfc7946(name: str, collection: dict) -> list[str]:
    found = []
    if set(collection) != {"type", "features"} or collection["type"] != "FeatureCollection":
        found.append(f"layers/{name}: members {sorted(collection)}; only type and features are wanted")
    for index, feature in enumerate(collection["features"]):
        where = f"layers/{name}, feature {index + 1}"
        kind, value = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        if any(not -180 <= lon <= 180 or not -90 <= lat <= 90 for lon, lat in _positions(kind, value)):
            found.append(f"{where}: not in degrees")
        if any(getattr(n, "decimals", 0) > 6 for p in _positions(kind, value) for n in p):
            found.append(f"{where}: more than 6 decimals")
        rings = {"Polygon": [value], "MultiPolygon": value}.get(kind, [])
        for polygon in rings:
            for number, ring in enumerate(polygon):
                if len(ring) < 4 or ring[0] != ring[-1]:
                    found.append(f"{where}: open ring")
                elif (geojson.twice_area(ring) > 0) != (number == 0):
                    found.append(f"{where}: ring against the right-hand rule")
        if any(isinstance(value, (dict, list)) for value in feature["properties"].values()):
            found.append(f"{where}: properties must be plain values")
    return found


def _positions(kind: str, value) -> list:
    depth = {"Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}[kind]
    values = [value]
    for _ in range(depth):
        values = [inner for outer in values for inner in outer]
    return values


def _declaration(root: pathlib.Path, layers: pathlib.Path, read: dict[str, dict]) -> list[str]:
    found = []
    declared = tomllib.loads((root / "layers.toml").read_text(encoding="utf-8"))
    outputs: set[str] = set()
    wanted: list[tuple[str, str]] = []
    for name, layer in declared["layers"].items():
        where = f"layers.toml, {name}"
        found += [f"{where}: unknown key '{key}'" for key in sorted(set(layer) - schemas.layer_keys())]
        path = root / layer["source"]
        if not path.is_file():
            found.append(f"{where}: no file {layer['source']}")
            continue
        found += [f"{where}: no file {other}" for other in layer.get("covered_by", []) if not (root / other).is_file()]
        columns = _columns(path, read)
        for derive in layer.get("derive", []):
            found += [f"{where}: {problem}" for problem in _derivation(derive, columns)]
            for attribute in _made(derive):
                if attribute in outputs:
                    found.append(f"{where}: '{attribute}' is derived twice")
                outputs.add(attribute)
            wanted += [(where, attribute) for attribute in _inputs(derive)]
    given = outputs | _columns(layers / "sites.geojson", read)
    found += [f"{where}: nothing gives the attribute '{a}'" for where, a in wanted if a not in given]
    files = {pathlib.PurePath(layer["source"]).name for layer in declared["layers"].values()}
    found += [f"layers.toml: {path.name} is not declared" for path in sorted(layers.iterdir())
              if path.suffix != ".csv" and path.name not in files]
    return found


def _columns(path: pathlib.Path, read: dict[str, dict]) -> set[str]:
    """Fields of a layer: of any feature of a GeoJSON file, of the heading of a table; none of a raster."""
    if path.suffix == ".csv":
        return set(path.read_text(encoding="utf-8").splitlines()[0].split(","))
    return {key for feature in read.get(path.name, {"features": []})["features"] for key in feature["properties"]}


def _made(derive: dict) -> list[str]:
    """Attributes that a derivation gives the sites."""
    rules = schemas.indicators().get(derive["indicator"], {})
    made = [name for key, value in derive.items() for name in schemas.attributes(rules.get(key, {}), value)]
    if derive["indicator"] == "k_nearest":
        made = [f"{attribute}_{rank}" for attribute in made for rank in range(1, derive["k"] + 1)]
    return made


def _inputs(derive: dict) -> list[str]:
    """Attributes that a derivation needs from the sites or from other derivations."""
    return [*filter(None, (derive.get("site_key"), derive.get("lapse", {}).get("site_elevation")))]


def _derivation(derive: dict, columns: set[str]) -> list[str]:
    indicator = derive.get("indicator")
    known = schemas.indicators()
    if indicator not in known:
        return [f"no indicator '{indicator}'"]
    found = [f"'{indicator}' takes no key '{key}'" for key in sorted(set(derive) - set(known[indicator]))]
    fields = [*derive.get("fields", {}), *derive.get("sums", {})]
    fields += filter(None, (derive.get("layer_key"), derive.get("lapse", {}).get("station_elevation")))
    found += [f"no field '{field}'" for field in fields if field not in columns]
    units = set(derive.get("units", {})) - set(derive.get("fields", {}).values()) - set(_made(derive))
    return found + [f"unit for '{attribute}', which is not derived here" for attribute in sorted(units)]


def _inside(point, polygons) -> bool:
    """Even-odd test over all rings: holes take their part out."""
    lon, lat = point
    inside = False
    for polygon in polygons:
        for ring in polygon:
            for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
                if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                    inside = not inside
    return inside


def _sites_in_departements(source: pathlib.Path, read: dict[str, dict]) -> list[str]:
    found = []
    shapes = {}
    for feature in read["departements.geojson"]["features"]:
        shapes[feature["properties"]["code"]] = feature["geometry"]["coordinates"]
    for row in tables.read(source / "sites.csv"):
        point = (float(row["lon"]), float(row["lat"]))
        codes = [code for code in sorted(shapes) if _inside(point, shapes[code])]
        expected = [OUTSIDE.get(row["id"], row["departement"])]
        if codes != expected:
            found.append(f"sites.csv, {row['id']}: the point falls in {codes}, expected {expected}")
    return found
