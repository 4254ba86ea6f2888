# Quicker ways through the three slow steps of peer.py, for who knows the insides of Shapely and exactextract.
# SPDX-License-Identifier: GPL-3.0-or-later
import exactextract
import numpy as np
import shapely
from exactextract.feature import Feature, FeatureSource


def nearest_line(sites, lines, attribute, field):
    """Distance in km and a field of the nearest line, over an index of its single segments."""
    parts, line = shapely.get_parts(np.asarray(lines.geometry.values), return_index=True)
    corners, part = shapely.get_coordinates(parts, return_index=True)
    joined = part[1:] == part[:-1]
    segments = shapely.linestrings(np.stack([corners[:-1][joined], corners[1:][joined]], axis=1))
    (_, found), metres = shapely.STRtree(segments).query_nearest(
        np.asarray(sites.geometry.values), return_distance=True, all_matches=False)
    sites[f"{attribute}_km"] = metres / 1000
    sites[f"{attribute}_name"] = lines[field].to_numpy()[line[part[:-1][joined]][found]]


def covered(sites, circles, polygons):
    """Hectares of each circle under the union of the polygons; only circles across its edge are cut."""
    union = polygons.union_all()
    shapely.prepare(union)
    areas = shapely.area(circles)
    cut = ~shapely.contains_properly(union, circles)
    areas[cut] = shapely.area(shapely.intersection(circles[cut], union))
    sites["land_ha"] = areas / 10_000


class BinaryFeature(Feature):
    """A zone as WKB, which exactextract takes without a detour through GeoJSON text."""

    def __init__(self, wkb):
        Feature.__init__(self)
        self.wkb = wkb

    def geometry(self):
        return self.wkb

    def fields(self):
        return []


class BinaryFeatures(FeatureSource):
    def __init__(self, shapes):
        FeatureSource.__init__(self)
        self.shapes = shapely.to_wkb(shapes)

    def count(self):
        return len(self.shapes)

    def __iter__(self):
        return map(BinaryFeature, self.shapes)

    def srs_wkt(self):
        return None


def elevation(sites, circles, raster):
    found = exactextract.exact_extract(raster, BinaryFeatures(circles), ["mean", "min", "max"], output="pandas")
    for name in ("mean", "min", "max"):
        sites[f"elevation_{name}"] = found[name].to_numpy()
