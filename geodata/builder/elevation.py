# SPDX-License-Identifier: GPL-3.0-or-later
"""Elevation on a 10 km grid in Lambert-93, from ETOPO5.

ETOPO5 counts longitude from 0 to 360, so a plain warp leaves everything west of Greenwich empty: the two
sides are cut out and the western one is placed at negative longitudes. The file has no coordinate system and its
longitudes are stored with a rounding error; both pieces get exact corners.
"""
import pathlib
import tempfile

from . import gdal
from .packages import Packages

CELL = 1 / 12
"""Size of a source cell in degrees; column 0 is centred on Greenwich, row 0 on the North Pole."""
TOP_ROW, ROWS = 400, 200
PIECES = {"west": (4240, 80, -80), "east": (0, 140, 0)}
"""First column and number of columns in the file, and the column counted from Greenwich."""
EXTENT = ("90000", "6040000", "1250000", "7120000")
"""Lambert-93 extent in m: west, south, east, north."""


def write(target: pathlib.Path, packages: Packages) -> None:
    """Write elevation.tif: whole metres, uncompressed, without metadata that could change."""
    source = packages.file("ferret-datasets", "etopo5.cdf")
    with tempfile.TemporaryDirectory() as folder:
        pieces = []
        whole = pathlib.Path(folder) / "elevation.tif"
        for name, (column, columns, place) in PIECES.items():
            west, north = (place - 0.5) * CELL, 90 - (TOP_ROW - 0.5) * CELL
            corners = (west, north, west + columns * CELL, north - ROWS * CELL)
            path = pathlib.Path(folder) / f"{name}.tif"
            gdal.run(
                "gdal_translate", "-q", "-a_srs", "EPSG:4326", "-a_nodata", "none",
                "-srcwin", column, TOP_ROW, columns, ROWS, "-a_ullr", *(f"{c:.12f}" for c in corners),
                source, path)
            pieces.append(path)
        gdal.run(
            "gdalwarp", "-q", "-overwrite", "-t_srs", "EPSG:2154", "-te", *EXTENT, "-tr", "10000", "10000",
            "-r", "bilinear", "-ot", "Int16", "-co", "PROFILE=GeoTIFF", *pieces, whole)
        # GDAL leaves the source's metadata in a file beside the raster; only the raster is kept.
        (target / "elevation.tif").write_bytes(whole.read_bytes())
