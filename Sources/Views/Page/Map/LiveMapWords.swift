// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Wording

/// Words of the map that moves and of the tables that sort, by the names under which the scripts know them.
/// What stands in braces is filled by the scripts.
enum LiveMapWords {
  /// The words in a language.
  static func json(in language: Language) -> JSONValue {
    .object(all.map { JSONValue.Member($0.key, .string(language.text($0.words))) })
  }

  static let all: [(key: String, words: Phrase)] = [
    ("year", "Year"), ("play", "Play"), ("pause", "Pause"), ("colour_by", "Colour by"),
    ("find", "Find a site"), ("close", "Close"), ("zoom_in", "Zoom in"), ("zoom_out", "Zoom out"),
    ("whole", "Whole map"), ("sheet", "Site sheet"), ("legend", "Legend"),
    ("map", "Interactive map of the sites"),
    ("summary", "{year}: {gpus} GPUs and {mw} MW of grid power on {sites} sites"),
    ("summary_one", "{year}: {gpus} GPUs and {mw} MW of grid power on one site"),
    ("site_gpus", "{gpus} GPUs, {mw} MW"), ("not_open", "not yet in service"),
    ("no_match", "No site has this name"), ("matches", "{n} sites"), ("matches_one", "1 site"),
    ("filter", "Filter the rows"), ("rows", "{n} of {all} rows"), ("sort", "Sort by {column}"),
  ]
}
