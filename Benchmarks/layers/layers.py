# Measures the indicators of `arpent sites` from start to finish beside GeoPandas with exactextract and beside the
# bare read of the same files by GDAL, in turn in one run. Values are checked to be equal first.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: layers.py [layers|stream]. RUNS=5 runs each; POINTS=2000000 in the stream, DRIVER=FlatGeobuf or GPKG.
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

import instance
from measure import measured, same_values, spread

ROOT = str(instance.ROOT)
HERE = os.path.join(ROOT, "Benchmarks", "layers")
ARPENT = os.environ.get("ARPENT", os.path.join(ROOT, ".build", "release", "arpent"))
RUNS = int(os.environ.get("RUNS", "5"))
POINTS = int(os.environ.get("POINTS", "2000000"))
DRIVER = os.environ.get("DRIVER", "FlatGeobuf")
READ = ["substations.geojson", "rivers.geojson", "departements.geojson", "places.csv", "elevation.tif"]


def versions():
    code = ("import geopandas, shapely, exactextract, pyogrio; print(f'GeoPandas {geopandas.__version__}, Shapely "
            "{shapely.__version__} (GEOS {shapely.geos_version_string}), exactextract {exactextract.__version__}, "
            "pyogrio {pyogrio.__version__} (GDAL {pyogrio.__gdal_version_string__})')")
    peer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip()
    doctor = subprocess.run([ARPENT, "doctor"], cwd=ROOT, capture_output=True, text=True).stdout
    own = [f"{name} {found}" for name, found in re.findall(r"ok\s+(Arpent|GDAL|GEOS|PROJ)\s+(\S+)", doctor)]
    print(f"machine   {os.cpu_count()} cores, {platform.machine()}, {platform.system()}")
    print(f"versions  {', '.join(own)}; Python {platform.python_version()}, {peer}")


def bare_reader(folder):
    """Builds the program that reads files through GDAL and does nothing else."""
    def asked(what):
        return subprocess.run(
            ["gdal-config", what], capture_output=True, text=True, check=True
        ).stdout.split()
    path = os.path.join(folder, "bare_read")
    source = os.path.join(HERE, "bare_read.c")
    subprocess.run(["clang", "-O2"] + asked("--cflags") + [source, "-o", path] + asked("--libs"), check=True)
    return path


def compare(title, scenario, sites, places, read, folder, what):
    """Checks, measures and prints one instance."""
    out = {name: os.path.join(folder, f"{name}.csv") for name in ("arpent", "plain", "tuned")}
    commands = {"arpent": [ARPENT, "sites", scenario, "--format", "csv", "--quiet"],
                "one job": [ARPENT, "sites", scenario, "--format", "csv", "--quiet", "--jobs", "1"],
                "bare read": read}
    peers = ["plain", "tuned"] if what == "indicators" else ["plain"]
    for name in peers:
        commands[name] = [sys.executable, os.path.join(HERE, "peer.py"), what, str(sites), str(places), out[name], name]
    for name in ["arpent"] + peers:
        measured(commands[name], ROOT, out[name] if name == "arpent" else None)
    faults = [fault for name in peers for fault in same_values(out["arpent"], out[name])]
    if faults:
        sys.exit(f"{title}: values differ, so nothing is timed\n" + "\n".join(faults[:20]))
    runs = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            runs[name].append(measured(command, ROOT))
    report(title, runs, peers)


def report(title, runs, peers):
    def wall(name):
        return [run.seconds for run in runs[name]]
    def memory(name):
        return [run.megabytes for run in runs[name]]
    labels = {"plain": "GeoPandas", "tuned": "GeoPandas, tuned"}
    print(f"\n{title}, {RUNS} runs each, in turn; all values equal to 1e-6")
    print(f"  arpent sites       {spread(wall('arpent'), 's')}; {max(memory('arpent')):.0f} MB")
    print(f"  the same, --jobs 1 {spread(wall('one job'), 's')}; {max(memory('one job')):.0f} MB")
    print(f"  bare GDAL read     {spread(wall('bare read'), 's')}; {max(memory('bare read')):.0f} MB")
    for name in peers:
        imports = [run.steps["import"] for run in runs[name]]
        print(f"  {labels[name]:<19}{spread(wall(name), 's')}; {max(memory(name)):.0f} MB; "
              f"of it imports {spread(imports, 's')}")
        steps = {step: sorted(run.steps[step] for run in runs[name])[RUNS // 2] for step in runs[name][0].steps}
        print("      " + ", ".join(f"{step} {seconds:.3f}" for step, seconds in steps.items() if step != "import"))
    print("  ratios, run by run")
    for name in peers:
        pairs = list(zip(runs[name], runs["arpent"]))
        verdict(f"{labels[name]} over arpent, time", [p.seconds / a.seconds for p, a in pairs])
        verdict("  the same without imports", [(p.seconds - p.steps["import"]) / a.seconds for p, a in pairs])
        verdict("  memory", [p.megabytes / a.megabytes for p, a in pairs])
    pairs = list(zip(runs["arpent"], runs["bare read"]))
    print(f"    {'arpent over the bare read, time':<46}{spread([a.seconds / b.seconds for a, b in pairs], '', 2)}")
    shares = [a.steps for a in runs["arpent"] if a.steps]
    if shares:
        print("    arpent inside: " + ", ".join(f"{k} {v:.3f} s" for k, v in shares[-1].items()))


def verdict(name, ratios):
    word = "" if min(ratios) >= 1 else "   arpent loses" if max(ratios) < 1 else "   within the noise"
    print(f"    {name:<46}{spread(ratios, '', 2)}{word}")


def main(what):
    folder = tempfile.mkdtemp()
    try:
        versions()
        reader = bare_reader(folder)
        points = None
        if what == "stream":
            points = instance.random_points(folder, POINTS, DRIVER)
            print(f"stream    {POINTS:,} random points as {DRIVER}, {os.path.getsize(points) / 1e6:.0f} MB")
        for title, sites, declaration in instance.sites():
            layers = (
                instance.STREAM.format(points=points) if points else instance.INDICATORS.format(layers=instance.LAYERS)
            )
            scenario = instance.scenario(folder, title, declaration, layers)
            read = [reader, str(sites)] + ([points] if points else [str(instance.LAYERS / name) for name in READ])
            compare(title, scenario, sites, points or instance.LAYERS / "places.csv", read, folder,
                    "stream" if points else "indicators")
    finally:
        shutil.rmtree(folder)


main(sys.argv[1] if len(sys.argv) > 1 else "layers")
