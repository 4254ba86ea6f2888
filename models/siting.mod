# The planning question of Arpent in GNU MathProg: an independent second statement of the model, written from the words of
# models/README.md and not from the Swift source. It is the plain form (decisions "in year t", no tightening), so that
# its optimum checks that the strong form Arpent solves has the same set of plans.
# Solve: glpsol -m siting.mod -d scenario.dat     (data: arpent model SCENARIO -o scenario.dat)
# SPDX-License-Identifier: GPL-3.0-or-later

set YEARS;
set SITES;
set SKUS;
set ZONES;
set REGIONS;
set OPTIONS within {SITES, 1..1000};

# Sites that are forced in and cannot be chosen at all.
param excluded_forced integer >= 0;
param usable_share >= 0, <= 1;
param energy_eur_per_mwh;
param upkeep_eur_per_it_mw;
param campus_min_it_mw >= 0;
param eu_share_min >= 0, <= 1;
param snc_share_min >= 0, <= 1;
param non_eu_share_max >= 0, <= 1;
param region_share_max >= 0, <= 1;
param sites_max >= 0;
param budget_eur;

param discount{YEARS};
param operating_weight{YEARS};
param demand_gpus{YEARS};
param year_budget_eur{YEARS};

param gpus{SKUS};
param it_mw{SKUS};
param average_it_mw{SKUS};
param land_ha{SKUS};
# Systems with network and storage, and the building at its general price.
param it_eur{SKUS};
param shell_eur{SKUS};

param pue{SITES};
# What natural hazards make of the price of a building.
param shell_factor{SITES};
param site_land_ha{SITES};
param eu{SITES} binary;
param non_eu{SITES} binary;
param snc{SITES} binary;
param forced{SITES} binary;
param zone{SITES} symbolic;
param region{SITES} symbolic;

param power_mw{SITES, YEARS};
param headroom_mw{ZONES, YEARS};
param supply_gpus{SKUS, YEARS};

param capacity_mw{OPTIONS};
param first_year{OPTIONS};
param connection_eur{OPTIONS};

# Connection (s, v) is energised in year t; it stays.
var energise{(s, v) in OPTIONS, t in YEARS} binary;
# Blocks of sku k added on site s in year t; they stay.
var add{s in SITES, k in SKUS, t in YEARS} integer >= 0;

# Discounted cost in MEUR: connections, blocks, energy and upkeep of what is in service.
minimize discounted_cost:
  ( sum{(s, v) in OPTIONS, t in YEARS} discount[t] * connection_eur[s, v] * energise[s, v, t]
  + sum{s in SITES, k in SKUS, t in YEARS} discount[t] * (it_eur[k] + shell_factor[s] * shell_eur[k]) * add[s, k, t]
  + sum{s in SITES, k in SKUS, t in YEARS, u in YEARS: u <= t}
      operating_weight[t]
      * (average_it_mw[k] * pue[s] * 8760 * energy_eur_per_mwh + it_mw[k] * upkeep_eur_per_it_mw)
      * add[s, k, u]
  ) / 1000000;

s.t. one_connection{s in SITES}: sum{(s, v) in OPTIONS, t in YEARS} energise[s, v, t] <= 1;
s.t. not_before{(s, v) in OPTIONS, t in YEARS: t < first_year[s, v]}: energise[s, v, t] = 0;
s.t. no_way{n in 1..excluded_forced}: sum{(s, v) in OPTIONS, t in YEARS} 0 * energise[s, v, t] >= 1;
s.t. is_forced{s in SITES: forced[s] = 1}: sum{(s, v) in OPTIONS, t in YEARS} energise[s, v, t] >= 1;

# Power: no more than the connection gives and no more than the site has that year.
s.t. connection_power{s in SITES, t in YEARS}:
  sum{k in SKUS, u in YEARS: u <= t} it_mw[k] * pue[s] * add[s, k, u]
  <= usable_share * sum{(s, v) in OPTIONS, u in YEARS: u <= t} capacity_mw[s, v] * energise[s, v, u];
s.t. site_power{s in SITES, t in YEARS}:
  sum{k in SKUS, u in YEARS: u <= t} it_mw[k] * pue[s] * add[s, k, u] <= usable_share * power_mw[s, t];

s.t. land{s in SITES}: sum{k in SKUS, t in YEARS} land_ha[k] * add[s, k, t] <= site_land_ha[s];
s.t. campus{s in SITES, t in YEARS}:
  sum{k in SKUS, u in YEARS: u <= t} it_mw[k] * add[s, k, u]
  >= campus_min_it_mw * sum{(s, v) in OPTIONS, u in YEARS: u <= t} energise[s, v, u];

s.t. demand{t in YEARS}: sum{s in SITES, k in SKUS, u in YEARS: u <= t} gpus[k] * add[s, k, u] >= demand_gpus[t];
s.t. supply{k in SKUS, t in YEARS}: sum{s in SITES, u in YEARS: u <= t} gpus[k] * add[s, k, u] <= supply_gpus[k, t];
s.t. headroom{z in ZONES, t in YEARS}:
  sum{s in SITES, k in SKUS, u in YEARS: u <= t and zone[s] = z} it_mw[k] * pue[s] * add[s, k, u] <= headroom_mw[z, t];

s.t. eu_control{t in YEARS}:
  sum{s in SITES, k in SKUS, u in YEARS: u <= t} (eu[s] - eu_share_min) * gpus[k] * add[s, k, u] >= 0;
s.t. secnumcloud{t in YEARS}:
  sum{s in SITES, k in SKUS, u in YEARS: u <= t} (snc[s] - snc_share_min) * gpus[k] * add[s, k, u] >= 0;
s.t. non_eu_owner{t in YEARS}:
  sum{s in SITES, k in SKUS, u in YEARS: u <= t} (non_eu[s] - non_eu_share_max) * gpus[k] * add[s, k, u] <= 0;
s.t. region_share{r in REGIONS, t in YEARS}:
  sum{s in SITES, k in SKUS, u in YEARS: u <= t}
    ((if region[s] = r then 1 else 0) - region_share_max) * gpus[k] * add[s, k, u] <= 0;

s.t. site_count: sum{(s, v) in OPTIONS, t in YEARS} energise[s, v, t] <= sites_max;
s.t. total_budget:
  sum{(s, v) in OPTIONS, t in YEARS} connection_eur[s, v] * energise[s, v, t]
  + sum{s in SITES, k in SKUS, t in YEARS} (it_eur[k] + shell_factor[s] * shell_eur[k]) * add[s, k, t] <= budget_eur;
s.t. year_budget{t in YEARS}:
  sum{(s, v) in OPTIONS} connection_eur[s, v] * energise[s, v, t]
  + sum{s in SITES, k in SKUS} (it_eur[k] + shell_factor[s] * shell_eur[k]) * add[s, k, t] <= year_budget_eur[t];

solve;

printf "objective %.10g\n", discounted_cost;

end;
