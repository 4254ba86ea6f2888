// SPDX-License-Identifier: GPL-3.0-or-later

package import Clusters

/// What a reader of a specification must know, from all its parts.
package enum SpecificationNotes {
  /// One sentence and the part that it is about.
  package struct Note: Equatable {
    package var part: String
    package var sentence: String
  }

  /// Every sentence once, in the order of the trades, beginning with a capital letter and ending with a full
  /// stop.
  package static func all(_ specification: ClusterSpecification) -> [Note] {
    var notes: [Note] = []
    func add(_ part: String, _ sentence: String) {
      let note = Note(part: part, sentence: closed(sentence))
      if !notes.contains(note) { notes.append(note) }
    }
    for note in specification.design.notes where !isAnswered(note) {
      add("design", SizingNoteText.sentence(note))
    }
    if specification.pods.count > 1 || specification.pods.contains(where: { $0.count > 1 }) {
      add(
        "fabric",
        "The site holds several pods, each with a compute fabric of its own; nothing of the kind connects them."
      )
    }
    for pod in specification.pods {
      for note in pod.fabric?.notes ?? [] { add("fabric", note.sentence) }
    }
    for pod in specification.pods {
      for note in pod.networks.notes { add("networks", note.sentence) }
    }
    for note in specification.power.notes { add("power", note.sentence) }
    for note in specification.cooling.notes { add("cooling", note.sentence) }
    for note in specification.space.notes { add("space", note.sentence) }
    for note in specification.ledger.notes { add("ledger", note.sentence) }
    for note in specification.carbon.notes { add("carbon", note.sentence) }
    return notes
  }

  /// The cooling plant has the spares that the sizing leaves out.
  private static func isAnswered(_ note: SizingNote) -> Bool { note == .noSpareCoolantUnit }

  /// A sentence as it stands on a page of its own. A name of a product at the start stays in lower case.
  package static func closed(_ sentence: String) -> String {
    let first = sentence.prefix { $0 != " " }
    let isName = first.contains { $0.isNumber || $0 == "-" || $0 == "_" }
    let start = isName ? String(sentence.prefix(1)) : sentence.prefix(1).uppercased()
    return start + sentence.dropFirst() + (sentence.hasSuffix(".") ? "" : ".")
  }
}
