# The indicators of the benchmark with GeoPandas and exactextract, vectorised throughout: the peer that arpent is held
# against.
# Usage: peer.py indicators|stream SITES PLACES OUT.csv [tuned]      SPDX-License-Identifier: GPL-3.0-or-later
#
# indicators: everything that instance.py declares; PLACES is counted within 10 km. stream: nearest and count of
# PLACES alone. Plain is written as the manuals of the packages show it, without a Python loop; tuned replaces the
# three slow steps, see peer_tuned.py. Seconds without the imports go to standard error as JSON, by step.
import json
import os
import sys
import time

start = time.perf_counter()
import exactextract
import geopandas
import numpy as np
import pandas
import pyogrio
import rasterio
import shapely
from exactextract.raster import NumPyRasterSource

imported = time.perf_counter()
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "geodata", "layers")
LAMBERT = "EPSG:2154"
RADIUS = 10_000
steps = {}


def step(name, since):
    now = time.perf_counter()
    steps[name] = now - since
    return now


def points_of(path):
    """A layer of points in Lambert-93; a table through pandas, which is quicker than through GDAL."""
    if path.endswith(".csv"):
        frame = pandas.read_csv(path)
        points = geopandas.points_from_xy(frame["lon"], frame["lat"], crs="EPSG:4326")
        return geopandas.GeoDataFrame(frame, geometry=points).to_crs(LAMBERT)
    return pyogrio.read_dataframe(path, use_arrow=True).to_crs(LAMBERT)


def layer(name, columns, where=None):
    return pyogrio.read_dataframe(f"{DATA}/{name}.geojson", columns=columns, where=where).to_crs(LAMBERT)


def nearest(sites, found, attribute, field):
    """Distance in km and a field of the nearest feature, the first on a tie."""
    near = geopandas.sjoin_nearest(sites[["geometry"]], found, distance_col="metres")
    near = near[~near.index.duplicated()]
    sites[f"{attribute}_km"] = near["metres"] / 1000
    if field:
        sites[f"{attribute}_name"] = near[field]


def count(sites, found, attribute):
    rows, _ = found.sindex.query(sites.geometry, predicate="dwithin", distance=RADIUS)
    sites[attribute] = np.bincount(rows, minlength=len(sites))


def covered(sites, circles, polygons):
    """Hectares of each circle under the polygons, as the manual shows it."""
    frame = geopandas.GeoDataFrame({"row": range(len(circles))}, geometry=circles, crs=LAMBERT)
    parts = geopandas.overlay(frame, polygons, how="intersection")
    areas = parts.area.groupby(parts["row"]).sum().reindex(range(len(circles)), fill_value=0.0)
    sites["land_ha"] = areas.to_numpy() / 10_000


def elevation(sites, circles):
    frame = geopandas.GeoDataFrame(geometry=circles, crs=LAMBERT)
    found = exactextract.exact_extract(
        band("elevation"), frame, ["mean", "min", "max"], output="pandas", strategy="raster-sequential")
    for name in ("mean", "min", "max"):
        sites[f"elevation_{name}"] = found[name].to_numpy()


def band(name):
    """A raster held in memory, so that it is read once."""
    with rasterio.open(f"{DATA}/{name}.tif") as source:
        values = source.read(1, masked=True).astype(float).filled(np.nan)
        return NumPyRasterSource(values, *source.bounds, nodata=np.nan, srs_wkt=source.crs.to_wkt())


def indicators(sites, places, now, tuned):
    posts = layer("substations", ["name", "levels_kv", "voltage_kv", "kind"])
    rivers, departements = layer("rivers", ["name"]), layer("departements", ["code"])
    towns = points_of(places)
    now = step("read", now)
    nearest(sites, posts[posts["voltage_kv"] == 400], "post_400", "name")
    nearest(sites, posts[posts["levels_kv"].str.contains("225")], "post_225", "name")
    now = step("nearest substations", now)
    (tuned.nearest_line if tuned else nearest)(sites, rivers, "river", "name")
    now = step("nearest river", now)
    inside = geopandas.sjoin(sites[["geometry"]], departements, predicate="intersects")
    sites["code_here"] = inside[~inside.index.duplicated()]["code"]
    now = step("departement", now)
    count(sites, towns, "places_10")
    now = step("count", now)
    circles = shapely.buffer(np.asarray(sites.geometry.values), RADIUS, quad_segs=16)
    (tuned.covered if tuned else covered)(sites, circles, departements)
    now = step("overlap", now)
    if tuned:
        tuned.elevation(sites, circles, band("elevation"))
    else:
        elevation(sites, circles)
    return step("elevation", now)


def stream(sites, path, now, tuned):
    found = points_of(path)
    now = step("read", now)
    nearest(sites, found, "point", None)
    now = step("nearest", now)
    count(sites, found, "points_10")
    return step("count", now)


def main(what, source, places, out, manner="plain"):
    tuned = None
    if manner == "tuned":
        import peer_tuned as tuned
    now = time.perf_counter()
    sites = points_of(source)
    now = (indicators if what == "indicators" else stream)(sites, places, now, tuned)
    key = "geonames_id" if "geonames_id" in sites else "id"
    keep = ["elevation_", "post_", "river_", "places_10", "code_here", "land_ha", "point_km", "points_10"]
    names = [c for c in sites.columns if any(c.startswith(k) for k in keep)]
    sites.set_index(key)[names].to_csv(out)
    step("write", now)
    steps["import"] = imported - start
    print(json.dumps(steps), file=sys.stderr)


main(*sys.argv[1:])
