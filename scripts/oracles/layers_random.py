# Seeded random features, rasters and tables, and the files they are written to.
# SPDX-License-Identifier: GPL-3.0-or-later
import csv
import os

import geopandas
import numpy as np
import rasterio
import shapely

LAMBERT = "EPSG:2154"
FORMATS = {"gpkg": "GPKG", "geojson": "GeoJSON", "fgb": "FlatGeobuf", "shp": "ESRI Shapefile"}


class Random:
    """Features in a box of a projected system, in metres."""

    def __init__(self, seed, box=(500_000, 6_500_000, 620_000, 6_600_000), crs=LAMBERT):
        self.rng = np.random.default_rng(seed)
        self.box, self.crs = box, crs

    def positions(self, n, margin=0.0):
        x0, y0, x1, y1 = self.box
        dx, dy = (x1 - x0) * margin, (y1 - y0) * margin
        return np.column_stack([self.rng.uniform(x0 - dx, x1 + dx, n), self.rng.uniform(y0 - dy, y1 + dy, n)])

    def point(self):
        return shapely.Point(self.positions(1)[0])

    def points_of(self, n):
        return list(shapely.points(self.positions(n)))

    def multipoints(self, n):
        return [
            shapely.MultiPoint(c + self.rng.normal(0, 4000, (self.rng.integers(2, 5), 2))) for c in self.positions(n)
        ]

    def line(self, start):
        steps = self.rng.normal(0, 5000, (self.rng.integers(2, 12), 2))
        return shapely.LineString(np.vstack([start, start + np.cumsum(steps, axis=0)]))

    def lines(self, n):
        found = [self.line(start) for start in self.positions(n)]
        return [shapely.MultiLineString([line, self.line(line.coords[0])]) if k % 7 == 0 else line
                for k, line in enumerate(found)]

    def ring(self, centre, radius):
        corners = int(self.rng.integers(5, 30))
        angles = np.sort(self.rng.uniform(0, 2 * np.pi, corners))
        lengths = radius * self.rng.uniform(0.45, 1.0, corners)
        return centre + np.column_stack([np.cos(angles), np.sin(angles)]) * lengths[:, None]

    def polygon(self, centre, radius):
        """A star with a hole now and then; valid as long as the corners go all the way round, else repaired."""
        shell = shapely.make_valid(shapely.Polygon(self.ring(centre, radius)))
        if self.rng.random() < 0.4:
            shell = shell.difference(shapely.make_valid(shapely.Polygon(self.ring(centre, radius * 0.35))))
        parts = [p for p in getattr(shell, "geoms", [shell]) if p.geom_type == "Polygon"]
        return max(parts, key=lambda p: p.area)

    def bow_tie(self, centre, radius):
        corners = self.ring(centre, radius)
        corners[[1, len(corners) // 2]] = corners[[len(corners) // 2, 1]]
        return shapely.Polygon(corners)

    def polygons(self, n, radius=9000, invalid=0.15):
        shapes = []
        for k, centre in enumerate(self.positions(n)):
            size = radius * self.rng.uniform(0.3, 1.6)
            if self.rng.random() < invalid:
                shapes.append(self.bow_tie(centre, size))
            elif k % 6 == 0:
                # Side by side with room between, so that the parts of a multipolygon do not touch.
                other = centre + [2.5 * size, 0]
                shapes.append(shapely.MultiPolygon([self.polygon(centre, size), self.polygon(other, size)]))
            else:
                shapes.append(self.polygon(centre, size))
        return shapes

    def frame(self, shapes, crs=None):
        """Features with texts and numbers, some missing, in another system."""
        n = len(shapes)
        megawatts = np.round(self.rng.uniform(1, 500, n), 3)
        megawatts[self.rng.random(n) < 0.2] = np.nan
        data = {
            "code": [f"{self.rng.integers(0, 1 << 30):08x}" for _ in range(n)],
            "kind": self.rng.choice(["mesh", "railway", "l'usine"], n),
            "mw": megawatts, "rank": self.rng.permutation(n).astype("int32"),
            "title": [None if self.rng.random() < 0.1 else f"Nœud {k} à l'eau" for k in range(n)],
        }
        return geopandas.GeoDataFrame(data, geometry=shapes, crs=self.crs).to_crs(crs or self.crs)


def write_vector(frame, folder, name, kind, layer=None):
    """Writes a frame and gives the file's name; GeoJSON is always in degrees."""
    file = f"{name}.{kind}"
    if kind == "geojson":
        frame = frame.to_crs("EPSG:4326")
    keys = {"layer": layer} if layer else {}
    if kind == "fgb":
        keys["SPATIAL_INDEX"] = "NO"  # the index of the format sorts the features, and file order decides ties
    frame.to_file(os.path.join(folder, file), driver=FORMATS[kind], engine="pyogrio", **keys)
    return file


def write_points_csv(frame, folder, name, decimals=6):
    """Longitude and latitude as a table."""
    degrees = frame.to_crs("EPSG:4326")
    with open(os.path.join(folder, f"{name}.csv"), "w", newline="") as file:
        out = csv.writer(file)
        fields = [c for c in frame.columns if c != "geometry"]
        out.writerow(fields + ["lon", "lat"])
        for _, row in degrees.iterrows():
            texts = ["" if v is None or v != v else v for v in row[fields]]
            out.writerow(texts + [round(row.geometry.x, decimals), round(row.geometry.y, decimals)])
    return f"{name}.csv"


def write_table(rows, folder, name):
    with open(os.path.join(folder, f"{name}.csv"), "w", newline="") as file:
        out = csv.writer(file)
        out.writerows(rows)
    return f"{name}.csv"


def hills(rng, rows, columns, low=20.0, high=900.0):
    """A smooth surface with some roughness."""
    y, x = np.mgrid[0:rows, 0:columns]
    surface = np.zeros((rows, columns))
    for _ in range(6):
        a, b = rng.uniform(0.02, 0.3, 2)
        surface += rng.uniform(0.2, 1) * np.sin(a * x + rng.uniform(0, 6)) * np.cos(b * y + rng.uniform(0, 6))
    surface += 0.1 * rng.normal(size=surface.shape)
    surface = (surface - surface.min()) / np.ptp(surface)
    return low + surface * (high - low)


def write_raster(values, folder, name, transform, crs, dtype="float64", nodata=None, driver="GTiff",
                 scale=None, offset=None, blocks=False):
    """Writes one or more bands and gives the file's name."""
    bands = values if values.ndim == 3 else values[None]
    file = f"{name}.{'tif' if driver == 'GTiff' else 'asc'}"
    keys = {"tiled": True, "blockxsize": 16, "blockysize": 16, "compress": "deflate"} if blocks else {}
    with rasterio.open(
            os.path.join(folder, file), "w", driver=driver, height=bands.shape[1], width=bands.shape[2],
            count=len(bands), dtype=dtype, nodata=nodata, crs=crs, transform=transform, **keys) as out:
        out.write(bands.astype(dtype))
        if scale is not None:
            out.scales, out.offsets = [scale] * len(bands), [offset or 0.0] * len(bands)
    return file


def north_up(box, rows, columns):
    """Rows from north to south over a box."""
    x0, y0, x1, y1 = box
    return rasterio.Affine((x1 - x0) / columns, 0, x0, 0, -(y1 - y0) / rows, y1)


def south_up(box, rows, columns):
    """Rows from south to north over a box, as some netCDF files have them."""
    x0, y0, x1, y1 = box
    return rasterio.Affine((x1 - x0) / columns, 0, x0, 0, (y1 - y0) / rows, y0)
