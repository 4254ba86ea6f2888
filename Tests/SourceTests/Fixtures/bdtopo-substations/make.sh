# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
ogr2ogr -f GPKG BDT_3-5_GPKG_LAMB93_D031-ED2026-06-15.gpkg postes.geojson -nln poste_de_transformation \
  -t_srs EPSG:2154 -dim XYZ -lco GEOMETRY_NAME=geometry
ogr2ogr -update BDT_3-5_GPKG_LAMB93_D031-ED2026-06-15.gpkg postes.geojson -nln pylone -t_srs EPSG:2154
