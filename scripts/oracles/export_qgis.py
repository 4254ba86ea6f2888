# Opens GeoPackages and GeoJSON files in QGIS as a user does and says what became of their styles. Needs Debian's
# python3-qgis, so it runs with the system's own Python. SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: /usr/bin/python3 export_qgis.py [--picture PNG] FILE...
# A GeoPackage gets the default style of its table layer_styles, a GeoJSON file the .qml beside it. Prints a JSON
# list, an entry a layer.
import json
import os
import pathlib
import sys

# There is no screen to draw on.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def opened(path):
    """The layers of a file with their styles, as (layer, whether the style loaded, what QGIS said)."""
    if path.suffix != ".gpkg":
        layer = QgsVectorLayer(str(path), path.stem, "ogr")
        said, loaded = layer.loadNamedStyle(str(path.with_suffix(".qml")))
        yield layer, loaded, said
        return
    whole = QgsVectorLayer(str(path), path.stem, "ogr")
    for part in whole.dataProvider().subLayers():
        name = part.split(whole.dataProvider().sublayerSeparator())[1]
        if name == "layer_styles":
            continue
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        if layer.isSpatial():
            said, loaded = layer.loadDefaultStyle()
            yield layer, loaded, said


def described(layer, loaded, said, path):
    renderer = layer.renderer()
    entry = {
        "file": path.name,
        "layer": layer.name(),
        "valid": layer.isValid(),
        "loaded": loaded,
        "said": said,
        "renderer": renderer.type(),
        "labels": layer.labelsEnabled(),
        "features": 0,
        "classes": {},
        "unclassed": 0,
        "faults": [],
    }
    if renderer.type() != "categorizedSymbol":
        return entry
    entry["attribute"] = renderer.classAttribute()
    labels = [category.label() for category in renderer.categories()]
    shapes = []
    for category in renderer.categories():
        part = category.symbol().symbolLayer(0)
        shapes.append(f"{part.layerType()} {part.properties()}")
    entry["categories"] = labels
    # Two classes of the same look cannot be distinguished.
    if len(set(shapes)) < len(shapes):
        entry["faults"].append("two categories look the same")
    context = QgsRenderContext()
    context.expressionContext().appendScopes(scopes(layer))
    renderer.startRender(context, layer.fields())
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        entry["features"] += 1
        if renderer.originalSymbolForFeature(feature, context) is None:
            entry["unclassed"] += 1
            continue
        key = next(iter(renderer.legendKeysForFeature(feature, context)), "")
        label = labels[int(key)] if key.isdigit() and int(key) < len(labels) else key
        entry["classes"][label] = entry["classes"].get(label, 0) + 1
    renderer.stopRender(context)
    for category in renderer.categories():
        for part in category.symbol().symbolLayers():
            properties = part.dataDefinedProperties()
            for key in properties.propertyKeys():
                expression = properties.property(key).asExpression()
                entry["faults"] += expression_faults(expression, layer)
    if layer.labeling() is not None:
        entry["faults"] += expression_faults(layer.labeling().settings().fieldName, layer)
    return entry


def scopes(layer):
    return QgsExpressionContextUtils.globalProjectLayerScopes(layer)


def expression_faults(text, layer):
    """Errors of an expression on any feature."""
    expression = QgsExpression(text)
    if expression.hasParserError():
        return [f"{text}: {expression.parserErrorString()}"]
    context = QgsExpressionContext(scopes(layer))
    for feature in layer.getFeatures():
        context.setFeature(feature)
        expression.evaluate(context)
        if expression.hasEvalError():
            return [f"{text}: {expression.evalErrorString()}"]
    return []


def draw(layers, target):
    """Draws layers over each other, points on top."""
    settings = QgsMapSettings()
    settings.setLayers(sorted(layers, key=lambda layer: layer.geometryType()))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:2154"))
    settings.setExtent(QgsRectangle(90000, 6030000, 1260000, 7130000))
    settings.setOutputSize(QSize(1170, 1100))
    settings.setOutputDpi(110)
    settings.setBackgroundColor(QColor("#f4f4f0"))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(target)
    return [error.message for error in job.errors()]


def main(arguments):
    picture = None
    if arguments[:1] == ["--picture"]:
        picture, arguments = arguments[1], arguments[2:]
    QgsApplication.setPrefixPath("/usr", True)
    application = QgsApplication([], False)
    application.initQgis()
    found, layers = [], []
    for path in map(pathlib.Path, arguments):
        for layer, loaded, said in opened(path):
            found.append(described(layer, loaded, said, path))
            layers.append(layer)
    if picture:
        QgsProject.instance().addMapLayers(layers, False)
        faults = draw(layers, picture)
        if faults:
            found.append({"file": picture, "layer": "", "faults": faults})
    print(json.dumps(found), flush=True)
    # QGIS takes its layers down in no order that Python's collector knows; what had to be said is said.
    os._exit(0)


main(sys.argv[1:])
