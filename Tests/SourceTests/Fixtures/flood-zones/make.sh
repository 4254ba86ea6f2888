# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
mkdir -p TRI_MEAUX TRI_MELUN
shape() { ogr2ogr -f 'ESRI Shapefile' "$@"; }
shape TRI_MEAUX/n_tri_meaux_inondable_01_02moy_s_077.shp meaux.geojson -t_srs EPSG:2154
shape TRI_MELUN/n_tri_melun_inondable_01_02moy_s_077.shp melun.geojson
shape TRI_MELUN/n_tri_melun_inondable_01_04fai_s_077.shp extreme.geojson -t_srs EPSG:2154
python3 -m zipfile -c tri_2020_sig_di_77.zip TRI_MEAUX TRI_MELUN
