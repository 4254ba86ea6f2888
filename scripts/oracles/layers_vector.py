# What the vector indicators must give, computed with GeoPandas and Shapely alone and without an index: every site is
# held against every feature. SPDX-License-Identifier: GPL-3.0-or-later
import math

import numpy as np
import pyproj
import shapely

GEOD = pyproj.Geod(ellps="WGS84")


def value(found, unit=""):
    """A field as an attribute: None where it is missing, a number where it is one or a unit asks for one."""
    if found is None or found is np.nan or (isinstance(found, str) and found == ""):
        return None
    if isinstance(found, str):
        return float(found) if unit else found
    number = float(found)
    return number if math.isfinite(number) else None


def columns_of(rows, layer, derive, suffix=""):
    """Mapped fields of one feature a site; None for a site without one."""
    units = derive.get("units", {})
    return {
        attribute + suffix: [
            None if row is None else value(layer[field].iloc[row], units.get(attribute, "")) for row in rows]
        for field, attribute in derive.get("fields", {}).items()}


def shapes_of(layer):
    return np.asarray(layer.geometry.values)


def distances(sites, layer, own="geometry"):
    """Metres on the ellipsoid from every site (rows) to every feature (columns), between the places nearest in the
    plane."""
    lines = shapely.shortest_line(getattr(sites, own)[:, None], shapes_of(layer)[None, :])
    ends = shapely.get_coordinates(lines)
    longitude, latitude = to_degrees(sites.crs).transform(ends[:, 0], ends[:, 1])
    metres = GEOD.inv(longitude[0::2], latitude[0::2], longitude[1::2], latitude[1::2])[2]
    planar = shapely.length(lines)
    return np.where(planar == 0, 0, np.reshape(metres, lines.shape))


def to_degrees(crs):
    return pyproj.Transformer.from_crs(crs, 4326, always_xy=True)


def limited(metres, derive):
    """Distances with those beyond max_km out of reach."""
    return np.where(metres > derive.get("max_km", math.inf) * 1000, math.inf, metres)


def nearest(sites, layer, derive):
    metres = limited(distances(sites, layer), derive)
    first = np.argmin(metres, axis=1)  # the first in file order on a tie
    near = metres[np.arange(len(first)), first]
    rows = [int(row) if math.isfinite(m) else None for row, m in zip(first, near)]
    out = columns_of(rows, layer, derive)
    if "distance_km" in derive:
        out[derive["distance_km"]] = [m / 1000 if math.isfinite(m) else None for m in near]
    return out


def k_nearest(sites, layer, derive):
    metres = limited(distances(sites, layer), derive)
    order = np.argsort(metres, axis=1, kind="stable")
    out = {}
    for rank in range(derive["k"]):
        rows, near = [], []
        for site in range(len(metres)):
            row = int(order[site, rank]) if rank < order.shape[1] else None
            found = row is not None and math.isfinite(metres[site, row])
            rows.append(row if found else None)
            near.append(metres[site, row] / 1000 if found else None)
        suffix = f"_{rank + 1}"
        if "distance_km" in derive:
            out[derive["distance_km"] + suffix] = near
        out.update(columns_of(rows, layer, derive, suffix))
    return out


def count_within(sites, layer, derive):
    inside = distances(sites, layer) <= derive["radius_km"] * 1000
    out = {}
    if "count" in derive:
        out[derive["count"]] = [int(n) for n in inside.sum(axis=1)]
    for field, attribute in derive.get("sums", {}).items():
        numbers = np.array([math.nan if (n := value(v, "number")) is None else n for v in layer[field]], dtype=float)
        known = ~np.isnan(numbers)
        # A sum of gaps alone is not known; of nothing it is 0.
        out[attribute] = [
            math.fsum(numbers[row & known]) if (row & known).any() or not row.any() else None for row in inside]
    return out


def within(sites, layer, derive):
    inside = shapely.intersects(shapes_of(layer)[None, :], sites.points[:, None])
    metres = distances(sites, layer, "points")
    tolerance = derive.get("tolerance_km", 0) * 1000
    rows = []
    for site in range(len(inside)):
        if inside[site].any():
            rows.append(int(np.argmax(inside[site])))
        elif tolerance > 0 and metres[site].min() <= tolerance:
            rows.append(int(np.argmin(metres[site])))
        else:
            rows.append(None)
    out = columns_of(rows, layer, derive)
    if "inside" in derive:
        out[derive["inside"]] = ["no" if row is None else "yes" for row in rows]
    return out


QUADRANT_SEGMENTS = 32
EQUAL_AREA = math.sqrt((math.pi / 2 / QUADRANT_SEGMENTS) / math.sin(math.pi / 2 / QUADRANT_SEGMENTS))


def ground_plane(sites, site):
    """The way from the measuring system to the plane of true distances and directions from the point of a site."""
    longitude, latitude = to_degrees(sites.crs).transform(sites.points[site].x, sites.points[site].y)
    plane = pyproj.CRS.from_proj4(f"+proj=aeqd +lat_0={latitude!r} +lon_0={longitude!r} +ellps=WGS84 +units=m")
    return pyproj.Transformer.from_crs(sites.crs, plane, always_xy=True)


def moved(shape, transform):
    return shapely.transform(shape, lambda xy: np.column_stack(transform(xy[:, 0], xy[:, 1])))


def zones(sites, kilometres):
    """The circle on the ground around every site, 32 segments a quarter and of the true area, or its own polygon; in
    the plane."""
    if kilometres is None:
        return sites.geometry
    out = []
    for site, shape in enumerate(sites.geometry):
        way = ground_plane(sites, site)
        near = moved(shape, lambda x, y, way=way: way.transform(x, y))
        grown = shapely.buffer(near, kilometres * 1000 * EQUAL_AREA, quad_segs=QUADRANT_SEGMENTS)
        out.append(moved(grown, lambda x, y, way=way: way.transform(x, y, direction="INVERSE")))
    return np.array(out)


def ground_areas(sites, zone):
    """Areas of zones in m2 on the ground."""
    out = []
    for site, shape in enumerate(zone):
        way = ground_plane(sites, site)
        out.append(shapely.area(moved(shape, lambda x, y, way=way: way.transform(x, y))))
    return np.array(out)


def share_covered(sites, layer, derive):
    zone = zones(sites, derive.get("buffer_km"))
    covered = shapely.area(shapely.intersection(zone, shapely.union_all(shapes_of(layer))))
    share = covered / shapely.area(zone)
    out = {}
    if "share" in derive:
        out[derive["share"]] = list(share)
    if "area_ha" in derive:
        out[derive["area_ha"]] = list(share * ground_areas(sites, zone) / 10_000)
    return out


def length_within(sites, layer, derive):
    zone = zones(sites, derive["radius_km"])
    metres = shapely.length(shapely.intersection(zone[:, None], shapes_of(layer)[None, :]))
    ratio = np.sqrt(ground_areas(sites, zone) / shapely.area(zone))
    return {derive["length_km"]: list(metres.sum(axis=1) * ratio / 1000)}


def interpolated(sites, layer, derive):
    """Inverse distance weights over the stations nearest to the point of the site that have a value, brought to its
    height first."""
    metres = limited(distances(sites, layer, "points"), derive)
    power, neighbours = derive.get("power", 2), derive.get("neighbours", 8)
    lapse = derive.get("lapse")
    out = {}
    for field, attribute in derive["fields"].items():
        numbers = np.array([value(v, "number") if v is not None else None for v in layer[field]], dtype=float)
        steps = lapse["per_km"].get(attribute) if lapse else None
        results = []
        for site in range(len(metres)):
            here = numbers.copy()
            if steps is not None:
                height = sites.attributes[lapse["site_elevation"]][site]
                if height is None:
                    results.append(None)
                    continue
                stations = np.array(layer[lapse["station_elevation"]], dtype=float)
                here = here + steps * (height - stations) / 1000
            usable = [row for row in np.argsort(metres[site], kind="stable")
                      if math.isfinite(here[row]) and math.isfinite(metres[site, row])][:neighbours]
            on = [row for row in usable if metres[site, row] == 0]
            if not usable:
                results.append(None)
            elif on:
                results.append(here[on[0]])
            else:
                weights = metres[site, usable] ** -float(power)
                results.append(float(np.sum(weights * here[usable]) / np.sum(weights)))
        out[attribute] = results
    return out


def join(sites, layer, derive):
    rows = {str(key): row for row, key in enumerate(layer[derive["layer_key"]]) if key is not None}
    keys = sites.attributes[derive["site_key"]]
    return columns_of([rows.get(text_key(key)) for key in keys], layer, derive)


def text_key(key):
    """A key as text, whole numbers without a fraction."""
    if isinstance(key, float) and key.is_integer():
        return str(int(key))
    return None if key is None else str(key)


INDICATORS = {
    "nearest": nearest, "k_nearest": k_nearest, "count_within": count_within, "within": within,
    "share_covered": share_covered, "length_within": length_within, "interpolated": interpolated, "join": join,
}
