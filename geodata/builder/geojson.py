# SPDX-License-Identifier: GPL-3.0-or-later
"""Write RFC 7946 GeoJSON: WGS 84, no crs member, exterior rings counterclockwise, one feature a line.

Written by hand because GDAL's writer formats numbers by its own rules, and these files are compared byte for
byte.
"""
import json
import pathlib

from .tables import Number

DECIMALS = 5
"""Decimals of a coordinate: about 1 m, finer than any layer here."""


def rounded(point) -> tuple[float, float]:
    """A position at the precision of the files."""
    return (round(float(point[0]), DECIMALS) + 0.0, round(float(point[1]), DECIMALS) + 0.0)


def number(value: float) -> str:
    """Shortest text of a coordinate."""
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def twice_area(ring) -> float:
    """Twice the signed area of a closed ring in square degrees; positive when counterclockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))


def clean_line(points) -> list[tuple[float, float]]:
    """Rounded positions without repeats."""
    result: list[tuple[float, float]] = []
    for point in map(rounded, points):
        if not result or result[-1] != point:
            result.append(point)
    return result


def clean_polygon(rings) -> list[list[tuple[float, float]]]:
    """Rounded, oriented rings that start at their smallest position; empty when the exterior vanishes."""
    result = []
    for index, ring in enumerate(rings):
        points = clean_line(ring)
        if points and points[0] != points[-1]:
            points.append(points[0])
        area = twice_area(points) if len(points) >= 4 else 0
        if area == 0:
            if index == 0:
                return []
            continue
        if (area > 0) != (index == 0):
            points.reverse()
        start = points.index(min(points[:-1]))
        result.append(points[start:-1] + points[: start + 1])
    return [result[0]] + sorted(result[1:]) if result else []


def coordinates(value) -> str:
    """Positions, lines and rings as JSON text."""
    if isinstance(value, tuple):
        return f"[{number(value[0])},{number(value[1])}]"
    return "[" + ",".join(map(coordinates, value)) + "]"


def geometry(kind: str, value) -> str:
    """A geometry object."""
    return f'{{"type":"{kind}","coordinates":{coordinates(value)}}}'


def properties(row: dict[str, str | Number | int | None]) -> str:
    """The properties object, in the order of the row."""
    parts = []
    for key, value in row.items():
        text = str(value) if isinstance(value, Number) else json.dumps(value, ensure_ascii=False)
        parts.append(f"{json.dumps(key, ensure_ascii=False)}:{text}")
    return "{" + ",".join(parts) + "}"


def write(path: pathlib.Path, features: list[tuple[dict, str, object]]) -> None:
    """Write (properties, geometry type, coordinates) triples in the given order."""
    lines = [
        f'{{"type":"Feature","properties":{properties(row)},"geometry":{geometry(kind, value)}}}'
        for row, kind, value in features
    ]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8", newline="\n")
