# GeoPandas with pyogrio writing the layers of an export from a GeoPackage that was read before, as its manual shows it.
# Prints the seconds of each step as JSON. SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: peer.py GPKG DRIVER FOLDER plain|arrow
import json
import os
import sys
import time

start = time.perf_counter()
import geopandas
import pyogrio

imported = time.perf_counter()
ENDINGS = {"GeoJSON": "geojson", "GPKG": "gpkg", "FlatGeobuf": "fgb"}


def main(source, driver, folder, way):
    names = [name for name, kind in pyogrio.list_layers(source) if name != "layer_styles"]
    frames = {name: geopandas.read_file(source, layer=name, engine="pyogrio", use_arrow=True) for name in names}
    loaded = time.perf_counter()
    # Seven decimals, as Arpent writes them; the drivers' own fifteen would make a larger file.
    options = {"GeoJSON": {"COORDINATE_PRECISION": 7, "ID_FIELD": "id"}}.get(driver, {})
    for name, frame in frames.items():
        path = os.path.join(folder, f"p.{ENDINGS[driver]}" if driver == "GPKG" else f"p_{name}.{ENDINGS[driver]}")
        frame.to_file(path, layer=name, driver=driver, engine="pyogrio", use_arrow=way == "arrow", **options)
    written = time.perf_counter()
    print(
        json.dumps({"import": imported - start, "load": loaded - imported, "write": written - loaded}), file=sys.stderr
    )


main(*sys.argv[1:])
