# Runs `arpent sites` over a layer of random points and prints its peak memory in MB and what it got wrong, as JSON.
# Usage: layers_memory.py ARPENT COUNT FOLDER      SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import subprocess
import sys
import tempfile

from layers_base import planning_tables

SITES = 40
DERIVE = """
[layers.points]
source = "points.fgb"

[[layers.points.derive]]
indicator = "nearest"
distance_km = "point_km"
fields = { number = "point" }

[[layers.points.derive]]
indicator = "k_nearest"
k = 5
distance_km = "five_km"

[[layers.points.derive]]
indicator = "count_within"
radius_km = 10
count = "points_10"
sums = { number = "sum_10" }
"""


def coordinates(count):
    """Sites and points in Lambert-93."""
    import numpy as np

    rng = np.random.default_rng(count)
    def box(n):
        return np.column_stack([rng.uniform(400_000, 900_000, n), rng.uniform(6_300_000, 6_900_000, n)]).round(2)
    return box(SITES), box(count)


def write(folder, count):
    """Writes both and the scenario."""
    import numpy as np

    sites, points = coordinates(count)
    ids = np.array([f"s{k:02d}" for k in range(SITES)], dtype=object)
    write_points(os.path.join(folder, "sites.fgb"), sites, [ids, ids], ["id", "name"])
    write_points(os.path.join(folder, "points.fgb"), points, [np.arange(count, dtype="int32")], ["number"])
    with open(os.path.join(folder, "scenario.toml"), "w") as file:
        file.write('schema = 1\nname = "memory"\n\n[sites]\nsource = "sites.fgb"\n' + DERIVE + planning_tables())


def write_points(path, coordinates, values, fields):
    import pyogrio.raw
    import shapely

    pyogrio.raw.write(
        path, geometry=shapely.to_wkb(shapely.points(coordinates)), field_data=values, fields=fields,
        driver="FlatGeobuf", geometry_type="Point", crs="EPSG:2154", SPATIAL_INDEX="NO")


def run(arpent, folder):
    """Output and peak memory of one run."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(
            [arpent, "sites", os.path.join(folder, "scenario.toml"), "--format", "json"], stdout=out)
        _, status, usage = os.wait4(process.pid, 0)
        out.seek(0)
        text = out.read()
    if status != 0:
        sys.exit(f"arpent ended with {status}")
    return json.loads(text), usage.ru_maxrss / 1024


def faults(found, count):
    """Every value that is not what plain arithmetic on the ellipsoid gives."""
    import numpy as np
    import pyproj

    wrong = []
    sites, points = coordinates(count)
    geod = pyproj.Geod(ellps="WGS84")
    degrees = pyproj.Transformer.from_crs(2154, 4326, always_xy=True)
    for row, site in zip(found, sites):
        metres = np.hypot(*(points - site).T)
        # The plane is true to less than a hundredth here, so that nothing farther in it can be as near on the ground.
        close = np.flatnonzero(metres <= 1.02 * max(10_000, np.partition(metres, 4)[4]))
        ends = degrees.transform(*points[close].T)
        begin = degrees.transform(np.full(len(close), site[0]), np.full(len(close), site[1]))
        metres[close] = geod.inv(*begin, *ends)[2]
        order = close[np.argsort(metres[close], kind="stable")[:5]]
        inside = np.zeros(len(points), dtype=bool)
        inside[close] = metres[close] <= 10_000
        wanted = {"point_km": metres[order[0]] / 1000, "point": order[0], "points_10": inside.sum(),
                  "sum_10": np.flatnonzero(inside).sum()}
        wanted |= {f"five_km_{k + 1}": metres[near] / 1000 for k, near in enumerate(order)}
        for name, value in wanted.items():
            own = row["attributes"][name]["value"]
            if own is None or abs(own - value) > 1e-6 * abs(value):
                wrong.append(f"{row['id']} {name}: {own}, wanted {value}")
    return wrong


def main(arpent, count, folder):
    # A process inherits the peak memory of the one that starts it, so that the points are made in a third one.
    subprocess.run([sys.executable, __file__, "write", count, folder], check=True)
    found, megabytes = run(arpent, folder)
    print(json.dumps({"megabytes": megabytes, "faults": faults(found, int(count))}))


if sys.argv[1] == "write":
    write(sys.argv[3], int(sys.argv[2]))
else:
    main(*sys.argv[1:])
