// SPDX-License-Identifier: GPL-3.0-or-later

import Geodata
import Quantities

/// What `arpent inspect` is asked.
package struct InspectRequest: Sendable, Equatable {
  /// File, `/vsi` path or connection string.
  package var source: String
  /// Only this layer; nil for all.
  package var layer: String?
  /// Options of the driver by name.
  package var openOptions: [String: String]
  /// Whether to answer in JSON.
  package var json: Bool

  /// What `arpent inspect` is asked.
  package init(source: String, layer: String? = nil, openOptions: [String: String] = [:], json: Bool = false)
  {
    self.source = source
    self.layer = layer
    self.openOptions = openOptions
    self.json = json
  }
}

/// Says what GDAL sees in a source, so that a planner can declare it as a layer.
package enum InspectWorkflow {
  /// The answer as text or JSON.
  ///
  /// - Throws: `WorkflowFailure`.
  package static func run(_ request: InspectRequest) throws -> String {
    let found: SourceSummary
    do {
      found = try SourceSummary.read(
        request.source, layer: request.layer, openOptions: request.openOptions)
    } catch let failure as InputFailure {
      // The source that was named, not a layer of a scenario.
      throw WorkflowFailure(
        InputFailure(findings: failure.findings.map { Finding($0.message, in: $0.file, kind: $0.kind) }))
    }
    let snippets = LayerSnippets(found: found, request: request)
    return request.json
      ? InspectJSON(found: found, snippets: snippets).text
      : InspectText(found: found, snippets: snippets).text
  }
}
