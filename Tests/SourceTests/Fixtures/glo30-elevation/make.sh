# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
# 30 x 20 cells of a hundredth of a degree; the height is 1,000 times the degrees east of 2, at the middle of the cell.
{
  printf 'ncols 30\nnrows 20\nxllcorner 2.2\nyllcorner 48.75\ncellsize 0.01\n'
  for _ in $(seq 20); do seq -s ' ' 205 10 495; done
} > heights.asc
gdal_translate -q -of COG -a_srs EPSG:4326 -ot Float32 heights.asc Copernicus_DSM_COG_10_N48_00_E002_00_DEM.tif
