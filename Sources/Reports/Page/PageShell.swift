// SPDX-License-Identifier: GPL-3.0-or-later

/// What every page of Arpent has around its content: head, style, a way past the navigation, and who made it. A page runs no script and
/// loads nothing.
struct PageShell {
  /// Title of the page.
  var title: String
  /// What it is, for the link that skips to it.
  var subject: String
  /// Version of Arpent.
  var toolVersion: String

  /// The text of a page.
  func text(header: [Markup], navigation: [Markup] = [], sections: [Markup]) -> String {
    let head = Markup.element(
      "head", [:],
      [
        .void("meta", ["charset": "utf-8"]),
        .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .void(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
          ]),
        .void("meta", ["name": "generator", "content": "Arpent \(toolVersion)"]),
        .element("title", [:], [.text(title)]),
        .element("style", [:], [.trusted(PageStyle.sheet)]),
      ])
    let body = Markup.element(
      "body", [:],
      [
        .element("a", ["class": "skip", "href": "#main"], [.text("Skip to the \(subject)")]),
        .element("header", [:], header),
      ] + navigation + [
        .element("main", ["id": "main"], sections),
        .element(
          "footer", [:], [.text("Made by Arpent \(toolVersion). The same inputs give the same page.")]),
      ])
    return "<!DOCTYPE html>\n" + Markup.element("html", ["lang": "en"], [head, body]).source + "\n"
  }
}
