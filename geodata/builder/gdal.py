# SPDX-License-Identifier: GPL-3.0-or-later
"""Call GDAL's programs, the ones of Debian's gdal-bin."""
import json
import pathlib
import subprocess
import tempfile

from .errors import BuildError


def run(*command: str) -> str:
    """Run one program; its standard output."""
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    except FileNotFoundError:
        raise BuildError(f"{command[0]} is missing: install gdal-bin") from None
    if done.returncode != 0:
        raise BuildError(f"{command[0]} failed:\n{done.stderr.strip()}")
    return done.stdout


def features(source: pathlib.Path, *options: str) -> list[dict]:
    """Features of a layer as GeoJSON objects, after ogr2ogr with the given options."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "out.geojson"
        run("ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=12", *options, str(path), str(source))
        return json.loads(path.read_text(encoding="utf-8"))["features"]


def count(source: pathlib.Path, sql: str) -> int:
    """First number of the first row of a SQLite query."""
    text = run("ogr2ogr", "-f", "CSV", "/vsistdout/", str(source), "-dialect", "SQLite", "-sql", sql)
    return int(text.splitlines()[1].strip('",'))
