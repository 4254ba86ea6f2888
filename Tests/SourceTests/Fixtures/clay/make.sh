# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
mkdir -p AleaRG
ogr2ogr -f 'ESRI Shapefile' AleaRG/AleaRG_2025_77_L93.shp clay.geojson -t_srs EPSG:2154 -lco ENCODING=UTF-8
python3 -m zipfile -c AleaRG_2025_77_L93.zip AleaRG
