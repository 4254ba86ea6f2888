# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
osmium cat --no-progress power.osm -o france-latest.osm.pbf
