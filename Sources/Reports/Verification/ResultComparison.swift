// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Optimization
import Results
import Wording

/// Holds the files of a result directory against those made again from its inputs.
package struct ResultComparison {
  /// The result as its inputs give it.
  package var report: PlanReport
  /// The same, where the page was made again later with other libraries; nil where they are the same.
  package var reportHere: PlanReport?
  /// Names of the files and folders in the directory.
  package var names: [String]
  /// Names that the manifest lists, so that a file which should be there is missed.
  package var listed: [String]
  /// Whether GDAL is the one that made the result.
  package var sameLibraries = true
  /// Bytes of a file of the directory; nil where it is not there.
  package var read: (_ name: String) -> [UInt8]?

  /// What a comparison found.
  package struct Findings {
    /// Files that are missing or say something else.
    package var faults: [String] = []
    /// Files that are none of the result.
    package var warnings: [String] = []
    /// Number of files that were compared.
    package var compared = 0
  }

  /// A comparison of a directory with a result.
  package init(
    report: PlanReport, reportHere: PlanReport?, names: [String], listed: [String],
    read: @escaping (_ name: String) -> [UInt8]?
  ) {
    self.report = report
    self.reportHere = reportHere
    self.names = names
    self.listed = listed
    self.read = read
  }

  /// Compares every file.
  ///
  /// - Parameter only: Compares this file alone; nil for the whole directory.
  /// - Throws: What making the GeoPackage again throws.
  package func findings(only: String? = nil) throws -> Findings {
    var findings = Findings()
    var known: Set<String> = []
    var report = report
    report.language = language(of: read(Self.page)) ?? .english
    for file in report.files() where only == nil || file.name == only {
      known.insert(file.name)
      guard let found = read(file.name) else {
        findings.faults.append("\(file.name): is missing")
        continue
      }
      findings.compared += 1
      findings.faults += try differences(of: file, found: found, report)
    }
    guard only == nil else { return findings }
    for language in Language.all where language != .english {
      let name = "report.\(language.code).html"
      guard names.contains(name), let found = read(name) else { continue }
      known.insert(name)
      findings.compared += 1
      findings.faults += pageDifferences(
        name, expected: Array(report.page(in: language).utf8), found: found, in: language)
    }
    for name in listed where !known.contains(name) && !names.contains(name) {
      findings.faults.append("\(name): is missing, and the manifest lists it")
    }
    for name in names where !known.contains(name) {
      findings.warnings.append("\(name): is no file of this result and was not looked at")
    }
    return findings
  }

  private static let page = "report.html"

  private func differences(
    of file: ResultFile, found: [UInt8], _ report: PlanReport
  ) throws -> [String] {
    switch file.content {
    case .bytes(let wanted) where file.name == Self.page:
      return pageDifferences(file.name, expected: wanted, found: found, in: report.language)
    case .bytes(let wanted): return FileDifference.all(in: file.name, expected: wanted, found: found)
    case .producer(let produce):
      let folder = MemoryFolder()
      let path = folder.file(file.name)
      try produce(path)
      return try FileDifference.all(
        in: file.name, expected: VirtualFile.read(path), found: found, sameLibraries: sameLibraries)
    }
  }

  /// A page is the one made with its plan, or one that was made later of the same plan, which tells the
  /// seconds of the search and the libraries of that day.
  private func pageDifferences(
    _ name: String, expected: [UInt8], found: [UInt8], in language: Language
  ) -> [String] {
    if expected == found { return [] }
    let tellsSeconds = report.search?.entries.contains { $0.seconds != nil } ?? false
    for var other in [tellsSeconds ? report : nil, reportHere].compactMap({ $0 }) {
      other.statesSeconds = true
      if Array(other.page(in: language).utf8) == found { return [] }
    }
    return FileDifference.all(in: name, expected: expected, found: found)
  }

  /// The language that a page says it is in.
  private func language(of page: [UInt8]?) -> Language? {
    guard let page else { return nil }
    let head = String(decoding: page.prefix(200), as: UTF8.self)
    return Language.all.first { head.contains("<html lang=\"\($0.code)\"") }
  }
}
