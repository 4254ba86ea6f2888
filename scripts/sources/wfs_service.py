# SPDX-License-Identifier: GPL-3.0-or-later
"""A WFS 2.0 that behaves as asked: with or without paging, with a cap on the features of one answer, latitude first or
not."""

import dataclasses
import pathlib

from wfs_features import GML, Layer, matches, overlaps

NAMESPACES = (
    'xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:ows="http://www.opengis.net/ows/1.1" '
    f'xmlns:fes="http://www.opengis.net/fes/2.0" xmlns:gml="{GML}" xmlns:xlink="http://www.w3.org/1999/xlink"')
OPERATORS = [
    "EqualTo",
    "NotEqualTo",
    "LessThan",
    "GreaterThan",
    "LessThanOrEqualTo",
    "GreaterThanOrEqualTo",
    "Like",
    "NullCheck",
]


@dataclasses.dataclass
class Manners:
    """How the service behaves; written into its address as `paging=no,cap=3`."""

    cap: int = 5000          # most features of one answer, whatever the client asks for
    paging: bool = True      # whether it says that it pages, and does
    default: int = 0         # page size it announces (CountDefault); 0 announces none
    hits: bool = True        # whether it says how many features match without sending them
    latitude: bool = True    # whether latitude comes first, as the definition of EPSG:4326 has it
    filters: bool = True     # whether it says that it can filter by comparing fields
    matched: bool = True     # whether answers say how many features match in all
    drop: int = 0            # loses this many features at the end of the last page, while still counting them
    fail: int = 0            # answers with an error from this feature on

    @staticmethod
    def read(text):
        manners = Manners()
        for part in filter(None, text.split(",")):
            key, value = part.split("=")
            current = getattr(manners, key)
            setattr(manners, key, value == "yes" if isinstance(current, bool) else int(value))
        return manners


def within(box, feature):
    """Whether a feature meets a BBOX parameter: longitude first, as the Géoplateforme and CRS84 have it."""
    if box is None:
        return True
    west, south, east, north = map(float, box.split(",")[:4])
    return overlaps(feature["geometry"], [[west, south], [east, north]])


class Service:
    """One service over a folder of layers."""

    def __init__(self, folder, address, manners):
        self.layers = Layer.all(pathlib.Path(folder))
        self.address = address
        self.manners = manners

    def answer(self, query):
        """Text of the answer; query has upper-case keys."""
        match query.get("REQUEST", "").lower():
            case "getcapabilities":
                return self.capabilities()
            case "describefeaturetype":
                return self.schemas(query)
            case "getfeature":
                return self.features(query)
        return self.error("OperationNotSupported", query.get("REQUEST", "no request"))

    def capabilities(self):
        def constraint(name, value):
            default = f"<ows:DefaultValue>{value}</ows:DefaultValue>"
            return f'<ows:Constraint name="{name}"><ows:NoValues/>{default}</ows:Constraint>'

        def operation(name, extra=""):
            place = f'<ows:DCP><ows:HTTP><ows:Get xlink:href="{self.address}?"/></ows:HTTP></ows:DCP>'
            return f'<ows:Operation name="{name}">{place}{extra}</ows:Operation>'

        kinds = ["results"] + (["hits"] if self.manners.hits else [])
        parameter = "<ows:Parameter name=\"resultType\"><ows:AllowedValues>" + "".join(
            f"<ows:Value>{kind}</ows:Value>" for kind in kinds) + "</ows:AllowedValues></ows:Parameter>"
        default = constraint("CountDefault", self.manners.default) if self.manners.default else ""
        types = "".join(
            f'<FeatureType xmlns:{layer.prefix}="http://example.invalid/{layer.prefix}"><Name>{layer.name}</Name>'
            f"<Title>{layer.local}</Title><DefaultCRS>urn:ogc:def:crs:EPSG::4326</DefaultCRS>"
            "<ows:WGS84BoundingBox><ows:LowerCorner>-5 41</ows:LowerCorner><ows:UpperCorner>10 51</ows:UpperCorner>"
            "</ows:WGS84BoundingBox></FeatureType>"
            for layer in self.layers.values())
        operators = "".join(f'<fes:ComparisonOperator name="PropertyIs{name}"/>' for name in OPERATORS)
        return (
            '<?xml version="1.0" encoding="UTF-8"?><wfs:WFS_Capabilities version="2.0.0" '
            'xmlns="http://www.opengis.net/wfs/2.0" '
            f"{NAMESPACES}><ows:ServiceIdentification><ows:Title>Test service</ows:Title>"
            "<ows:ServiceType>WFS</ows:ServiceType><ows:ServiceTypeVersion>2.0.0</ows:ServiceTypeVersion></ows:ServiceIdentification><ows:OperationsMetadata>"
            + operation("GetCapabilities")
            + operation("DescribeFeatureType")
            + operation("GetFeature", parameter + default)
            + constraint("ImplementsResultPaging", "TRUE" if self.manners.paging else "FALSE")
            + f"</ows:OperationsMetadata><FeatureTypeList>{types}</FeatureTypeList><fes:Filter_Capabilities>"
            + (
                f"<fes:Scalar_Capabilities><fes:LogicalOperators/><fes:ComparisonOperators>{operators}</fes:ComparisonOperators>"
                "</fes:Scalar_Capabilities>"
                if self.manners.filters
                else ""
            )
            + '<fes:Spatial_Capabilities><fes:SpatialOperators><fes:SpatialOperator name="BBOX"/>'
            "</fes:SpatialOperators></fes:Spatial_Capabilities></fes:Filter_Capabilities></wfs:WFS_Capabilities>"
        )

    def schemas(self, query):
        names = query.get("TYPENAMES", query.get("TYPENAME", "")).split(",")
        chosen = [self.layers[name] for name in names if name in self.layers] or list(self.layers.values())
        prefix = chosen[0].prefix
        return (
            '<?xml version="1.0" encoding="UTF-8"?><xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
            f'xmlns:gml="{GML}" xmlns:{prefix}="http://example.invalid/{prefix}" elementFormDefault="qualified" '
            f'targetNamespace="http://example.invalid/{prefix}"><xsd:import namespace="{GML}" '
            'schemaLocation="http://schemas.opengis.net/gml/3.2.1/gml.xsd"/>'
            + "".join(layer.schema() for layer in chosen) + "</xsd:schema>")

    def features(self, query):
        name = query.get("TYPENAMES", query.get("TYPENAME", ""))
        if name not in self.layers:
            return self.error("InvalidParameterValue", f"Feature type {name} unknown")
        layer = self.layers[name]
        filter_text = query.get("FILTER", "")
        latitude = self.manners.latitude
        found = [
            n for n, feature in enumerate(layer.features)
            if matches(filter_text, feature, latitude) and within(query.get("BBOX"), feature)]
        if query.get("RESULTTYPE", "").lower() == "hits":
            return self.collection(layer, len(found), 0, "")
        start = int(query.get("STARTINDEX", 0)) if self.manners.paging else 0
        asked = int(query.get("COUNT", query.get("MAXFEATURES", 10**9)))
        size = min(asked, self.manners.cap)
        page = found[start:start + size]
        if self.manners.fail and start + len(page) > self.manners.fail:
            return self.error("NoApplicableCode", "the service is overloaded")
        if self.manners.drop and start + len(page) == len(found):
            page = page[:-self.manners.drop]
        members = "".join(layer.member(n, latitude) for n in page)
        return self.collection(layer, len(found) if self.manners.matched else "unknown", len(page), members)

    def collection(self, layer, matched, returned, members):
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><wfs:FeatureCollection {NAMESPACES} '
            f'xmlns:{layer.prefix}="http://example.invalid/{layer.prefix}" numberMatched="{matched}" '
            f'numberReturned="{returned}">{members}</wfs:FeatureCollection>')

    @staticmethod
    def error(code, words):
        return (
            '<?xml version="1.0" encoding="UTF-8"?>'
            '<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0">'
            f'<ows:Exception exceptionCode="{code}"><ows:ExceptionText>{words}</ows:ExceptionText></ows:Exception>'
            "</ows:ExceptionReport>"
        )
