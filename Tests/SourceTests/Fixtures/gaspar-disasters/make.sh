# Makes the official files from the texts beside it. SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
set -eu
python3 -m zipfile -c gaspar.zip catnat_gaspar.csv
