# Cases that are not random: the data pack, zones made of whole cells, axis orders, overseas and other measuring
# systems, and layers that cross the 180th meridian. SPDX-License-Identifier: GPL-3.0-or-later
import os

import geopandas
import numpy as np
import shapely
from layers_random import LAMBERT, Random, hills, north_up, write_raster, write_vector

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
VALUES = ("mean", "min", "max", "sum", "count", "stdev", "median")


def pack(folder):
    """The 65 sites with all that geodata/layers.toml derives."""
    data = os.path.relpath(os.path.join(ROOT, "geodata"), os.path.realpath(folder))
    return {"measure_crs": LAMBERT, "pack": f"{data}/layers.toml",
            "sites": {"source": f"{data}/layers/sites.geojson", "id_field": "id", "name_field": "name"}}


def pack_more(folder):
    """The 65 sites with the indicators that the pack itself does not use."""
    data = os.path.relpath(os.path.join(ROOT, "geodata", "layers"), os.path.realpath(folder))
    case = {"measure_crs": LAMBERT,
            "sites": {"source": f"{data}/sites.geojson", "id_field": "id", "name_field": "name"}}
    zonal = {s: f"elevation_{s}" for s in VALUES} | {"majority": "elevation_majority"}
    case["layers"] = {
        "substations": {
            "source": f"{data}/substations.geojson",
            "derive": [
                {
                    "indicator": "k_nearest",
                    "k": 5,
                    "distance_km": "post_km",
                    "fields": {"name": "post", "voltage_kv": "post_kv"},
                },
                {
                    "indicator": "count_within",
                    "radius_km": 10,
                    "count": "posts_10",
                    "sums": {"voltage_kv": "posts_10_kv"},
                },
            ],
        },
        "rivers": {
            "source": f"{data}/rivers.geojson",
            "derive": [{"indicator": "length_within", "radius_km": 25, "length_km": "river_length_km"}],
        },
        "departements": {
            "source": f"{data}/departements.geojson",
            "derive": [
                {"indicator": "within", "fields": {"name": "departement_here"}, "inside": "in_departement"},
                {"indicator": "share_covered", "buffer_km": 10, "share": "land_share", "area_ha": "land_ha"},
            ],
        },
        "climate": {
            "source": f"{data}/climate_normals.geojson",
            "derive": [
                {
                    "indicator": "interpolated",
                    "fields": {"tmean_c": "mean_c", "rain_mm": "rain_here_mm"},
                    "units": {"mean_c": "degC", "rain_here_mm": "mm"},
                    "lapse": {
                        "station_elevation": "station_alt_m",
                        "site_elevation": "ground_m",
                        "per_km": {"mean_c": -6.5},
                    },
                }
            ],
        },
        "places": {
            "source": f"{data}/places.csv",
            "crs": "EPSG:4326",
            "derive": [
                {"indicator": "nearest", "distance_km": "place_km", "fields": {"name": "place"}},
                {
                    "indicator": "count_within",
                    "radius_km": 20,
                    "count": "places_20",
                    "sums": {"population": "people_20"},
                },
            ],
        },
        "elevation": {
            "source": f"{data}/elevation.tif",
            "derive": [
                {"indicator": "raster_value", "value": "ground_m", "unit": "m", "method": "bilinear"},
                {"indicator": "zonal", "buffer_km": 12, "unit": "m", **zonal},
                {"indicator": "slope", "value": "slope_percent"},
            ],
        },
    }
    return case


def aligned(folder):
    """Site polygons of whole cells, where rasterstats, which counts whole cells, is right as well."""
    made = Random(77)
    box = made.box
    step = (box[2] - box[0]) / 60
    rows = int((box[3] - box[1]) / step)
    corner = np.array([box[0], box[3] - rows * step])
    shapes = []
    for _ in range(14):
        i, j = made.rng.integers(1, 50), made.rng.integers(1, rows - 10)
        w, h = made.rng.integers(2, 9, 2)
        shapes.append(shapely.box(*(corner + [i * step, j * step]), *(corner + [(i + w) * step, (j + h) * step])))
    frame = geopandas.GeoDataFrame({"id": [f"z{k:02d}" for k in range(14)]}, geometry=shapes, crs=LAMBERT)
    frame["name"] = frame["id"]
    values = np.round(hills(made.rng, rows, 60), 3)
    values[made.rng.random(values.shape) < 0.1] = np.nan
    grid = north_up((box[0], corner[1], box[2], box[3]), rows, 60)
    raster = write_raster(values, folder, "cells", grid, LAMBERT)
    kinds = write_raster(np.round(values / 150), folder, "kinds", grid, LAMBERT, "float32")
    return {
        "measure_crs": LAMBERT,
        "whole_cells": True,
        "sites": {"source": write_vector(frame, folder, "sites", "gpkg")},
        "layers": {
            "cells": {
                "source": raster,
                "derive": [
                    {
                        "indicator": "zonal",
                        **{s: f"cells_{s}" for s in VALUES},
                        "quantiles": [{"q": 0.9, "attribute": "cells_q90"}, {"q": 0.25, "attribute": "cells_q25"}],
                    }
                ],
            },
            "kinds": {"source": kinds, "derive": [{"indicator": "zonal", "majority": "kinds_majority"}]},
        },
    }


def gml(frame, code, swapped):
    """The features as GML 3.2; in the URN form the axes come in the order of the authority."""
    members = []
    for k, row in frame.iterrows():
        x, y = row.geometry.x, row.geometry.y
        pos = f"{y!r} {x!r}" if swapped else f"{x!r} {y!r}"
        name = f"urn:ogc:def:crs:EPSG::{code}" if swapped else f"EPSG:{code}"
        members.append(
            f'<gml:featureMember><o:post gml:id="p{k}"><o:geometry><gml:Point srsName="{name}" gml:id="g{k}">'
            f"<gml:pos>{pos}</gml:pos></gml:Point></o:geometry><o:code>{row.code}</o:code></o:post></gml:featureMember>")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<o:FeatureCollection xmlns:o="http://o/" '
        'xmlns:gml="http://www.opengis.net/gml/3.2" gml:id="all">\n' + "\n".join(members) + "\n</o:FeatureCollection>\n"
    )


def axes(folder):
    """Latitude or northing first where the authority says so, and layers whose system is stated or overridden."""
    made = Random(78)
    case = {"measure_crs": LAMBERT, "truth": {}, "layers": {}, "sites": places(made, folder, 15, "EPSG:4326", "gpkg")}
    for name, code, swapped in (("urn4326", 4326, True), ("plain4326", 4326, False), ("urn3035", 3035, True),
                                ("urn2154", 2154, False)):
        frame = made.frame(made.points_of(80), f"EPSG:{code}")
        with open(os.path.join(folder, f"{name}.gml"), "w") as file:
            file.write(gml(frame, code, swapped))
        case["truth"][f"{name}.gml"] = write_vector(frame, folder, f"{name}_truth", "gpkg")
        case["layers"][name] = {"source": f"{name}.gml", "derive": near(name)}
    bare = made.frame(made.points_of(60))
    write_vector(bare, folder, "bare", "shp")
    os.remove(os.path.join(folder, "bare.prj"))
    case["layers"]["bare"] = {"source": "bare.shp", "crs": LAMBERT, "derive": near("bare")}
    wrong = made.frame(made.points_of(60)).set_crs("EPSG:3857", allow_override=True)
    case["layers"]["wrong"] = {
        "source": write_vector(wrong, folder, "wrong", "gpkg"), "crs": LAMBERT, "derive": near("wrong")}
    return case


def near(name):
    return [{"indicator": "nearest", "distance_km": f"{name}_km", "fields": {"code": f"{name}_code"}},
            {"indicator": "count_within", "radius_km": 10, "count": f"{name}_10"}]


def places(made, folder, n, crs, kind):
    frame = geopandas.GeoDataFrame(
        {"id": [f"s{k:02d}" for k in range(n)], "name": [f"Site {k}" for k in range(n)]},
        geometry=made.points_of(n), crs=made.crs).to_crs(crs)
    return {"source": write_vector(frame, folder, "sites", kind)}


def elsewhere(measure, box, stated=False, seed=5):
    """Every kind of indicator where another system than Lambert-93 is right."""
    def write(folder):
        made = Random(seed, box, measure)
        case = {"measure_crs": measure, "sites": places(made, folder, 12, "EPSG:4326", "geojson"), "layers": {}}
        if stated:
            case["sites"]["measure_crs"] = measure
        case["layers"]["points"] = {
            "source": write_vector(made.frame(made.points_of(90), "EPSG:4326"), folder, "points", "fgb"),
            "derive": near("points")}
        case["layers"]["lines"] = {
            "source": write_vector(made.frame(made.lines(30), "EPSG:4326"), folder, "lines", "gpkg"), "derive": [
                {"indicator": "length_within", "radius_km": 6, "length_km": "line_length_km"}]}
        case["layers"]["areas"] = {
            "source": write_vector(made.frame(made.polygons(25, 6000), measure), folder, "areas", "gpkg"), "derive": [
                {"indicator": "within", "fields": {"code": "area_code"}, "inside": "in_area", "tolerance_km": 1},
                {"indicator": "share_covered", "buffer_km": 5, "share": "share_5", "area_ha": "area_5_ha"}]}
        case["layers"]["world"] = {"source": world(made, folder, -180), "derive": world_derive("world")}
        case["layers"]["turned"] = {"source": world(made, folder, 0), "derive": world_derive("turned")}
        return case
    return write


def world(made, folder, west):
    """Half a degree a cell, from 180 W or from Greenwich on."""
    values = np.round(made.rng.uniform(0, 60, (360, 720)), 2)
    name = "world" if west else "turned"
    return write_raster(values, folder, name, north_up((west, -90, west + 360, 90), 360, 720), "EPSG:4326", blocks=True)


def world_derive(name):
    return [{"indicator": "raster_value", "value": f"{name}_value"},
            {"indicator": "raster_value", "value": f"{name}_smooth", "method": "bilinear"},
            {"indicator": "zonal", "buffer_km": 60, **{s: f"{name}_{s}" for s in VALUES}}]


def antimeridian(folder):
    """Sites on both sides of 180 degrees in Fiji; layers cut there, running over it, and jumping back over it."""
    made = Random(9, (760_000, 8_020_000, 880_000, 8_160_000), "EPSG:32760")
    case = elsewhere(made.crs, made.box, stated=True, seed=9)(folder)
    lines, areas = made.lines(40), made.polygons(25, 16000, invalid=0)
    degrees = geopandas.GeoSeries(lines + areas, crs=made.crs).to_crs("EPSG:4326")
    east = degrees.map(lambda g: shapely.transform(g, lambda c: np.column_stack([c[:, 0] % 360, c[:, 1]])))
    cut = east.map(cut_at_180)
    def frame(shapes):
        return made.frame(list(shapes)).set_crs("EPSG:4326", allow_override=True)
    for name, shapes in (("jumping", degrees), ("over", east), ("cut", cut)):
        own = list(shapes)
        case["layers"][f"lines_{name}"] = {
            "source": write_vector(frame(own[:40]), folder, f"lines_{name}", "gpkg"), "derive": [
                {"indicator": "nearest", "distance_km": f"line_{name}_km"},
                {"indicator": "length_within", "radius_km": 12, "length_km": f"line_{name}_length_km"}]}
        case["layers"][f"areas_{name}"] = {
            "source": write_vector(frame(own[40:]), folder, f"areas_{name}", "gpkg"), "derive": [
                {"indicator": "within", "inside": f"in_area_{name}"},
                {"indicator": "share_covered", "buffer_km": 8, "share": f"share_{name}"}]}
    return case


def cut_at_180(shape):
    """The parts west and east of the meridian, as RFC 7946 asks for."""
    west = shape.intersection(shapely.box(0, -90, 180, 90))
    east = shapely.transform(shape.intersection(shapely.box(180, -90, 360, 90)), lambda c: c - [360, 0])
    parts = [p for side in (west, east) for p in getattr(side, "geoms", [side]) if not p.is_empty]
    return parts[0] if len(parts) == 1 else type(shapely.geometry.multipolygon.MultiPolygon())(parts) \
        if parts[0].geom_type == "Polygon" else shapely.MultiLineString(parts)


CASES = {
    "pack": pack,
    "pack-more": pack_more,
    "aligned": aligned,
    "axes": axes,
    "guadeloupe": elsewhere("EPSG:5490", (635_000, 1_765_000, 675_000, 1_805_000)),
    "guyane": elsewhere("EPSG:2972", (300_000, 500_000, 360_000, 560_000)),
    "reunion": elsewhere("EPSG:2975", (315_000, 7_640_000, 370_000, 7_690_000)),
    "mayotte": elsewhere("EPSG:4471", (505_000, 8_562_000, 535_000, 8_600_000)),
    "quebec": elsewhere("EPSG:32618", (560_000, 5_020_000, 640_000, 5_080_000), stated=True),
    "noumea": elsewhere("EPSG:32758", (560_000, 7_520_000, 660_000, 7_590_000), stated=True),
    "greenwich": elsewhere(LAMBERT, (430_000, 6_500_000, 500_000, 6_560_000)),
    "europe": elsewhere("EPSG:3035", (3_900_000, 2_800_000, 4_060_000, 2_950_000), stated=True),
    "antimeridian": antimeridian,
}
