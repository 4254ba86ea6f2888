# Measures `arpent plan` on the shipped scenario, from start to finish, and prints ratios to peers of the same run:
# the bare read of the same layers by GDAL's own tool, and HiGHS on the same model.
# SPDX-License-Identifier: GPL-3.0-or-later
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ARPENT = os.path.join(ROOT, ".build", "release", "arpent")
SCENARIO = "models/scenarios/mistral-compute.toml"
RUNS = int(os.environ.get("RUNS", "9"))
LIMIT_SECONDS, LIMIT_MB = 2.0, 300.0
LAYERS = ["sites", "substations", "demand_zones", "departements", "climate_normals", "nuclear_plants",
          "exchanges_landings", "towns", "rivers"]


def measured(command):
    """Wall seconds, peak memory in MB and standard error of one run."""
    with tempfile.NamedTemporaryFile("w+") as err:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        err.seek(0)
        text = err.read()
    if status != 0:
        sys.exit(f"{' '.join(command)} failed:\n{text}")
    return wall, usage.ru_maxrss / 1024, text


def spread(values, unit, digits=3):
    return (f"median {statistics.median(values):.{digits}f} {unit} "
            f"(min {min(values):.{digits}f}, max {max(values):.{digits}f})")


def main():
    out = tempfile.mkdtemp()
    plan = [ARPENT, "plan", SCENARIO, "-o", os.path.join(out, "plan"), "--verbose"]
    read = ["ogrinfo", "-al", "-q"]
    model = os.path.join(out, "model.mps")
    subprocess.run([ARPENT, "model", SCENARIO, "-o", model, "--quiet"], cwd=ROOT, check=True)
    highs = [sys.executable, "scripts/oracles/highs_objective.py", model]
    measured(plan)
    walls, memories, reads, solves, shares = [], [], [], [], {}
    for _ in range(RUNS):
        wall, memory, text = measured(plan)
        walls.append(wall)
        memories.append(memory)
        for name, seconds in re.findall(r"(\w+) ([0-9.e-]+) s", text.split("time: ")[-1]):
            shares.setdefault(name, []).append(float(seconds))
        reads.append(sum(measured(read + [f"geodata/layers/{layer}.geojson"])[0] for layer in LAYERS))
        solves.append(measured(highs)[0])
    shutil.rmtree(out)

    versions = subprocess.run([ARPENT, "doctor"], cwd=ROOT, capture_output=True, text=True).stdout
    found = dict(re.findall(r"ok\s+(GLPK|GDAL|Arpent)\s+(\S+)", versions))
    print(f"machine   {os.cpu_count()} cores, {platform.machine()}, {platform.system()}")
    print("versions  " + ", ".join(f"{k} {v}" for k, v in sorted(found.items())))
    print(f"instance  {SCENARIO}, {RUNS} runs each, in turn")
    print(f"\narpent plan, start to finish, files written: {spread(walls, 's')}")
    print(f"peak memory: {spread(memories, 'MB', 0)}")
    total = sum(statistics.median(v) for v in shares.values())
    print("shares of the time inside the program:")
    for name, values in shares.items():
        print(f"  {name:<11}{statistics.median(values) / total * 100:5.1f} %")
    print("\nratios, run by run (below 1: arpent plan as a whole is quicker)")
    print(f"  to ogrinfo reading the same {len(LAYERS)} vector layers, one process each: "
          f"{spread([a / b for a, b in zip(walls, reads)], '')}")
    print(f"  to HiGHS solving the exported model, Python start included: "
          f"{spread([a / b for a, b in zip(walls, solves)], '')}")
    ok = statistics.median(walls) < LIMIT_SECONDS and max(memories) < LIMIT_MB
    print(f"\nlimits of {LIMIT_SECONDS:g} s (median) and {LIMIT_MB:g} MB (largest): {'kept' if ok else 'NOT KEPT'}")
    sys.exit(0 if ok else 1)


main()
