// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Quantities
import Sites
import Wording

/// What the script of the page needs to draw a map that moves: places in the pixels of the still map,
/// classes, texts and years. docs/report.md describes it.
struct LiveMap {
  /// A site that is drawn as a disc.
  struct Disc {
    /// Place among the sites.
    var site: Int
    /// Number on the map.
    var number: Int
    /// GPUs in service at the end of each year; nil where discs have one size.
    var gpus: [Int]?
    /// Grid power at the end of each year, in MW.
    var gridMW: [Double]?
    /// Year in which it is connected.
    var opens: Int?
    /// The substation it is connected to, in pixels; nil where that is not known.
    var route: (x: Double, y: Double)?
  }

  /// A way to colour the sites.
  struct Group {
    /// Name for the script.
    var key: String
    var label: Phrase
    /// What a site can be, with the name of its style.
    var classes: [(label: Phrase, style: String)]
    /// Class of each site; -1 where it has none.
    var members: [Int]
  }

  var frame: MapFrame
  var years: [Int]
  var groups: [Group]
  var names: [String]
  var positions: [SiteTable.Position]
  /// What is said of each site that has no sheet.
  var notes: [Phrase]
  /// Element of the sheet of each site; empty for none.
  var sheets: [String]
  var discs: [Disc]

  /// The place where the map appears, and the data as a script that no browser runs.
  func markup(in language: Language) -> [Markup] {
    [
      .element("div", ["id": "map-live"]),
      .data(JSONWriter.text(json(in: language), layout: .compact), id: "map-data"),
    ]
  }

  /// What the tables need where there is no such map.
  static func words(in language: Language) -> Markup {
    let words: JSONValue = [
      "locale": .string(language.code), "words": LiveMapWords.json(in: language),
    ]
    return .data(JSONWriter.text(words, layout: .compact), id: "map-data")
  }

  func json(in language: Language) -> JSONValue {
    let places = positions.map { frame.place($0) }
    var texts: [String] = []
    var known: [String: Int] = [:]
    let noteIndices = notes.map { note -> JSONValue in
      let text = language.text(note)
      if text.isEmpty { return .integer(-1) }
      if let index = known[text] { return .integer(index) }
      known[text] = texts.count
      texts.append(text)
      return .integer(texts.count - 1)
    }
    var sites: [JSONValue.Member] = [
      JSONValue.Member("name", .array(names.map { .string($0) })),
      JSONValue.Member("x", .array(places.map { Self.pixel($0?.x) })),
      JSONValue.Member("y", .array(places.map { Self.pixel($0?.y) })),
      JSONValue.Member("note", .array(noteIndices)),
      JSONValue.Member(
        "sheet",
        .object(
          sheets.enumerated().filter { !$0.element.isEmpty }.map {
            JSONValue.Member("\($0.offset)", .string($0.element))
          })),
    ]
    for group in groups {
      sites.append(JSONValue.Member(group.key, .array(group.members.map { .integer($0) })))
    }
    return [
      "locale": .string(language.code),
      "frame": [
        "width": .number(frame.width), "height": .number(frame.height),
        "pixels_per_km": .number(frame.pixels(km: 1)),
      ],
      "years": .array(years.map { .integer($0) }),
      "groups": .array(
        groups.map { group in
          [
            "key": .string(group.key), "label": .string(language.text(group.label)),
            "classes": .array(
              group.classes.map {
                ["label": .string(language.text($0.label)), "style": .string($0.style)]
              }),
          ]
        }),
      "sites": .object(sites),
      "notes": .array(texts.map { .string($0) }),
      "chosen": .array(discs.map(Self.json)),
      "words": LiveMapWords.json(in: language),
    ]
  }

  private static func json(_ disc: Disc) -> JSONValue {
    var members: [JSONValue.Member] = [
      JSONValue.Member("site", .integer(disc.site)), JSONValue.Member("number", .integer(disc.number)),
    ]
    if let gpus = disc.gpus { members.append(JSONValue.Member("gpus", .array(gpus.map { .integer($0) }))) }
    if let power = disc.gridMW {
      members.append(
        JSONValue.Member("grid_mw", .array(power.map { .number($0.rounded(decimals: 3)) })))
    }
    members.append(JSONValue.Member("opens", .optional(disc.opens)))
    var route = JSONValue.null
    if let end = disc.route { route = .array([pixel(end.x), pixel(end.y)]) }
    members.append(JSONValue.Member("route", route))
    return .object(members)
  }

  /// A place to a tenth of a pixel; null for a site that is not on the map.
  private static func pixel(_ value: Double?) -> JSONValue {
    guard let value else { return .null }
    return .number(value.rounded(decimals: 1))
  }
}
