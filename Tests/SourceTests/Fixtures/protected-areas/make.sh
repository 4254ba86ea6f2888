# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
mkdir -p EP
ogr2ogr -f GPKG EP/sig_metrop.gpkg areas.geojson -nln sig_metrop -t_srs EPSG:2154
ogr2ogr -f GPKG EP/sig_reu.gpkg areas.geojson -nln sig_reu -where "statut = 'none'"
python3 -m zipfile -c EP.zip EP
