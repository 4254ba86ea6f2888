# Everything that the layers of a scenario give to its sites, computed with GeoPandas, Shapely, rasterio, exactextract
# and rasterstats. Reads scenario.toml and case.json of a folder. SPDX-License-Identifier: GPL-3.0-or-later
import json
import os
import tomllib
import warnings

import geopandas
import layers_raster
import layers_vector
import numpy as np
import pandas
import pyogrio
import pyproj
import shapely

warnings.filterwarnings("ignore", message=".*(CRS|crs|spatial reference|authority).*")


class Sites:
    """Sites in the system in which distances are measured."""

    def __init__(self, frame, id_field, crs):
        frame = frame.set_index(frame[id_field].map(layers_vector.text_key)).sort_index()
        self.crs = pyproj.CRS.from_user_input(crs)
        self.ids = list(frame.index)
        self.frame = frame
        self.geometry = frame.geometry.to_crs(self.crs).values
        inner = frame.geometry.where(frame.geometry.geom_type == "Point", frame.geometry.representative_point())
        self.points_own = inner.set_crs(frame.crs)
        self.points = self.points_own.to_crs(self.crs).values
        self.geometry, self.points = np.array(self.geometry), np.array(self.points)
        self.attributes = {
            name: [layers_vector.value(v) for v in frame[name]]
            for name in frame.columns if name not in (frame.geometry.name, id_field)}

    def positions_in(self, crs):
        there = self.points_own.to_crs(crs)
        return there.x.to_numpy(), there.y.to_numpy()

    def in_system(self, shapes, crs):
        return np.array(geopandas.GeoSeries(shapes, crs=self.crs).to_crs(crs).values)


def read_vector(path, layer=None, crs=None, where=None, options=None):
    """A layer as a frame; a table with lon and lat, or x and y, as points."""
    if path.endswith(".csv"):
        frame = pandas.read_csv(path, dtype=str, keep_default_na=False)
        for x, y in (("lon", "lat"), ("longitude", "latitude"), ("x", "y")):
            if x in frame:
                points = shapely.points(frame[x].astype(float), frame[y].astype(float))
                return geopandas.GeoDataFrame(frame, geometry=points, crs=crs)
        return frame
    keys = dict(options or {})
    if where:
        keys["where"] = where
    if layer:
        keys["layer"] = layer
    frame = pyogrio.read_dataframe(path, **keys)
    if isinstance(frame, geopandas.GeoDataFrame) and crs:
        frame = frame.set_crs(crs, allow_override=True)
    return frame


def followed(shape, is_degrees):
    """A line or polygon with places in between on edges longer than 0.2 degrees or 20 km, as documented: an edge is
    straight in the coordinates of its source. By hand, since shapely.segmentize mends invalid polygons on the way."""
    if shape.geom_type == "Polygon":
        return shapely.Polygon(*(
            [followed_places(ring, is_degrees) for ring in rings] if k else followed_places(rings, is_degrees)
            for k, rings in enumerate((shape.exterior, shape.interiors))))
    if shape.geom_type == "LineString":
        return shapely.LineString(followed_places(shape, is_degrees))
    if hasattr(shape, "geoms"):
        return type(shape)([followed(part, is_degrees) for part in shape.geoms])
    return shape


def followed_places(line, is_degrees):
    places = shapely.get_coordinates(line)
    ways = np.diff(places, axis=0)
    if is_degrees:  # over the antimeridian by the short way
        ways[:, 0] = (ways[:, 0] + 180) % 360 - 180
    counts = np.maximum(1, np.ceil(np.abs(ways).max(axis=1) / (0.2 if is_degrees else 20_000))).astype(int)
    found = [place + way * k / n for place, way, n in zip(places, ways, counts) for k in range(n)]
    return np.array(found + [places[-1]])


def measured(frame, crs):
    """Features with a geometry in the measuring system, invalid polygons repaired there."""
    frame = frame[~(frame.geometry.isna() | frame.geometry.is_empty)]
    if frame.crs != crs:
        own = frame.crs
        bent = [followed(shape, own.is_geographic) for shape in frame.geometry]
        frame = frame.set_geometry(bent, crs=own).to_crs(crs)
    shapes = np.array(frame.geometry.values)
    broken = (shapely.get_dimensions(shapes) == 2) & ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken], method="structure", keep_collapsed=True)
    return frame.set_geometry(geopandas.GeoSeries(shapes, index=frame.index, crs=crs)).reset_index(drop=True)


def declared_layers(scenario, folder):
    """Declarations of the scenario and of its pack, by name, with the folder their paths start from."""
    tables = {}
    pack = scenario["layers"].get("pack")
    if pack:
        path = os.path.join(folder, pack)
        with open(path, "rb") as file:
            tables.update({n: (t, os.path.dirname(path)) for n, t in tomllib.load(file)["layers"].items()})
    tables.update({n: (t, folder) for n, t in scenario["layers"].items() if isinstance(t, dict)})
    return tables


def needs(derive):
    if derive["indicator"] == "join":
        return [derive["site_key"]]
    if "lapse" in derive and derive["lapse"].get("site_elevation"):
        return [derive["lapse"]["site_elevation"]]
    return []


def reference(folder):
    with open(os.path.join(folder, "scenario.toml"), "rb") as file:
        scenario = tomllib.load(file)
    with open(os.path.join(folder, "case.json")) as file:
        case = json.load(file)
    def folder_of(source, base):
        return folder if source in case["truth"] else base
    def place(source, base):
        return os.path.join(folder_of(source, base), case["truth"].get(source, source))
    own = scenario["sites"]
    frame = read_vector(place(own["source"], folder), own.get("layer"), own.get("crs"))
    sites = Sites(frame, own.get("id_field", "id"), case["measure_crs"])
    stated = dict(sites.attributes)
    waiting = [(name, table, base, derive) for name, (table, base) in sorted(declared_layers(scenario, folder).items())
               for derive in table.get("derive", [])]
    derived, frames = {}, {}
    while waiting:
        ready = [entry for entry in waiting if all(key in sites.attributes for key in needs(entry[3]))]
        assert ready, "a circle of derivations"
        for entry in ready:
            name, table, base, derive = entry
            path = place(table["source"], base)
            if derive["indicator"] in layers_raster.INDICATORS:
                raster = layers_raster.Raster(path, derive.get("band", 1), table.get("crs"))
                found = layers_raster.INDICATORS[derive["indicator"]](sites, raster, derive)
                if case["whole_cells"]:
                    layers_raster.against_rasterstats_zones(sites, raster, derive, found)
            else:
                key = (name, derive.get("where"))
                if key not in frames:
                    layer = read_vector(path, table.get("layer"), table.get("crs"), derive.get("where"))
                    frames[key] = measured(layer, sites.crs) if derive["indicator"] != "join" else layer
                found = layers_vector.INDICATORS[derive["indicator"]](sites, frames[key], derive)
            # What a layer says its values rest on marks them and is no column of its own.
            found = {k: v for k, v in found.items() if not (k.endswith("_basis") and k.removesuffix("_basis") in found)}
            derived.update(found)
            sites.attributes.update(found)
            waiting.remove(entry)
    for name, values in derived.items():  # what the source of the sites states stays
        if name in stated:
            derived[name] = [s if s is not None else d for s, d in zip(stated[name], values)]
    return {"measure_crs": case["measure_crs"], "sites": [
        {"id": id, "values": {name: plain(values[row]) for name, values in derived.items()}}
        for row, id in enumerate(sites.ids)]}


def plain(found):
    if found is None or isinstance(found, (str, int)):
        return found
    return float(found) if np.isfinite(found) else None
