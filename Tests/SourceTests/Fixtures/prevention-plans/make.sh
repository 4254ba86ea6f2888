# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
mkdir -p n_zonages_risque_naturel
ogr2ogr -f 'ESRI Shapefile' n_zonages_risque_naturel/zone_pprn_s_077.shp zones.geojson -t_srs EPSG:2154
printf 'id_gaspar;nom;etat\n77DDT20130005;PPRI;Opposable\n' > n_zonages_risque_naturel/document_pprn_077.csv
python3 -m zipfile -c pprn_77.zip n_zonages_risque_naturel
