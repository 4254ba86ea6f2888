# Checks GeoJSON files against RFC 7946 by code that is not Arpent's: the PyPI packages geojson and geojson-pydantic
# for the structure, Shapely for geometries and rings, and this script for what neither looks at.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: export_geojson.py check FILE...   prints {"files": N, "features": N, "faults": [...]}
#        export_geojson.py seed FILE FOLDER   writes copies of a file of polygons, each with one fault, and
#                                        prints their names
# Fields that styles draw by are taken from the .qml and .style.json files beside a file, or from the GeoPackages
# there.
import copy
import json
import pathlib
import re
import sqlite3
import sys

import geojson
import shapely
from geojson_pydantic import FeatureCollection
from pydantic import ValidationError


def styled_fields(path):
    """Names of fields that a style of this file uses."""
    texts = [path.with_suffix(".qml")] + sorted(path.parent.glob("*.gpkg"))
    fields = set()
    for place in texts:
        if place.suffix == ".qml" and place.exists():
            fields |= quoted(place.read_text())
        elif place.suffix == ".gpkg":
            with sqlite3.connect(place) as base:
                for name, qml in base.execute("SELECT f_table_name, styleQML FROM layer_styles"):
                    if path.stem == name or path.stem.endswith("_" + name):
                        fields |= quoted(qml)
    for place in sorted(path.parent.glob("*.style.json")):
        style = json.loads(place.read_text())
        own = [name for name, source in style["sources"].items() if source["data"] == path.name]
        for layer in style["layers"]:
            if layer.get("source") in own:
                fields |= set(re.findall(r'\["get", "([^"]+)"\]', json.dumps(layer)))
    return fields


def quoted(qml):
    fields = set(re.findall(r'&quot;(\w+)&quot;', qml)) | set(re.findall(r'attr="(\w+)"', qml))
    return fields


def numbers(value):
    if isinstance(value, list):
        for part in value:
            yield from numbers(part)
    else:
        yield value


def rings(geometry):
    if geometry.geom_type == "MultiPolygon":
        for part in geometry.geoms:
            yield from rings(part)
    elif geometry.geom_type == "Polygon":
        yield True, geometry.exterior
        for ring in geometry.interiors:
            yield False, ring


def faults(path):
    """Everything that is wrong with a file, and how many features it has."""
    text = path.read_text(encoding="utf-8")
    found = []
    plain = json.loads(text)
    try:
        FeatureCollection.model_validate(plain)
    except ValidationError as error:
        found += [f"geojson-pydantic: {fault['loc']}: {fault['msg']}" for fault in error.errors()]
    # The package takes 0 for an identifier that is not there, and looks at no more than the types of features.
    collection = geojson.loads(text, object_hook=geojson.GeoJSON.to_instance)
    if not collection.is_valid:
        found.append(f"geojson: {collection.errors()}")
    if plain.get("type") != "FeatureCollection":
        return found + ["is no FeatureCollection"], 0
    if "crs" in plain:
        found.append("has a crs, which RFC 7946 took out")
    features = plain["features"]
    spelled = json.loads(text, parse_float=str, parse_int=str)["features"]
    identifiers = [feature.get("id") for feature in features]
    if None in identifiers or "" in identifiers:
        found.append("a feature has no id")
    if len(set(map(str, identifiers))) < len(identifiers):
        found.append("an id stands twice")
    types = {feature["geometry"]["type"] for feature in features if feature["geometry"]}
    if len(types) > 1:
        found.append(f"several geometry types: {sorted(types)}")
    names = {tuple(feature["properties"]) for feature in features}
    if len(names) > 1:
        found.append("features have different properties")
    styled = styled_fields(path)
    if features and not styled:
        found.append("no style of this file was found")
    for feature, text_of in zip(features, spelled):
        name = feature.get("id")
        for field, value in feature["properties"].items():
            if isinstance(value, (list, dict)):
                found.append(f"{name}: {field} is not flat")
            if value is None and field in styled:
                found.append(f"{name}: {field} is null, and a style uses it")
        found += [
            f"{name}: a style uses {field}, which is not there"
            for field in styled - set(feature["properties"]) - {"id"}
        ]
        if feature["geometry"] is None:
            found.append(f"{name}: no geometry")
            continue
        for number in numbers(text_of["geometry"]["coordinates"]):
            if not re.fullmatch(r"-?\d+(\.\d{1,7})?", number):
                found.append(f"{name}: coordinate {number} has more than 7 decimals")
        geometry = shapely.geometry.shape(feature["geometry"])
        if not geometry.is_valid:
            found.append(f"{name}: {shapely.is_valid_reason(geometry)}")
        west, south, east, north = geometry.bounds
        if west < -180 or east > 180 or south < -90 or north > 90:
            found.append(f"{name}: lies outside WGS 84")
        for is_outer, ring in rings(geometry):
            if ring.is_ccw != is_outer:
                found.append(f"{name}: a ring breaks the right-hand rule")
    return found, len(features)


def seeds(document):
    """Copies of a document with one fault each."""
    def changed(change):
        broken = copy.deepcopy(document)
        change(broken)
        return broken

    def first(broken):
        return broken["features"][0]

    def outer(broken):
        geometry = first(broken)["geometry"]
        return geometry["coordinates"][0][0]

    return {
        "left_hand": changed(lambda d: outer(d).reverse()),
        "open_ring": changed(lambda d: outer(d).pop()),
        "bow_tie": changed(lambda d: outer(d).__setitem__(slice(None), [[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]])),
        "decimals": changed(lambda d: outer(d)[1].__setitem__(0, 2.123456789)),
        "outside": changed(lambda d: outer(d)[1].__setitem__(0, 200.5)),
        "twice": changed(lambda d: d["features"][1].__setitem__("id", first(d)["id"])),
        "no_id": changed(lambda d: first(d).pop("id")),
        "nested": changed(lambda d: first(d)["properties"].__setitem__("name", {"fr": "x"})),
        "null_styled": changed(lambda d: first(d)["properties"].__setitem__("status", None)),
        "mixed": changed(lambda d: first(d).__setitem__("geometry", {"type": "Point", "coordinates": [2, 46]})),
        "crs": changed(lambda d: d.__setitem__("crs", {"type": "name", "properties": {"name": "EPSG:2154"}})),
        "no_properties": changed(lambda d: first(d).pop("properties")),
        "no_type": changed(lambda d: first(d).pop("type")),
        "no_place": changed(lambda d: first(d).__setitem__("geometry", None)),
    }


def main(what, *arguments):
    if what == "seed":
        source, folder = map(pathlib.Path, arguments)
        for name, broken in seeds(json.loads(source.read_text())).items():
            (folder / f"{name}.geojson").write_text(json.dumps(broken))
            (folder / f"{name}.qml").write_text(source.with_suffix(".qml").read_text())
            print(name)
        return
    count, found = 0, []
    for path in map(pathlib.Path, arguments):
        try:
            wrong, features = faults(path)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            wrong, features = [f"{type(error).__name__}: {error}"], 0
        count += features
        found += [f"{path.name}: {fault}" for fault in wrong]
    print(json.dumps({"files": len(arguments), "features": count, "faults": found}))


main(*sys.argv[1:])
