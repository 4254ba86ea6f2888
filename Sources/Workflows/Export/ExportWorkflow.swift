// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
import Quantities
import Results
import Scenarios
import Sites

/// Writes the map layers of a plan in a format of GDAL. The plan is made again from its recorded inputs and
/// its decisions, without a solver, so that the layers say what the plan says and nothing else. The layer
/// `diff` of two plans needs their plan.json only.
package enum ExportWorkflow {
  /// Exports.
  ///
  /// - Returns: What goes to standard output; nil where files were written.
  /// - Throws: `WorkflowFailure` for plans that cannot be opened or made again, a format, layer or option
  ///   that is not there, and a target that cannot be written; nothing is written then.
  package static func run(_ request: ExportRequest, context: WorkflowContext) throws -> String? {
    // What cannot be asked, opened or written must show before the work, not after it, and all of it at once.
    var times = StageTimes()
    var sources = try times.measure("read", context.seconds) { try ExportSources(request) }
    do {
      let remarks = try times.measure("rehearse", context.seconds) { try sources.export.rehearse() }
      for warning in remarks { context.warn(warning) }
      let layers = try times.measure("make", context.seconds) { try sources.layers(context) }
      let outcome = try times.measure("write", context.seconds) { try sources.export.write(layers) }
      for warning in outcome.warnings { context.warn(warning) }
      for file in outcome.files { context.diagnose("written \(file)") }
      if request.verbose { context.diagnose("time: \(times.line)") }
      return outcome.text
    } catch let fault as ExportFault {
      var failure = WorkflowFailure(fault)
      if fault.isTarget, let cure = FileSizeLimit.cure { failure.findings.append(Finding(cure)) }
      throw failure
    }
  }
}

extension WorkflowFailure {
  /// A target that cannot be written, or something asked of an export that cannot be given.
  init(_ fault: ExportFault) {
    self.init(fault.isTarget ? .cannotWrite : .invalidInput, fault.findings.map { Finding($0) })
  }
}
