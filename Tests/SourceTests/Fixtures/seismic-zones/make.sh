# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
mkdir -p France_zonage_sismique
ogr2ogr -f 'ESRI Shapefile' France_zonage_sismique/France_zonage_sismique.shp zones.geojson -t_srs EPSG:2154
python3 -m zipfile -c France_zonage_sismique.zip France_zonage_sismique
