# What the raster indicators must give: zonal statistics by exactextract, slope by Horn's formula in numpy held against
# gdaldem, values by numpy held against rasterstats. SPDX-License-Identifier: GPL-3.0-or-later
import math
import os
import subprocess
import tempfile

import exactextract
import exactextract.raster
import numpy as np
import pyproj
import rasterio
import rasterstats
import shapely
from layers_vector import zones


class Raster:
    """A band, north up, in physical values, NaN where there is none."""

    def __init__(self, path, band=1, crs=None):
        with rasterio.open(path) as source:
            raw = source.read(band).astype(float)
            nodata = source.nodatavals[band - 1]
            if nodata is not None:
                raw[raw == nodata] = np.nan
            self.values = raw * source.scales[band - 1] + source.offsets[band - 1]
            step = source.transform
            self.crs = pyproj.CRS.from_user_input(crs or source.crs.to_wkt())
        assert step.b == 0 and step.d == 0, "rotated rasters are not compared"
        rows, self.columns = self.values.shape
        self.x, self.dx, self.dy = step.c, step.a, abs(step.e)
        self.y = step.f if step.e < 0 else step.f + step.e * rows
        if step.e > 0:
            self.values = self.values[::-1]
        self.whole_turn = self.crs.is_geographic and math.isclose(self.columns * self.dx, 360, rel_tol=1e-9)

    def turned_to(self, longitude):
        """The values with their western edge, so that a longitude lies well inside where the raster goes round."""
        if not self.whole_turn:
            return self.values, self.x
        step = math.floor((longitude - 180 - self.x) / self.dx)
        return np.roll(self.values, -(step % self.columns), axis=1), self.x + step * self.dx

    def brought_over(self, x, centre):
        """Longitudes on the side of `centre` where the raster lies; other coordinates as they are."""
        if not self.crs.is_geographic:
            return x
        x = centre + (x - centre + 180) % 360 - 180
        if self.whole_turn:
            return x
        middle = self.x + self.columns * self.dx / 2
        return x + 360 * np.round((middle - centre) / 360)


def place(raster, x, y):
    """Values, and column and row with fractions, of a position in the raster's system."""
    values, left = raster.turned_to(x) if raster.whole_turn else (raster.values, raster.x)
    return values, (float(raster.brought_over(x, x)) - left) / raster.dx, (raster.y - y) / raster.dy


def cell(values, column, row):
    return 0 <= column < values.shape[1] and 0 <= row < values.shape[0]


def number(found):
    return float(found) if found is not None and math.isfinite(found) else None


def raster_value(sites, raster, derive):
    x, y = sites.positions_in(raster.crs)
    out = []
    for px, py in zip(x, y):
        values, column, row = place(raster, px, py)
        if not cell(values, column, row):
            out.append(None)
        elif derive.get("method", "nearest") == "nearest":
            out.append(number(values[int(row), int(column)]))
        else:
            out.append(bilinear(values, column, row))
    if not raster.crs.is_geographic:
        against_rasterstats(raster, derive, x, y, out)
    return {derive["value"]: out}


def bilinear(values, column, row):
    """Between the four nearest cell centres, constant in the outer half of the border cells."""
    height, width = values.shape
    u, v = min(max(column - 0.5, 0), width - 1), min(max(row - 0.5, 0), height - 1)
    i, j = int(u), int(v)
    a, b = min(i + 1, width - 1), min(j + 1, height - 1)
    u, v = u - i, v - j
    return number(
        values[j, i] * (1 - u) * (1 - v) + values[j, a] * u * (1 - v)
        + values[b, i] * (1 - u) * v + values[b, a] * u * v)


def against_rasterstats(raster, derive, x, y, ours):
    """The same points by rasterstats, where it follows the same rule: away from borders and cells without value."""
    affine = rasterio.Affine(raster.dx, 0, raster.x, 0, -raster.dy, raster.y)
    method = derive.get("method", "nearest")
    for px, py, found in zip(x, y, ours):
        column, row = (px - raster.x) / raster.dx, (raster.y - py) / raster.dy
        inner = 1 < column < raster.columns - 1 and 1 < row < raster.values.shape[0] - 1
        if not inner or found is None:
            continue
        hole = -1e300
        filled = np.where(np.isnan(raster.values), hole, raster.values)
        theirs = rasterstats.point_query(
            [shapely.Point(px, py)], filled, interpolate=method, affine=affine, nodata=hole)[0]
        assert math.isclose(theirs, found, rel_tol=1e-9, abs_tol=1e-9), (method, px, py, theirs, found)


def zone_statistics(raster, zone, longitude, operations, values=None):
    """Statistics of one zone in the raster's system by exactextract."""
    held = raster if values is None else raster_with(raster, values)
    array, left = held.turned_to(longitude) if held.whole_turn else (held.values, held.x)
    zone = shapely.transform(
        zone, lambda c: np.column_stack([held.brought_over(c[:, 0], longitude), c[:, 1]]))
    source = exactextract.raster.NumPyRasterSource(
        np.ascontiguousarray(array), left, held.y - held.dy * array.shape[0],
        left + held.dx * array.shape[1], held.y, nodata=np.nan)
    feature = {"type": "Feature", "geometry": shapely.geometry.mapping(zone), "properties": {}}
    return exactextract.exact_extract(source, [feature], operations)[0]["properties"]


def raster_with(raster, values):
    twin = Raster.__new__(Raster)
    twin.__dict__.update(raster.__dict__)
    twin.values = values
    return twin


NAMES = {"mean": "mean", "min": "min", "max": "max", "sum": "sum", "count": "count", "stdev": "stdev",
         "median": "median", "majority": "majority"}


def beside(raster, zone, longitude):
    """Whether a zone has no ground in common with the raster."""
    zone = shapely.transform(
        zone, lambda c: np.column_stack([raster.brought_over(c[:, 0], longitude), c[:, 1]]))
    whole = shapely.box(
        raster.x, raster.y - raster.dy * raster.values.shape[0], raster.x + raster.dx * raster.columns, raster.y)
    return not raster.whole_turn and shapely.intersection(zone, whole).area == 0


def zonal(sites, raster, derive):
    wanted = [(derive[key], key, f"v{n}={name}") for n, (key, name) in enumerate(NAMES.items()) if key in derive]
    wanted += [(q["attribute"], "quantile", f"q{n}=quantile(q={q['q']})")
               for n, q in enumerate(derive.get("quantiles", []))]
    shapes = zones(sites, derive.get("buffer_km"))
    there = sites.in_system(shapes, raster.crs)
    x, _ = sites.positions_in(raster.crs)
    out = {attribute: [] for attribute, _, _ in wanted}
    shares = derive.get("shares", [])
    out.update({share["attribute"]: [] for share in shares})
    for site, zone in enumerate(there):
        found = zone_statistics(raster, zone, x[site], ["cells=count"] + [op for _, _, op in wanted])
        empty = found["cells"] == 0
        for attribute, _, operation in wanted:
            # No cells with a value are a count of 0, unless the zone lies beside the raster; all else of no cells is
            # missing, also the sum, which exactextract gives as 0.
            nothing = 0 if operation.endswith("=count") and not beside(raster, zone, x[site]) else None
            out[attribute].append(nothing if empty else number(named(found, operation)))
        for share in shares:
            held = np.where(np.isnan(raster.values), np.nan, condition(raster.values, share))
            part = zone_statistics(raster, zone, x[site], ["part=mean"], held)
            out[share["attribute"]].append(None if empty else number(part["part"]))
    return out


def named(found, operation):
    """A result by the name asked for, to which exactextract adds the quantile."""
    name = operation.split("=")[0]
    return next(v for key, v in found.items() if key == name or key.startswith(name + "_"))


def against_rasterstats_zones(sites, raster, derive, ours):
    """The same zones by rasterstats, which takes a cell whole or not at all: right where zones are made of whole
    cells."""
    affine = rasterio.Affine(raster.dx, 0, raster.x, 0, -raster.dy, raster.y)
    hole = -1e300
    names = dict(NAMES, stdev="std")
    wanted = {derive[key]: name for key, name in names.items() if key in derive}
    wanted |= {q["attribute"]: f"percentile_{q['q'] * 100:g}" for q in derive.get("quantiles", [])}
    found = rasterstats.zonal_stats(
        list(sites.in_system(sites.geometry, raster.crs)), np.where(np.isnan(raster.values), hole, raster.values),
        affine=affine, nodata=hole, stats=list(wanted.values()))
    for attribute, name in wanted.items():
        theirs = [zone[name] for zone in found]
        np.testing.assert_allclose(ours[attribute], theirs, rtol=1e-9, atol=1e-9, err_msg=attribute)


def condition(values, share):
    if "equals" in share:
        return (values == share["equals"]).astype(float)
    low, high = share.get("min", -math.inf), share.get("max", math.inf)
    return ((values >= low) & (values <= high)).astype(float)


def slope(sites, raster, derive):
    unit = derive.get("unit", "percent")
    against_gdaldem(raster, unit, horn(raster, unit))
    ground = raster_with(raster, horn(raster, unit, None if raster.crs.is_geographic else cell_steps(raster)))
    if "buffer_km" in derive:
        found = zonal(sites, ground, {"buffer_km": derive["buffer_km"], "mean": derive["value"]})
        return found
    return raster_value(sites, ground, {"value": derive["value"]})


def cell_steps(raster):
    """Metres to the east and north for a step of one column and of one row, for every cell with eight neighbours."""
    rows, columns = raster.values.shape
    x, y = np.meshgrid(raster.x + raster.dx * (np.arange(1, columns - 1) + 0.5),
                       raster.y - raster.dy * (np.arange(1, rows - 1) + 0.5))
    way = pyproj.Transformer.from_crs(raster.crs, 4326, always_xy=True)
    steps = []
    for dx, dy in ((raster.dx / 2, 0), (0, -raster.dy / 2)):
        start, end = way.transform(x - dx, y - dy), way.transform(x + dx, y + dy)
        azimuth, _, metres = pyproj.Geod(ellps="WGS84").inv(*start, *end)
        steps.append((metres * np.sin(np.radians(azimuth)), metres * np.cos(np.radians(azimuth))))
    return steps


def horn(raster, unit, steps=None):
    """Horn's slope of every cell with eight neighbours that have values."""
    z = raster.values
    ground = np.full_like(z, np.nan)
    a, b, c = z[:-2, :-2], z[:-2, 1:-1], z[:-2, 2:]
    d, f = z[1:-1, :-2], z[1:-1, 2:]
    g, h, i = z[2:, :-2], z[2:, 1:-1], z[2:, 2:]
    east = ((c + 2 * f + i) - (a + 2 * d + g)) / (8 * raster.dx)
    north = ((g + 2 * h + i) - (a + 2 * b + c)) / (8 * raster.dy)
    rise = np.hypot(east, north)
    if steps is not None:
        (ce, cn), (re, rn) = steps
        across, down = east * raster.dx, north * raster.dy
        area = ce * rn - cn * re
        rise = np.hypot((across * rn - cn * down) / area, (ce * down - re * across) / area)
    centre = np.where(np.isnan(z[1:-1, 1:-1]), np.nan, rise)
    ground[1:-1, 1:-1] = centre * 100 if unit == "percent" else np.degrees(np.arctan(centre))
    return ground


def against_gdaldem(raster, unit, ours):
    """The same cells by gdaldem, which computes in single precision."""
    with tempfile.TemporaryDirectory() as folder:
        ground, out = os.path.join(folder, "ground.tif"), os.path.join(folder, "slope.tif")
        filled = np.where(np.isnan(raster.values), -99999, raster.values).astype("float32")
        with rasterio.open(
                ground, "w", driver="GTiff", width=raster.columns, height=len(filled), count=1, dtype="float32",
                nodata=-99999, transform=rasterio.Affine(raster.dx, 0, raster.x, 0, -raster.dy, raster.y)) as file:
            file.write(filled, 1)
        subprocess.run(["gdaldem", "slope", ground, out, "-q"] + (["-p"] if unit == "percent" else []), check=True)
        with rasterio.open(out) as file:
            theirs = file.read(1).astype(float)
            theirs[theirs == file.nodata] = np.nan
    np.testing.assert_allclose(ours, theirs, rtol=1e-4, atol=1e-3)


INDICATORS = {"raster_value": raster_value, "zonal": zonal, "slope": slope}
