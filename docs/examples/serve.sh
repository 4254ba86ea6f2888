#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Three questions to one loaded scenario, one line of answer each:
#
#     docs/examples/serve.sh models/scenarios/mistral-compute.toml
#
# ARPENT of the environment names the program where it is not on the path. With jq the last command is:
#     jq -r '[.id, .result.status // .findings[0], .result.objective // .result.bound] | @tsv'
set -eu
printf '%s\n' \
  '{"id": "as it is"}' \
  '{"id": "a tenth more", "set": ["demand.gpus.2030*=1.1"], "depth": "relaxation"}' \
  '{"id": "mistyped", "set": ["demand.gpu.2027=20000"]}' |
  "${ARPENT:-arpent}" serve "$1" --stdio --quiet |
  python3 -c '
import json, sys

for line in sys.stdin:
    answer = json.loads(line)
    result = answer.get("result", {})
    told = result.get("status") or answer["findings"][0]
    print(answer["id"], told, result.get("objective") or result.get("bound") or "", sep="\t")
'
