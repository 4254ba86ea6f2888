// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import Glibc
import Quantities
import Results
import Views
import Wording

/// The files that a report is asked for, checked before any work.
struct ReportTargets {
  /// A picture that is wanted.
  struct Drawing {
    var picture: PlanPicture
    var file: SingleFile
    var isPNG: Bool
  }

  /// The pictures, in the order in which they were asked for.
  private(set) var drawings: [Drawing] = []
  /// File of the page; nil for standard output and where only pictures are asked for.
  private(set) var page: SingleFile?

  /// The files that are asked for.
  ///
  /// - Throws: `WorkflowFailure` with everything that is wrong: what there is none of, then what cannot be
  ///   written.
  init(_ request: ReportRequest, folder: PlanFolder) throws {
    var findings: [String] = []
    var taken: Set<String> = []
    for text in request.pictures {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2, !parts[1].isEmpty else {
        findings.append("--chart '\(text)': wanted NAME=FILE, NAME one of \(PlanPicture.names)")
        continue
      }
      guard let picture = PlanPicture(rawValue: parts[0]) else {
        findings.append("--chart '\(text)': there is no such chart; \(PlanPicture.hint(for: parts[0]))")
        continue
      }
      let lower = parts[1].lowercased()
      guard lower.hasSuffix(".svg") || lower.hasSuffix(".png") else {
        findings.append("'\(parts[1])': a picture is written as .svg or .png")
        continue
      }
      if !taken.insert(Self.place(parts[1])).inserted { findings.append("'\(parts[1])' is named twice") }
      drawings.append(
        Drawing(
          picture: picture, file: SingleFile(parts[1], force: request.force), isPNG: lower.hasSuffix(".png")))
    }
    page = Self.page(request, folder: folder)
    if let page, taken.contains(Self.place(page.path)) { findings.append("'\(page.path)' is named twice") }
    if !PlanPicture.widths.contains(request.widthPixels) {
      findings.append(
        "--width \(request.widthPixels): wanted \(PlanPicture.widths.lowerBound) to \(PlanPicture.widths.upperBound) pixels"
      )
    }
    if !findings.isEmpty { throw WorkflowFailure(.invalidInput, findings.map { Finding($0) }) }
    try check(folder)
  }

  /// What cannot be written must show before the work, not after it.
  private func check(_ folder: PlanFolder) throws {
    var findings: [String] = []
    let own = Self.ownPlaces(folder)
    for file in drawings.map(\.file) + (page.map { [$0] } ?? []) {
      if own.contains(Self.place(file.path)) {
        findings.append("cannot write \(file.path): it is a file of the plan; name another file")
        continue
      }
      do {
        try file.check()
      } catch {
        findings.append("\(error)")
      }
    }
    if !findings.isEmpty { throw WorkflowFailure(.cannotWrite, findings.map { Finding($0) }) }
  }

  /// The page in the plan's own directory is replaced: it is made from the same plan.
  private static func page(_ request: ReportRequest, folder: PlanFolder) -> SingleFile? {
    guard let output = request.output else {
      if !request.pictures.isEmpty { return nil }
      let name = request.language == .english ? "report.html" : "report.\(request.language.code).html"
      return SingleFile("\(folder.path)/\(name)", force: true)
    }
    return output == "-" ? nil : SingleFile(output, force: request.force)
  }

  /// Where the files of the plan are that nothing else may take the place of: all but its page.
  private static func ownPlaces(_ folder: PlanFolder) -> Set<String> {
    let listed = (try? folder.json("manifest.json"))?["files"]?.array?.compactMap(\.string) ?? []
    let names = Set(listed + ["plan.json", "manifest.json"]).subtracting(["report.html"])
    return Set(names.map { place("\(folder.path)/\($0)") })
  }

  /// One text for all ways to name a file, also one that is not there yet.
  private static func place(_ path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let name = parts.removeLast()
    let above = parts.isEmpty ? "." : parts.joined(separator: "/") + "/"
    guard let found = realpath(above, nil) else { return path }
    defer { free(found) }
    return String(cString: found) + "/" + name
  }
}
