# Seeded random cases over metropolitan France: every indicator on every kind of geometry, in systems and formats that
# change with the seed. SPDX-License-Identifier: GPL-3.0-or-later
import numpy as np
import shapely
from layers_random import (
    LAMBERT,
    Random,
    hills,
    north_up,
    south_up,
    write_points_csv,
    write_raster,
    write_table,
    write_vector,
)

SYSTEMS = ["EPSG:2154", "EPSG:4326", "EPSG:3857", "EPSG:3035"]
KINDS = ["gpkg", "geojson", "fgb", "shp"]


def write(seed, folder):
    made = Random(seed)
    def turn(options, step=0):
        return options[(seed + step) % len(options)]
    areas = seed % 2 == 0
    case = {"measure_crs": LAMBERT, "sites": sites(made, folder, areas, turn), "layers": {}}
    if seed % 5 == 0:
        case["measure_crs"] = case["sites"]["measure_crs"] = "EPSG:3035"
    layers = case["layers"]
    layers["points"] = points(made, folder, turn)
    layers["lines"] = lines(made, folder, turn)
    layers["areas"] = polygons(made, folder, turn, areas)
    layers["mixed"] = mixed(made, folder)
    layers["stations"] = stations(made, folder, turn)
    layers["register"] = register(made, folder)
    layers.update(rasters(made, folder, turn, areas))
    return case


def sites(made, folder, areas, turn):
    n = int(made.rng.integers(12, 25))
    shapes = [made.polygon(c, made.rng.uniform(300, 4000)) for c in made.positions(n)] if areas else made.points_of(n)
    frame = made.frame(shapes, turn(SYSTEMS))
    frame = frame[["geometry"]].assign(
        site_id=[f"s{k:02d}" for k in made.rng.permutation(n)], label=[f"Site {k}" for k in range(n)],
        region=[str(k) for k in made.rng.integers(10, 16, n)], parcel=made.rng.integers(1, 9, n))
    names = {"id_field": "site_id", "name_field": "label"}
    if not areas and turn(range(3)) == 0:
        return {"source": write_points_csv(frame, folder, "sites"), "crs": "EPSG:4326"} | names
    return {"source": write_vector(frame, folder, "sites", turn(KINDS))} | names


def points(made, folder, turn):
    shapes = made.points_of(160) + made.multipoints(15)
    shapes[90:130] = shapes[10:50]  # twins: the first in file order is the nearest
    frame = made.frame(shapes, turn(SYSTEMS, 1))
    frame.loc[3, "geometry"] = None
    kind = turn(["gpkg", "geojson", "fgb"])
    fields = {"code": "point_code", "mw": "point_mw", "title": "point_title", "rank": "point_rank"}
    return {
        "source": write_vector(frame, folder, "points", kind),
        "derive": [
            {"indicator": "nearest", "distance_km": "point_km", "fields": fields, "units": {"point_mw": "MW"}},
            {
                "indicator": "nearest",
                "where": "kind = 'l''usine' AND mw > 100",
                "distance_km": "plant_km",
                "max_km": 9.0,
                "fields": {"code": "plant_code"},
            },
            {
                "indicator": "k_nearest",
                "k": 4,
                "distance_km": "few_km",
                "max_km": 11.0,
                "fields": {"code": "few_code", "mw": "few_mw"},
            },
            {"indicator": "k_nearest", "k": 3, "where": "kind <> 'railway'", "distance_km": "three_km"},
            {
                "indicator": "count_within",
                "radius_km": 12.5,
                "count": "points_12",
                "sums": {"mw": "mw_12", "rank": "rank_12"},
            },
        ],
    }


def lines(made, folder, turn):
    source = write_vector(made.frame(made.lines(60), turn(SYSTEMS, 2)), folder, "lines", turn(KINDS, 1))
    return {"source": source, "derive": [
        {"indicator": "nearest", "distance_km": "line_km", "fields": {"code": "line_code"}},
        {"indicator": "length_within", "radius_km": 7.5, "length_km": "line_length_km"},
        {"indicator": "length_within", "radius_km": 1.0, "where": "kind = 'mesh'", "length_km": "mesh_length_km"},
        {"indicator": "count_within", "radius_km": 5, "count": "lines_5"},
    ]}


def polygons(made, folder, turn, areas):
    source = write_vector(made.frame(made.polygons(45), turn(SYSTEMS, 3)), folder, "areas", turn(KINDS, 2))
    derive = [
        {"indicator": "nearest", "distance_km": "area_km", "fields": {"code": "near_area"}},
        {"indicator": "within", "fields": {"code": "area_code", "mw": "area_mw"}, "inside": "in_area"},
        {"indicator": "within", "where": "rank < 25", "fields": {"code": "about_code"}, "tolerance_km": 3},
        {"indicator": "share_covered", "buffer_km": 4.0, "share": "share_4", "area_ha": "area_4_ha"},
        {"indicator": "share_covered", "buffer_km": 0.3, "where": "kind = 'mesh'", "share": "share_03"},
        {"indicator": "count_within", "radius_km": 6.0, "count": "areas_6", "sums": {"mw": "areas_mw"}},
    ]
    if areas:
        derive.append({"indicator": "share_covered", "share": "own_share", "area_ha": "own_covered_ha"})
    return {"source": source, "derive": derive}


def mixed(made, folder):
    """Points, lines and polygons in one layer, one of them a collection, one three-dimensional."""
    shapes = made.points_of(8) + made.lines(8) + made.polygons(8, invalid=0.3)
    shapes[0] = shapely.force_3d(shapes[0], 5000.0)
    shapes[9] = shapely.GeometryCollection([shapes[9], made.point()])
    return {"source": write_vector(made.frame(shapes), folder, "mixed", "gpkg"), "derive": [
        {"indicator": "nearest", "distance_km": "mixed_km", "fields": {"code": "mixed_code"}},
        {"indicator": "count_within", "radius_km": 15, "count": "mixed_15"},
    ]}


def stations(made, folder, turn):
    n = 30
    frame = made.frame(made.points_of(n))[["geometry"]].assign(
        altitude=np.round(made.rng.uniform(20, 900, n), 1), tmean=np.round(made.rng.uniform(5, 15, n), 2),
        rain=np.round(made.rng.uniform(500, 1400, n), 1))
    frame.loc[made.rng.random(n) < 0.2, "rain"] = np.nan
    source = write_vector(frame.to_crs(turn(SYSTEMS)), folder, "stations", turn(["gpkg", "geojson", "fgb"], 1))
    return {"source": source, "derive": [
        {"indicator": "interpolated", "fields": {"rain": "rain_mm"}, "units": {"rain_mm": "mm"},
         "power": turn([1, 2, 2.5, 3]), "neighbours": turn([1, 3, 8, 50])},
        {"indicator": "interpolated", "fields": {"tmean": "tmean_c", "rain": "rain_near_mm"}, "max_km": 30,
         "units": {"tmean_c": "degC", "rain_near_mm": "mm"},
         "lapse": {"station_elevation": "altitude", "site_elevation": "ground_m", "per_km": {"tmean_c": -6.5}}},
    ]}


def register(made, folder):
    rows = [["region", "price", "label"]] + [
        [k, round(made.rng.uniform(1, 9), 3), f"Région {k}"] for k in range(10, 15)
    ]
    return {"source": write_table(rows, folder, "register"), "derive": [
        {"indicator": "join", "site_key": "region", "layer_key": "region",
         "fields": {"price": "region_price", "label": "region_label"}, "units": {"region_price": "EUR"}},
    ]}


def rasters(made, folder, turn, areas):
    rng, (x0, y0, x1, y1) = made.rng, made.box
    grow = (x0 - 20_000, y0 - 20_000, x1 + 20_000, y1 + 20_000)
    ground = hills(rng, 140, 160)
    up = turn([north_up, south_up])
    ground_file = write_raster(ground, folder, "ground", up(grow, 140, 160), LAMBERT,
        blocks=turn([False, True]))
    holes = hills(rng, 70, 90, -450, -20)
    holes[rng.random(holes.shape) < 0.15] = np.nan
    holes[rng.random(holes.shape) < 0.1] = -9999
    classes = rng.integers(1, 7, (60, 80)).astype(float)
    whole = np.round(hills(rng, 120, 130))
    degrees = [-2.0, 44.0, 4.0, 49.0]
    shifted = np.round(rng.uniform(0, 60, (90, 180)), 2)
    def zone(prefix, extra):
        return {
            "indicator": "zonal",
            **extra,
            **{s: f"{prefix}_{s}" for s in ("mean", "min", "max", "sum", "count", "stdev", "median")},
        }
    own = [zone("own", {"unit": "m"})] if areas else []
    stats = zone("holes", {"buffer_km": 6.5, "quantiles": [
        {"q": 0.9, "attribute": "holes_q90"}, {"q": 0.05, "attribute": "holes_q05"}]})
    classed = {"indicator": "zonal", "buffer_km": 8, "majority": "class_main", "shares": [
        {"attribute": "class_3", "equals": 3}, {"attribute": "class_low", "max": 2},
        {"attribute": "class_mid", "min": 2, "max": 4}, {"attribute": "class_high", "min": 5}]}
    def value(name, method="nearest", **keys):
        return {
            "indicator": "raster_value",
            "value": name,
            "method": method,
            **keys,
        }
    return {
        "ground": {"source": ground_file, "derive": [
            value("ground_m", "bilinear", unit="m"), value("cell_m"), zone("ground", {"buffer_km": 2.2, "unit": "m"}),
            {"indicator": "slope", "value": "slope_percent"},
            {"indicator": "slope", "value": "slope_deg", "unit": "degrees", "buffer_km": 3}] + own},
        "holes": {"source": write_raster(
            holes, folder, "holes", north_up((x0 - 9_000, y0 + 5_000, x1, y1), 70, 90), LAMBERT, "float32", -9999),
            "derive": [value("hole_value"), value("hole_smooth", "bilinear"), stats,
                       zone("small", {"buffer_km": 0.4})]},
        "classes": {"source": write_raster(
            classes, folder, "classes", north_up(grow, 60, 80), LAMBERT, "uint8", 0), "derive": [classed]},
        "whole": {"source": write_raster(
            np.stack([whole, whole[::-1]]), folder, "whole", north_up(degrees, 120, 130), "EPSG:4326", "int16", -1,
            scale=turn([None, 0.1]), offset=turn([None, 25.0])),
            "derive": [value("whole_value", band=2), value("whole_smooth", "bilinear", band=2),
                       zone("whole", {"buffer_km": 9, "band": 2})]},
        "round": {"source": write_raster(
            shifted, folder, "round", north_up((0, -90, 360, 90), 90, 180), "EPSG:4326"),
            "derive": [value("round_value"), value("round_smooth", "bilinear"), zone("round", {"buffer_km": 40})]},
    }
