// SPDX-License-Identifier: GPL-3.0-or-later

import Reports
import Scenarios
import Siting

/// Writes the map layers of a plan in a format of GDAL. The plan is made again from its recorded inputs and its decisions, without a
/// solver, so that the layers say what the plan says and nothing else.
public enum ExportWorkflow {
  /// Exports.
  ///
  /// - Returns: What goes to standard output; nil where files were written.
  /// - Throws: `WorkflowFailure` for a plan that cannot be opened or made again, a format, layer or option that is not there, and a
  ///   target that cannot be written; nothing is written then.
  public static func run(_ request: ExportRequest, context: WorkflowContext) throws -> String? {
    let folder = PlanFolder(request.plan)
    let source = try ExportedPlan(folder, scenario: request.scenario)
    do {
      // What cannot be asked and what cannot be written must show before the work, not after it.
      var export = try PlanExport(
        format: request.format, output: request.output, layers: request.layers, options: request.options,
        withStyles: request.withStyles, force: request.force, planFolder: folder.path)
      for warning in try export.rehearse() { context.talk("warning: \(warning)") }
      let layers = try source.layers(export.layers, context: context)
      let outcome = try export.write(layers)
      for warning in outcome.warnings { context.talk("warning: \(warning)") }
      for file in outcome.files { context.talk("written \(file)") }
      return outcome.text
    } catch let fault as ExportFault {
      throw WorkflowFailure(fault.isTarget ? .cannotWrite : .invalidInput, fault.findings)
    }
  }
}
