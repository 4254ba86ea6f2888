# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
folder=Aqueduct40_waterrisk_download_Y2023M07D05
mkdir -p $folder/GDB
ogr2ogr -f OpenFileGDB $folder/GDB/Aq40_Y2023D07M05.gdb basins.geojson -nln baseline_annual
ogr2ogr -update $folder/GDB/Aq40_Y2023D07M05.gdb basins.geojson -nln future_annual
python3 -m zipfile -c aqueduct-4-0-water-risk-data.zip $folder
