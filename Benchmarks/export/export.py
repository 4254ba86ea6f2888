# Measures `arpent export` of all layers of a plan beside GeoPandas with pyogrio writing the same features, in turn in
# one run. What both wrote is read back and must be equal first. SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: export.py [65|36000]... RUNS=5 runs each.
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE.parent / "layers"), str(HERE.parent / "solve")]
import geopandas
import instances
import numpy
import pyogrio
import shapely
from measure import Run, spread

ROOT = str(instances.ROOT)
ARPENT = os.environ.get("ARPENT", os.path.join(ROOT, ".build", "release", "arpent"))
RUNS = int(os.environ.get("RUNS", "5"))
DRIVERS = {"GeoJSON": "geojson", "GPKG": "gpkg", "FlatGeobuf": "fgb"}
LAYERS = ["sites", "not_chosen", "screened_out", "connections", "substations", "regions", "phases"]
WAYS = {"plain": "GeoPandas", "arrow": "GeoPandas, Arrow"}


def measured(command):
    """One run with its time, its memory and the steps that it tells of, as JSON or as `arpent --verbose` does."""
    launcher = [sys.executable, "-S", "-E", str(HERE.parent / "layers" / "launch.py")]
    with tempfile.NamedTemporaryFile("r") as took:
        run = subprocess.run(launcher + [took.name] + command, cwd=ROOT, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{' '.join(command)} failed:\n{run.stderr}")
        seconds, kilobytes = map(float, took.read().split())
    last = run.stderr.splitlines()[-1]
    reported = json.loads(last) if last.startswith("{") else dict(re.findall(r"(\w+) ([0-9.e-]+) s", last))
    return Run(seconds, kilobytes / 1024, {name: float(value) for name, value in reported.items()})


def versions():
    doctor = subprocess.run([ARPENT, "doctor"], cwd=ROOT, capture_output=True, text=True).stdout
    own = [f"{name} {found}" for name, found in re.findall(r"ok\s+(Arpent|GDAL)\s+(\S+)", doctor)]
    print(f"machine   {os.cpu_count()} cores, {platform.machine()}, {platform.system()}")
    print(f"versions  {', '.join(own)}; Python {platform.python_version()}, GeoPandas {geopandas.__version__}, pyogrio "
          f"{pyogrio.__version__} (GDAL {pyogrio.__gdal_version_string__})")


def plan(count, folder):
    """A plan of this many candidates."""
    path = os.path.join(folder, f"plan-{count}")
    if count == 65:
        command = ["plan", "models/scenarios/mistral-compute.toml"]
    else:
        command = ["plan", str(instances.case(folder, f"{count}x1", 1)), "--gap", "0.02"]
    subprocess.run([ARPENT] + command + ["-o", path, "--quiet"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return path


def table(folder, driver, layer):
    name = "p.gpkg" if driver == "GPKG" else f"p_{layer}.{DRIVERS[driver]}"
    return geopandas.read_file(os.path.join(folder, name), layer=layer if driver == "GPKG" else None, engine="pyogrio")


def differences(ours, theirs, driver):
    """What differs between two exports, read back."""
    for layer in LAYERS:
        a, b = table(ours, driver, layer), table(theirs, driver, layer)
        if sorted(a.columns) != sorted(b.columns) or len(a) != len(b):
            yield f"{driver} {layer}: {len(a)} features of {sorted(a.columns)}, {len(b)} of {sorted(b.columns)}"
            continue
        if len(a) == 0:
            continue
        # FlatGeobuf puts features in an order of its own.
        a, b = (frame.sort_values("id", kind="stable").reset_index(drop=True) for frame in (a, b))
        places = shapely.hausdorff_distance(a.geometry.values, b.geometry.values)
        if not (places <= 1.01e-7).all():
            yield f"{driver} {layer}: geometries differ by {numpy.nanmax(places)}"
        for column in a.columns.drop("geometry"):
            one, two = a[column], b[column]
            same = (one == two) | (one.isna() & two.isna())
            if not same.all():
                row = same.idxmin()
                yield f"{driver} {layer} {column}: {one[row]!r}, {two[row]!r}"


def compare(count, scratch):
    source = plan(count, scratch)
    own, peers = os.path.join(scratch, "own"), os.path.join(scratch, "peer")
    gpkg = os.path.join(scratch, f"{count}.gpkg")
    subprocess.run([ARPENT, "export", source, "-o", gpkg, "--quiet"], cwd=ROOT, check=True)
    features = sum(pyogrio.read_info(gpkg, layer=layer)["features"] for layer in LAYERS)
    print(f"\n{count:,} candidate sites, {features:,} features in {len(LAYERS)} layers; {RUNS} runs each, in turn")
    for driver, ending in DRIVERS.items():
        def commands(way, driver=driver, ending=ending):
            folder = own if way == "arpent" else peers
            shutil.rmtree(folder, ignore_errors=True)
            os.mkdir(folder)
            if way == "arpent":
                return [ARPENT, "export", source, "-o", os.path.join(own, f"p.{ending}"), "--verbose"]
            return [sys.executable, str(HERE / "peer.py"), gpkg, driver, peers, way]
        found = []
        for way in WAYS:
            measured(commands("arpent"))
            measured(commands(way))
            found += differences(own, peers, driver)
        if found:
            sys.exit("the two wrote different things, so nothing is timed\n" + "\n".join(found[:20]))
        runs = {"arpent": [], "plain": [], "arrow": []}
        for _ in range(RUNS):
            for way in runs:
                runs[way].append(measured(commands(way)))
        report(driver, runs)


def report(driver, runs):
    def step(way, name):
        return [run.steps[name] for run in runs[way]]
    print(f"\n  {driver}")
    print(f"    arpent           write {spread(step('arpent', 'write'), 's')}; rehearsal before the work "
          f"{statistics.median(step('arpent', 'rehearse')):.3f} s")
    for way, name in WAYS.items():
        print(f"    {name:<17}write {spread(step(way, 'write'), 's')}")
    for way, name in WAYS.items():
        ratios = [a / b for a, b in zip(step("arpent", "write"), step(way, "write"))]
        with_trial = [
            (run.steps["write"] + run.steps["rehearse"]) / b for run, b in zip(runs["arpent"], step(way, "write"))
        ]
        print(
            f"    ratio of writing to {name}: {spread(ratios, '', 2)}; "
            f"rehearsal counted too {spread(with_trial, '', 2)}"
        )
    print(
        f"    whole commands: arpent {spread([run.seconds for run in runs['arpent']], 's', 2)}, "
        f"{max(run.megabytes for run in runs['arpent']):.0f} MB, of it reading the plan "
        f"{statistics.median(step('arpent', 'read')):.2f} and making it again "
        f"{statistics.median(step('arpent', 'make')):.2f} s; "
        f"GeoPandas {spread([run.seconds for run in runs['plain']], 's', 2)}, "
        f"{max(run.megabytes for run in runs['plain']):.0f} MB, of it imports "
        f"{statistics.median(step('plain', 'import')):.2f} s"
    )


def main(counts):
    versions()
    print(
        "writing alone starts from data in memory on both sides; arpent syncs its files to the disk and puts "
        "them in place, GeoPandas does not.\nAs a whole, arpent reads plan.json and makes the plan again from its "
        "inputs, GeoPandas reads a GeoPackage: not the same work"
    )
    scratch = tempfile.mkdtemp()
    try:
        for count in counts:
            compare(count, scratch)
    finally:
        shutil.rmtree(scratch)


main([int(argument) for argument in sys.argv[1:]] or [65, 36000])
