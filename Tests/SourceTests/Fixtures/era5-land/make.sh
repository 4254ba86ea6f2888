# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
gdalmdimtranslate -q -of netCDF era5-land.vrt era5-land.nc
