# The planning question of Arpent in GNU MathProg: an independent second statement of the model, written from the words of
# models/README.md and not from the Swift source. It is the plain form (decisions "in year t", no tightening), so that
# its optimum checks that the strong form Arpent solves has the same set of plans. Where a scenario has several objectives in order, it
# states the first.
# Solve: glpsol -m siting.mod -d scenario.dat     (data: arpent model SCENARIO -o scenario.dat)
# SPDX-License-Identifier: GPL-3.0-or-later

set YEARS;
set SITES;
set SKUS;
set ZONES;
set REGIONS;
# Ways to connect a site, by their number.
set OPTIONS within {SITES, 1..1000};

# Sites that are forced in and cannot be chosen at all.
param excluded_forced integer >= 0;
param usable_share >= 0, <= 1;
param energy_eur_per_mwh;
param fixed_om_eur_per_it_mw;
param campus_min_it_mw >= 0;
param region_share_max >= 0, <= 1;
param sites_max >= 0;
param budget_eur;

param discount{YEARS};
param operating_weight{YEARS};
# GPUs asked for less those that are in service whatever is decided.
param demand_gpus{YEARS};
param year_budget_eur{YEARS};

param gpus{SKUS};
param it_mw{SKUS};
param average_it_mw{SKUS};
param land_ha{SKUS};
# Systems with network and storage, and the building at its general price.
param it_eur{SKUS};
param shell_eur{SKUS};
# Years in which it can be put in service.
param first_order{SKUS};
param last_order{SKUS};

param pue{SITES};
# What natural hazards make of the price of a building.
param shell_factor{SITES};
param site_land_ha{SITES};
param forced{SITES} binary;
param zone{SITES} symbolic;
param region{SITES} symbolic;

param power_mw{SITES, YEARS};
param headroom_mw{ZONES, YEARS};
param supply_gpus{SKUS, YEARS};

# What a connection gives in the year in which it is energised, what every further year adds, and its most.
param capacity_mw{OPTIONS};
param first_mw{OPTIONS};
param ramp_mw{OPTIONS};
param first_year{OPTIONS};
# What does not depend on the power, the price of a contracted MW, and the least that is contracted.
param connection_eur{OPTIONS};
param contract_eur{OPTIONS};
param least_mw{OPTIONS};

# A campus for training: this many GPUs on one site by the end of a year; none where it is 0. A price below 0 makes it a hard demand.
param training_gpus >= 0;
param training_year;
param training_price_eur;

# Linear rules. Each holds a sum of decisions above or below a limit, in absolute terms or as a share of another sum; it is hard, or a
# violation has a price.
param rule_count integer >= 0;
set RULES := 1..rule_count;
set LEAST within RULES;
set MOST within RULES;
set SHARES within RULES;
set SOFT within RULES;
param at_least{LEAST};
param at_most{MOST};
param price_eur{SOFT} >= 0;
param constant{RULES};

# What is added up, list by list: list r is the sum of rule r, list -r the sum of which its limits are shares, list 0 what is
# sought. Entries have a number, so that one decision may occur twice, and speak of what is there by the end of year t.
set LISTS := -rule_count..rule_count;
# Blocks of sku k on site s; site s open; connection v of site s energised; blocks of sku k in the country; blocks of sku k on site s
# while its connection is v.
set BLOCKS{LISTS}, dimen 4, default {1..0, SITES, SKUS, YEARS};
set OPENINGS{LISTS}, dimen 3, default {1..0, SITES, YEARS};
set ENERGISED{LISTS}, dimen 4, default {1..0, OPTIONS, YEARS};
set NATIONAL{LISTS}, dimen 3, default {1..0, SKUS, YEARS};
set CONNECTED{LISTS}, dimen 5, default {1..0, SITES, SKUS, 1..1000, YEARS};
param of_blocks{l in LISTS, (n, s, k, t) in BLOCKS[l]};
param of_opening{l in LISTS, (n, s, t) in OPENINGS[l]};
param of_energised{l in LISTS, (n, s, v, t) in ENERGISED[l]};
param of_national{l in LISTS, (n, k, t) in NATIONAL[l]};
param of_connected{l in LISTS, (n, s, k, v, t) in CONNECTED[l]};

# What is sought: the discounted cost, list 0, or the two together in EUR.
param maximise binary;
param counts_cost binary;

# The last year that a rule speaks of prices its violation.
param first_of_horizon := min{t in YEARS} t;
set YEARS_OF_LIST{l in LISTS} :=
  setof{(n, s, k, t) in BLOCKS[l]} t union setof{(n, s, t) in OPENINGS[l]} t
  union setof{(n, s, v, t) in ENERGISED[l]} t union setof{(n, k, t) in NATIONAL[l]} t
  union setof{(n, s, k, v, t) in CONNECTED[l]} t;
param price_year{r in SOFT} := max{t in {first_of_horizon} union YEARS_OF_LIST[r] union YEARS_OF_LIST[-r]} t;

# Connection (s, v) is energised in year t; it stays.
var energise{(s, v) in OPTIONS, t in YEARS} binary;
# Blocks of sku k added on site s in year t; they stay.
var add{s in SITES, k in SKUS, t in YEARS} integer >= 0;

# MW of connection (s, v) contracted by the end of year t.
var contract{OPTIONS, YEARS} >= 0;
param previous{t in YEARS} := max{u in YEARS: u < t or u = first_of_horizon} u;
# What is paid for connections in a year.
var paid{t in YEARS};

# Blocks of sku k on site s by the end of year t, by the connection that carries them, where a rule asks.
set SPLIT := setof{l in LISTS, (n, s, k, v, t) in CONNECTED[l]} (s, k, t);
var by_connection{(s, k, t) in SPLIT, (s, v) in OPTIONS} >= 0;

# What each list comes to.
var amount{LISTS};
# The violation of a soft constraint, in its unit.
var violation{SOFT} >= 0;
# The site that counts as the campus for training, and its absence where that has a price.
var training{s in SITES: training_gpus > 0} binary;
var no_training{n in 1..1: training_gpus > 0 and training_price_eur >= 0} >= 0, <= 1;

# Smallest amount of what is sought; what is maximised counts negatively. In MEUR where cost counts: connections, blocks, energy and
# fixed O&M of what is in service, and the price of violations, all discounted.
minimize sought: (if maximise = 1 then -1 else 1) * (
  counts_cost * (
    sum{t in YEARS} discount[t] * paid[t]
    + sum{s in SITES, k in SKUS, t in YEARS} discount[t] * (it_eur[k] + shell_factor[s] * shell_eur[k]) * add[s, k, t]
    + sum{s in SITES, k in SKUS, t in YEARS, u in YEARS: u <= t}
        operating_weight[t]
        * (average_it_mw[k] * pue[s] * 8760 * energy_eur_per_mwh + it_mw[k] * fixed_om_eur_per_it_mw)
        * add[s, k, u]
    + sum{r in SOFT} discount[price_year[r]] * price_eur[r] * violation[r]
    + sum{n in 1..1: training_gpus > 0 and training_price_eur >= 0}
        discount[training_year] * training_price_eur * no_training[n]
  )
  + amount[0]
) / (if counts_cost = 1 then 1000000 else 1);

s.t. amounts{l in LISTS}: amount[l] =
  sum{(n, s, k, t) in BLOCKS[l], u in YEARS: u <= t} of_blocks[l, n, s, k, t] * add[s, k, u]
  + sum{(n, s, t) in OPENINGS[l], (s, v) in OPTIONS, u in YEARS: u <= t} of_opening[l, n, s, t] * energise[s, v, u]
  + sum{(n, s, v, t) in ENERGISED[l], u in YEARS: u <= t} of_energised[l, n, s, v, t] * energise[s, v, u]
  + sum{(n, k, t) in NATIONAL[l], s in SITES, u in YEARS: u <= t} of_national[l, n, k, t] * add[s, k, u]
  + sum{(n, s, k, v, t) in CONNECTED[l]} of_connected[l, n, s, k, v, t] * by_connection[s, k, t, v];

s.t. split{(s, k, t) in SPLIT}:
  sum{(s, v) in OPTIONS} by_connection[s, k, t, v] = sum{u in YEARS: u <= t} add[s, k, u];
s.t. carried{(s, k, t) in SPLIT, (s, v) in OPTIONS}:
  it_mw[k] * pue[s] * by_connection[s, k, t, v]
  <= usable_share * capacity_mw[s, v] * sum{u in YEARS: u <= t} energise[s, v, u];

s.t. rule_least{r in LEAST}:
  constant[r] + amount[r] - (if r in SHARES then at_least[r] else 0) * amount[-r]
  + sum{q in SOFT: q = r} violation[q]
  >= if r in SHARES then 0 else at_least[r];
s.t. rule_most{r in MOST}:
  constant[r] + amount[r] - (if r in SHARES then at_most[r] else 0) * amount[-r]
  - sum{q in SOFT: q = r} violation[q]
  <= if r in SHARES then 0 else at_most[r];

s.t. campus_for_training{n in 1..1: training_gpus > 0}:
  sum{s in SITES} training[s] + sum{m in 1..1: training_price_eur >= 0} no_training[m] >= 1;
s.t. holds_training{s in SITES: training_gpus > 0}:
  sum{k in SKUS, u in YEARS: u <= training_year} gpus[k] * add[s, k, u] >= training_gpus * training[s];

s.t. one_connection{s in SITES}: sum{(s, v) in OPTIONS, t in YEARS} energise[s, v, t] <= 1;
s.t. not_before{(s, v) in OPTIONS, t in YEARS: t < first_year[s, v]}: energise[s, v, t] = 0;
s.t. no_way{n in 1..excluded_forced}: sum{(s, v) in OPTIONS, t in YEARS} 0 * energise[s, v, t] >= 1;
s.t. is_forced{s in SITES: forced[s] = 1}: sum{(s, v) in OPTIONS, t in YEARS} energise[s, v, t] >= 1;

# Power: no more than the connection has grown to and no more than the site has that year.
s.t. connection_power{s in SITES, t in YEARS}:
  sum{k in SKUS, u in YEARS: u <= t} it_mw[k] * pue[s] * add[s, k, u]
  <= usable_share * sum{(s, v) in OPTIONS, u in YEARS: u <= t}
    min(capacity_mw[s, v], first_mw[s, v] + ramp_mw[s, v] * (t - u)) * energise[s, v, u];

# Contracts: enough for what is drawn, on the connection that is there, never less than its least, never given back.
s.t. contracted{s in SITES, t in YEARS}:
  sum{k in SKUS, u in YEARS: u <= t} it_mw[k] * pue[s] * add[s, k, u]
  <= usable_share * sum{(s, v) in OPTIONS} contract[s, v, t];
s.t. contract_most{(s, v) in OPTIONS, t in YEARS}:
  contract[s, v, t] <= max(least_mw[s, v], capacity_mw[s, v]) * sum{u in YEARS: u <= t} energise[s, v, u];
s.t. contract_least{(s, v) in OPTIONS, t in YEARS}:
  contract[s, v, t] >= least_mw[s, v] * sum{u in YEARS: u <= t} energise[s, v, u];
s.t. contract_kept{(s, v) in OPTIONS, t in YEARS, u in YEARS: u = previous[t] and t > first_of_horizon}:
  contract[s, v, t] >= contract[s, v, u];
s.t. payment{t in YEARS}: paid[t] = sum{(s, v) in OPTIONS} (
  connection_eur[s, v] * energise[s, v, t] + contract_eur[s, v]
    * (contract[s, v, t] - sum{u in YEARS: t > first_of_horizon and u = previous[t]} contract[s, v, u]));
s.t. site_power{s in SITES, t in YEARS}:
  sum{k in SKUS, u in YEARS: u <= t} it_mw[k] * pue[s] * add[s, k, u] <= usable_share * power_mw[s, t];

s.t. on_sale{s in SITES, k in SKUS, t in YEARS: t < first_order[k] or t > last_order[k]}: add[s, k, t] = 0;

s.t. land{s in SITES}: sum{k in SKUS, t in YEARS} land_ha[k] * add[s, k, t] <= site_land_ha[s];
s.t. campus{s in SITES, t in YEARS}:
  sum{k in SKUS, u in YEARS: u <= t} it_mw[k] * add[s, k, u]
  >= campus_min_it_mw * sum{(s, v) in OPTIONS, u in YEARS: u <= t} energise[s, v, u];

s.t. demand{t in YEARS}: sum{s in SITES, k in SKUS, u in YEARS: u <= t} gpus[k] * add[s, k, u] >= demand_gpus[t];
s.t. supply{k in SKUS, t in YEARS}: sum{s in SITES, u in YEARS: u <= t} gpus[k] * add[s, k, u] <= supply_gpus[k, t];
s.t. headroom{z in ZONES, t in YEARS}:
  sum{s in SITES, k in SKUS, u in YEARS: u <= t and zone[s] = z} it_mw[k] * pue[s] * add[s, k, u] <= headroom_mw[z, t];

s.t. region_share{r in REGIONS, t in YEARS}:
  sum{s in SITES, k in SKUS, u in YEARS: u <= t}
    ((if region[s] = r then 1 else 0) - region_share_max) * gpus[k] * add[s, k, u] <= 0;

s.t. site_count: sum{(s, v) in OPTIONS, t in YEARS} energise[s, v, t] <= sites_max;
s.t. total_budget:
  sum{t in YEARS} paid[t]
  + sum{s in SITES, k in SKUS, t in YEARS} (it_eur[k] + shell_factor[s] * shell_eur[k]) * add[s, k, t] <= budget_eur;
s.t. year_budget{t in YEARS}:
  paid[t]
  + sum{s in SITES, k in SKUS} (it_eur[k] + shell_factor[s] * shell_eur[k]) * add[s, k, t] <= year_budget_eur[t];

solve;

printf "objective %.12g\n", sought;

end;
