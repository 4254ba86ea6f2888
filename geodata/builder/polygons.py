# SPDX-License-Identifier: GPL-3.0-or-later
"""Polygons at file precision, repaired where the source or the rounding breaks them."""
import json
import pathlib
import tempfile

from . import gdal, geojson
from .errors import BuildError


def parts(geometry: dict) -> list[list]:
    """The polygons of a GeoJSON geometry, other kinds dropped."""
    if geometry["type"] == "Polygon":
        return [geometry["coordinates"]]
    if geometry["type"] == "MultiPolygon":
        return list(geometry["coordinates"])
    if geometry["type"] == "GeometryCollection":
        return [part for member in geometry["geometries"] for part in parts(member)]
    return []


def clean(geometry: dict) -> dict:
    """Rounded polygons, ordered by their first position, as one MultiPolygon."""
    polygons = sorted(polygon for polygon in map(geojson.clean_polygon, parts(geometry)) if polygon)
    return {"type": "MultiPolygon", "coordinates": polygons}


def repairs(rows: dict[str, dict]) -> dict[str, dict]:
    """GEOS's valid form of those geometries that are not valid, by key."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "polygons.geojson"
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"key": key}, "geometry": rows[key]} for key in sorted(rows)]}))
        found = gdal.features(
            path, "-dialect", "SQLite", "-makevalid",
            "-sql", "SELECT * FROM polygons WHERE ST_IsValid(geometry) = 0")
    return {feature["properties"]["key"]: feature["geometry"] for feature in found}


def valid(name: str, rows: dict[str, dict]) -> dict[str, list]:
    """Valid polygons at file precision by key; the number of repairs is printed."""
    broken = repairs(rows)
    repaired = set(broken)
    result = {key: clean(geometry) for key, geometry in {**rows, **broken}.items()}
    for _ in range(3):
        empty = sorted(key for key, geometry in result.items() if not geometry["coordinates"])
        if empty:
            raise BuildError(f"{name}: nothing is left of {', '.join(empty)} at {geojson.DECIMALS} decimals")
        broken = repairs(result)
        if not broken:
            print(f"{name}: {len(result)} polygons, {len(repaired)} repaired")
            return {key: geometry["coordinates"] for key, geometry in result.items()}
        repaired |= set(broken)
        result.update((key, clean(geometry)) for key, geometry in broken.items())
    raise BuildError(
        f"{name}: {', '.join(sorted(broken))} could not be made valid at {geojson.DECIMALS} decimals")
