# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of the test WFS: GeoJSON files in degrees, given out as GML 3.2 in a stated coordinate system and axis
order."""

import json
import pathlib
import re
import xml.etree.ElementTree as xml
from xml.sax.saxutils import escape

GML = "http://www.opengis.net/gml/3.2"


class Layer:
    """Features of one type name; the file is `PREFIX__NAME.geojson` for the type name `PREFIX:NAME`."""

    def __init__(self, path):
        self.prefix, self.local = path.stem.split("__")
        self.name = f"{self.prefix}:{self.local}"
        document = json.loads(path.read_text(encoding="utf-8"))
        self.features = document["features"]
        self.fields = {}
        for feature in self.features:
            for field, value in feature["properties"].items():
                known = self.fields.get(field)
                if value is not None or field not in self.fields:
                    self.fields[field] = known or kind(value)

    @staticmethod
    def all(folder):
        return {layer.name: layer for layer in map(Layer, sorted(pathlib.Path(folder).glob("*__*.geojson")))}

    def schema(self):
        """The XML schema of the type, as DescribeFeatureType answers."""
        elements = "".join(
            f'<xsd:element maxOccurs="1" minOccurs="0" name="{field}" nillable="true" type="xsd:{type_ or "string"}"/>'
            for field, type_ in self.fields.items())
        return (
            f'<xsd:complexType name="{self.local}Type"><xsd:complexContent>'
            f'<xsd:extension base="gml:AbstractFeatureType"><xsd:sequence>{elements}'
            '<xsd:element maxOccurs="1" minOccurs="0" name="geom" nillable="true" '
            'type="gml:GeometryPropertyType"/></xsd:sequence></xsd:extension></xsd:complexContent></xsd:complexType>'
            f'<xsd:element name="{self.local}" substitutionGroup="gml:AbstractFeature" '
            f'type="{self.prefix}:{self.local}Type"/>'
        )

    def member(self, number, latitude_first):
        """One feature as GML."""
        feature = self.features[number]
        fields = "".join(
            f"<{self.prefix}:{field}>{escape(text(value))}</{self.prefix}:{field}>"
            for field, value in feature["properties"].items() if value is not None)
        geometry = feature["geometry"]
        shape = "" if geometry is None else (
            f"<{self.prefix}:geom>{gml(geometry, latitude_first, f'{self.local}.{number}.g')}</{self.prefix}:geom>")
        return (
            f'<wfs:member><{self.prefix}:{self.local} gml:id="{self.local}.{number + 1}">{fields}{shape}'
            f"</{self.prefix}:{self.local}></wfs:member>")


def kind(value):
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "int"
    if isinstance(value, float):
        return "double"
    return None if value is None else "string"


def text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def gml(geometry, latitude_first, identifier):
    """A GeoJSON geometry as GML 3.2."""
    srs = f'srsName="urn:ogc:def:crs:EPSG::4326" gml:id="{identifier}"'

    def positions(points):
        pairs = ((p[1], p[0]) if latitude_first else (p[0], p[1]) for p in points)
        return " ".join(f"{a!r} {b!r}" for a, b in pairs)

    def polygon(rings, attributes):
        shells = "".join(
            f"<gml:{side}><gml:LinearRing><gml:posList>{positions(ring)}</gml:posList></gml:LinearRing></gml:{side}>"
            for side, ring in zip(["exterior"] + ["interior"] * len(rings), rings))
        return f"<gml:Polygon {attributes}>{shells}</gml:Polygon>"

    coordinates = geometry["coordinates"]
    match geometry["type"]:
        case "Point":
            return f"<gml:Point {srs}><gml:pos>{positions([coordinates])}</gml:pos></gml:Point>"
        case "LineString":
            return f"<gml:LineString {srs}><gml:posList>{positions(coordinates)}</gml:posList></gml:LineString>"
        case "Polygon":
            return polygon(coordinates, srs)
        case "MultiPolygon":
            parts = "".join(
                "<gml:surfaceMember>" + polygon(rings, f'gml:id="{identifier}.{number}"') + "</gml:surfaceMember>"
                for number, rings in enumerate(coordinates))
            return f"<gml:MultiSurface {srs}>{parts}</gml:MultiSurface>"
    raise ValueError(f"no GML for {geometry['type']}")


def matches(filter_text, feature, latitude_first):
    """Whether a feature passes an OGC filter made of comparisons, BBOX, And, Or and Not."""
    if not filter_text:
        return True
    return all(holds(child, feature, latitude_first) for child in xml.fromstring(filter_text))


def holds(node, feature, latitude_first):
    name = node.tag.split("}")[-1]
    children = list(node)
    if name in ("And", "Or", "Not"):
        answers = [holds(child, feature, latitude_first) for child in children]
        return {"And": all(answers), "Or": any(answers), "Not": not answers[0]}[name]
    if name == "BBOX":
        corners = [[float(number) for number in corner.text.split()] for corner in children[-1]]
        if latitude_first:
            corners = [corner[::-1] for corner in corners]
        return overlaps(feature["geometry"], corners)
    value = feature["properties"].get(children[0].text.split(":")[-1])
    if name == "PropertyIsNull":
        return value is None
    if value is None:
        return False
    wanted = children[1].text
    if name == "PropertyIsLike":
        pattern = ".*".join(map(re.escape, wanted.split(node.get("wildCard", "*"))))
        return re.fullmatch(pattern, str(value)) is not None
    left, right = (value, float(wanted)) if isinstance(value, (int, float)) else (str(value), wanted)
    return {
        "PropertyIsEqualTo": left == right, "PropertyIsNotEqualTo": left != right,
        "PropertyIsLessThan": left < right, "PropertyIsGreaterThan": left > right,
        "PropertyIsLessThanOrEqualTo": left <= right, "PropertyIsGreaterThanOrEqualTo": left >= right,
    }[name]


def overlaps(geometry, corners):
    """Whether the box around a geometry meets a box."""
    def points(coordinates):
        if coordinates and isinstance(coordinates[0], (int, float)):
            yield coordinates
        else:
            for part in coordinates:
                yield from points(part)

    if geometry is None:
        return False
    (west, south), (east, north) = corners
    xs, ys = zip(*((point[0], point[1]) for point in points(geometry["coordinates"])))
    return min(xs) <= east and max(xs) >= west and min(ys) <= north and max(ys) >= south
