// SPDX-License-Identifier: GPL-3.0-or-later

import Quantities
import Wording

/// What every page of Arpent has around its content: head, style, a way past the navigation, and who made it.
/// A page loads nothing, and a browser runs no script in it but those named here.
struct PageShell {
  /// Title of the page.
  var title: Phrase
  /// What it is, for the link that skips to it.
  var subject: Phrase
  /// Version of Arpent.
  var toolVersion: String
  /// The language of its words.
  var language = Language.english
  /// Style sheets beside that of every page.
  var styles: [PageAsset] = []
  /// Scripts, run in this order at the end of the page.
  var scripts: [PageAsset] = []

  /// The text of a page.
  func text(header: [Markup], navigation: [Markup] = [], sections: [Markup]) -> String {
    page(header: header, navigation: navigation, sections: sections).source(in: language)
  }

  /// The page before it is said in a language.
  func page(header: [Markup], navigation: [Markup] = [], sections: [Markup]) -> Markup {
    let head = Markup.element(
      "head", [:],
      [
        .void("meta", ["charset": "utf-8"]),
        .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .void("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
        .void("meta", ["name": "generator", "content": "Arpent \(toolVersion)"]),
        .element("title", [:], [.text(title)]),
        .element("style", [:], [.trusted(PageStyle.sheet)]),
      ] + styles.map { .element("style", [:], [.trusted($0)]) })
    let body = Markup.element(
      "body", [:],
      [
        .element("a", ["class": "skip", "href": "#main"], [.text("Skip to the \(subject)")]),
        .element("header", [:], header),
      ] + navigation + [
        .element("main", ["id": "main"], sections),
        .element(
          "footer", [:], [.text("Made by Arpent \(toolVersion). The same inputs give the same page.")]),
      ] + scripts.map { .element("script", [:], [.trusted($0)]) })
    return .joined([
      .trusted("<!DOCTYPE html>\n"), .element("html", ["lang": language.code], [head, body]),
      .trusted("\n"),
    ])
  }

  /// Scripts of a page with tables and, where the map library is at hand, with a map that moves.
  static func scripts(_ leaflet: LeafletLibrary?) -> [PageAsset] {
    guard let leaflet else { return [.kit, .tables] }
    return [.kit, leaflet.script] + PageAsset.liveMap + [.tables]
  }

  /// Nothing is loaded; only the scripts of the page run.
  private var policy: String {
    let ours =
      scripts.isEmpty ? "" : " script-src " + scripts.map(\.policySource).joined(separator: " ") + ";"
    return "default-src 'none';\(ours) style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
  }
}
