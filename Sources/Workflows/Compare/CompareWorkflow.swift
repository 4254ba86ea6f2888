// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Reports
import Results
import Scenarios
import Sites

/// Compares two plans: which inputs differ, which decisions moved, and where the money went.
package enum CompareWorkflow {
  /// Compares two plans. That they differ is an answer, not a failure.
  ///
  /// - Throws: `WorkflowFailure` for files that cannot be opened or are no plans, with the faults of both,
  ///   and an output that cannot be written.
  package static func run(_ request: CompareRequest, context: WorkflowContext) throws -> CompareResponse {
    let (a, b) = try open(request.a, request.b)
    let comparison = PlanComparison(a.plan, b.plan)
    var report = ComparisonReport(comparison: comparison, toolVersion: ArpentVersion.current)
    if let path = request.outputDirectory {
      try checkOutput(path, against: [a, b])
      let output = ResultDirectory(path, kind: .comparison, force: request.force)
      try WorkflowFailure.writing { try output.check() }
      report.basemap = basemap(of: [a, b])
      report.inputs = [a, b].map {
        ReportContext.Input(role: "plan", path: $0.file, sha256: SourceFile.digest(of: $0.file))
      }
      let remarks = try WorkflowFailure.writing { try output.write(report.files()) }
      for remark in remarks { context.warn(remark) }
      context.diagnose("Written to \(path)/ (open compare.html, or compare.geojson in QGIS)")
    }
    switch request.format {
    case .text: return CompareResponse(text: report.text, isEqual: comparison.isEqual)
    case .json: return CompareResponse(text: report.json, isEqual: comparison.isEqual)
    }
  }

  /// Opens both, and tells the faults of both at once.
  private static func open(_ first: String, _ second: String) throws -> (ComparedResult, ComparedResult) {
    var opened: [ComparedResult] = []
    var failures: [WorkflowFailure] = []
    for path in [first, second] {
      do {
        opened.append(try ComparedResult(path))
      } catch let failure as WorkflowFailure {
        failures.append(failure)
      }
    }
    if let failure = WorkflowFailure(all: failures) { throw failure }
    return (opened[0], opened[1])
  }

  /// A comparison must never take the place of what it compares.
  private static func checkOutput(_ output: String, against results: [ComparedResult]) throws {
    guard let place = ComparedResult.place(output) else { return }
    for result in results {
      if ComparedResult.place(ComparedResult.folder(of: result.file)) == place {
        throw WorkflowFailure(
          .cannotWrite, "holds \(result.file), which is compared; choose another directory with -o",
          in: output)
      }
    }
  }

  /// Outlines of the first result whose scenario still finds its layers; none where neither does, since a
  /// comparison needs no layers.
  private static func basemap(of results: [ComparedResult]) -> Basemap {
    for result in results {
      guard let recorded = result.plan.inputs, !recorded.scenarioPath.isEmpty else { continue }
      let (original, text) = (recorded.scenarioPath, recorded.effectiveText)
      let reader = ScenarioReader(
        files: FileReader { (path: String) throws(FileReader.Failure) -> [UInt8] in
          path == original ? Array(text.utf8) : try FileReader.disk.read(path)
        })
      guard let scenario = reader.read(original).scenario, let map = try? MapLayers(of: scenario) else {
        continue
      }
      return map.basemap
    }
    return Basemap()
  }
}
