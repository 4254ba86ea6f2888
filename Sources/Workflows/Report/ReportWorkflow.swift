// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Reports
import Scenarios
import Siting

/// Writes the page and the pictures of a plan. The plan is made again from its recorded inputs and its decisions, without a solver, so that
/// page and pictures say what the plan says and nothing else.
public enum ReportWorkflow {
  /// What was made.
  public struct Response: Sendable {
    /// What goes to standard output; nil where files were written.
    public var text: String?
    /// File of the page; nil where there is none.
    public var page: String?
  }

  /// Reports.
  ///
  /// - Throws: `WorkflowFailure` for a plan that cannot be opened or made again, a picture that there is none of, and a file that cannot be
  ///   written; nothing is written then.
  public static func run(_ request: ReportRequest, context: WorkflowContext) throws -> Response {
    let folder = PlanFolder(request.plan)
    let source = try RecordedPlan(folder, scenario: request.scenario)
    let pictures = try wanted(request)
    let page = pageFile(request, folder: folder, hasPictures: !pictures.isEmpty)
    // What cannot be written must show before the work, not after it.
    for file in pictures.map(\.file) + (page.map { [$0] } ?? []) { try writing { try file.check() } }

    let made = try source.made(context)
    for warning in made.map.warnings { context.talk("warning: \(warning)") }
    var report = PlanReport(
      plan: made.plan, problem: made.prepared.problem, table: made.prepared.table,
      layers: made.prepared.layerReports,
      context: ReportInputs(
        prepared: made.prepared, map: made.map, seed: nil, components: context.components, solution: nil
      ).context())
    do {
      report.search = try SearchRecord.trace(ofManifest: folder.json("manifest.json"))
    } catch {
      context.talk("warning: the page does not tell how the answer was found: \(error)")
    }
    report.statesSeconds = true
    var files: [(SingleFile, [UInt8])] = []
    for picture in pictures {
      files.append(
        (picture.file, try drawn(picture, of: report, language: request.language, width: request.widthPixels))
      )
    }
    var response = Response()
    if page != nil || request.output == "-" {
      let text = report.page(in: request.language)
      let lacking = report.untranslated(in: request.language)
      if !lacking.isEmpty {
        context.talk(
          "warning: \(lacking.count) phrases have no words in '\(request.language.rawValue)' and stay English, for example '\(lacking[0])'"
        )
      }
      if let page { files.append((page, Array(text.utf8))) } else { response.text = text }
    }
    for (file, bytes) in files {
      try writing { try file.write(bytes) }
      context.talk("written \(file.path)")
    }
    response.page = page?.path
    return response
  }

  /// A picture that is wanted.
  private struct Wanted {
    var picture: PlanPicture
    var file: SingleFile
    var isPNG: Bool
  }

  /// The pictures that are asked for, with everything that is wrong.
  private static func wanted(_ request: ReportRequest) throws -> [Wanted] {
    var wanted: [Wanted] = []
    var findings: [String] = []
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
      if wanted.contains(where: { $0.file.path == parts[1] }) {
        findings.append("'\(parts[1])' is named twice")
        continue
      }
      wanted.append(
        Wanted(
          picture: picture, file: SingleFile(parts[1], force: request.force), isPNG: lower.hasSuffix(".png")))
    }
    if !PlanPicture.widths.contains(request.widthPixels) {
      findings.append(
        "--width \(request.widthPixels): wanted \(PlanPicture.widths.lowerBound) to \(PlanPicture.widths.upperBound) pixels"
      )
    }
    if !findings.isEmpty { throw WorkflowFailure(.invalidInput, findings) }
    return wanted
  }

  /// Where the page goes; nil for standard output and where only pictures are asked for. The page in the plan's own directory is replaced: it is
  /// made from the same plan.
  private static func pageFile(
    _ request: ReportRequest, folder: PlanFolder, hasPictures: Bool
  ) -> SingleFile? {
    guard let output = request.output else {
      if hasPictures { return nil }
      let name = request.language == .english ? "report.html" : "report.\(request.language.rawValue).html"
      return SingleFile("\(folder.path)/\(name)", force: true)
    }
    return output == "-" ? nil : SingleFile(output, force: request.force)
  }

  private static func drawn(
    _ wanted: Wanted, of report: PlanReport, language: Language, width: Int
  ) throws -> [UInt8] {
    guard let svg = report.picture(wanted.picture, in: language) else {
      throw WorkflowFailure(
        .invalidInput,
        [
          "\(wanted.file.path): this plan has nothing to draw as '\(wanted.picture.rawValue)' (\(report.plan.status.rawValue))"
        ])
    }
    guard wanted.isPNG else { return Array(svg.utf8) }
    do {
      return try PlanPicture.png(svg, width: width)
    } catch {
      throw WorkflowFailure(.internalFault, ["\(wanted.file.path): \(error)"])
    }
  }

  private static func writing(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as ResultDirectoryError {
      throw WorkflowFailure(.cannotWrite, ["\(error)"])
    }
  }
}
