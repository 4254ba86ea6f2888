// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Planning
import PlanningModel
import Quantities
import Reports
import Testing

@testable import Wording

@Suite("Pages in French")
struct FrenchTests {
  /// The holes of a template.
  private func holes(_ template: String) -> Set<Substring> {
    Set(template.matches(of: /\{\w+\}/).map(\.output))
  }

  @Test("A translation has the holes of its template, no more and no fewer")
  func sameHoles() {
    for (english, french) in FrenchWords.all {
      #expect(holes(english) == holes(french), "\(english)")
    }
  }

  @Test("The file is read whole, and no template is translated twice")
  func once() throws {
    let parts = FrenchWords.parts
    #expect(
      parts.map(\.name) == ["sections", "tables", "map", "sites", "rules", "design", "sources", "words"])
    for part in parts { #expect(part.words.count > 20, "\(part.name)") }
    #expect(parts.reduce(0) { $0 + $1.words.count } == FrenchWords.all.count)
  }

  @Test("Numbers are written as each language writes them")
  func numbers() {
    let words: Phrase =
      "\(.grouped(18_432)) GPUs, \(.grouped(45.5, decimals: 1)) MW, \(.percent(0.525, decimals: 1)), \(2027)"
    #expect(Language.english.text(words) == "18,432 GPUs, 45.5 MW, 52.5 %, 2027")
    #expect(Language.french.text(words) == "18\u{202F}432 GPUs, 45,5 MW, 52,5\u{A0}%, 2027")
  }

  @Test("A name is never taken for words, not even one with holes or of a word that has a translation")
  func names() {
    for name in ["water", "{1}", "{2} {", "all", "}{"] {
      let words: Phrase = "\(name): \(3) and \(Phrase(verbatim: name))"
      #expect(Language.french.text(words) == "\(name): 3 and \(name)")
      #expect(words.english == "\(name): 3 and \(name)")
    }
    #expect(Language.french.text(Phrase(word: "water")) == "eau")
    #expect(Language.french.text(Phrase(word: "no such word")) == "no such word")
  }

  @Test("French words have the spaces of French print, in templates and where only values are joined")
  func typography() {
    #expect(
      FrenchTypography.set("non : {1} MW ; « {2} » à {3} %, soit {4} GPU")
        == "non\u{A0}: {1}\u{A0}MW\u{202F}; «\u{A0}{2}\u{A0}» à {3}\u{A0}%, soit {4}\u{A0}GPU")
    let joined = Phrase.joined(["\("x; y"): \(.grouped(5))", Phrase(verbatim: "a : b")], separator: "; ")
    #expect(Language.french.text(joined) == "x; y\u{A0}: 5\u{202F}; a : b", "data stays as it is")
    #expect(Language.english.text(joined) == "x; y: 5; a : b")
    for french in FrenchWords.all.values {
      for mark in [" ;", " :", " »", "« ", " %", "  "] { #expect(!french.contains(mark), "\(french)") }
    }
  }

  @Test("A name that turns the writing direction is kept apart in a sentence, without its own controls")
  func direction() {
    let name = "\u{202E}\u{05E9}\u{05DC} site\u{2066}"
    let words: Phrase = "Figures behind \(name)"
    #expect(Language.english.text(words) == "Figures behind \u{2068}\u{05E9}\u{05DC} site\u{2069}")
    let plain = "Évry"
    #expect(Language.english.text("Figures behind \(plain)") == "Figures behind Évry")
  }

  @Test("Pieces of a sentence are one template, whose values keep their order")
  func pieces() {
    let (kept, lost) = (4, 7)
    let words: Phrase = "\(kept) kept, " + "\(lost) lost"
    #expect(words.template == "{1} kept, {2} lost")
    #expect(words.english == "4 kept, 7 lost")
    #expect(words == "\(4) kept, \(7) lost")
  }

  @Test("What has no translation is found, also inside another phrase, and stays English")
  func lacking() {
    let inner: Phrase = "nobody has translated this"
    let outer: Phrase = "\(inner) \(.grouped(3))"
    #expect(Language.french.untranslated([outer, inner, "All"]) == ["nobody has translated this"])
    #expect(Language.french.text(outer) == "nobody has translated this 3")
    #expect(Language.english.untranslated([outer]).isEmpty)
  }

  @Test(
    "Every word of a page has a translation, whatever became of the plan",
    arguments: Plan.Status.allCases, ["optimal", "timeLimit", "nodeLimit", "cancelled", "imported", "other"])
  func complete(_ status: Plan.Status, termination: String) throws {
    let fixture = try PlanFixture()
    var report = fixture.report()
    report.plan = try plan(of: fixture, status, termination)
    #expect(report.untranslated(in: .french) == [])
    let page = report.page(in: .french)
    #expect(page.contains(#"<html lang="fr">"#))
    #expect(page.contains("Limites de ce plan"))
  }

  private func plan(of fixture: PlanFixture, _ status: Plan.Status, _ termination: String) throws -> Plan {
    guard status != .infeasible, status != .unknown else {
      let relaxed = InfeasibilityExplanation.RelaxedRule(
        rule: RowKey(.demand, year: 2026), limit: 2_000, needed: 1_000, unit: "GPU", words: "all")
      return try fixture.builder.plan(
        Placement(sites: []),
        outcome: .init(status: status, termination: termination, objectives: [], gapAsked: 0.001),
        explanation: status == .infeasible
          ? InfeasibilityExplanation(relaxations: [relaxed], alternatives: [[relaxed]], isProven: true)
          : nil)
    }
    return try fixture.builder.plan(
      fixture.plan.placement,
      outcome: .init(
        status: status, termination: termination, objectives: PlanFixture.outcome.objectives, gapAsked: 0.001)
    )
  }
}

@Suite("French words of a planner")
struct ReplacedWordsTests {
  private func faults(_ text: String) -> [String] {
    do {
      _ = try FrenchWords.words(of: Array(text.utf8))
      return []
    } catch {
      return error.faults.map { "\($0.place.line): \($0.message) (\($0.hint))" }
    }
  }

  @Test("What is printed is a file that can be read, and changes nothing")
  func printed() throws {
    let words = try FrenchWords.words(of: Array(FrenchWords.text.utf8))
    #expect(words.count == FrenchWords.all.count)
    #expect(words.mapValues(FrenchTypography.set) == FrenchWords.all)
  }

  @Test("Words of a file take the place of those of the program, set as French is; others stay")
  func replaced() throws {
    let words = try FrenchWords.words(of: Array("[sections]\n\"Sections\" = \"Sommaire ; plan\"\n".utf8))
    let language = Language.french.replacing(words)
    #expect(language.text("Sections") == "Sommaire\u{202F}; plan")
    #expect(
      language.text("Skip to the \(Phrase(word: "plan"))")
        == Language.french.text("Skip to the \(Phrase(word: "plan"))"))
    #expect(language.code == "fr" && language != .french)
    let page = try PlanFixture().report().page(in: language)
    #expect(page.contains("Sommaire") && !page.contains("Rubriques"))
  }

  @Test("A phrase that there is none of, a hole too many and what is no text are faults with their lines")
  func wrong() {
    #expect(
      faults("[words]\n\"Section\" = \"x\"\n\"Sections\" = 3\n\"Skip to the {1}\" = \"{1} {2}\"\n") == [
        "2: there is no phrase 'Section' (did you mean 'Sections'?)",
        "3: 'Sections' must be a text in quotes ()", "4: 'Skip to the {1}' has no hole {2} ()",
      ])
    #expect(
      faults("Sections = \"x\"\n") == [
        "1: 'Sections' stands in no table (write it below a header such as [words])"
      ])
    #expect(faults("[words\n").count == 1)
  }
}
