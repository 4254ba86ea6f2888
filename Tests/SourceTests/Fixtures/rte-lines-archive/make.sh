# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
gzip -n -c lines.geojson > lignes-aeriennes-rte.geojson.gz
