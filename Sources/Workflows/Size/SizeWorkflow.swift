// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Reports
import Scenarios

/// What `arpent size` is asked.
public struct SizeRequest: Sendable, Equatable {
  /// What to find out.
  public enum Question: Sendable, Equatable {
    /// A cluster with this many GPUs.
    case gpus(Int)
    /// The cluster that fills this grid power, in MW.
    case gridMW(Double)
    /// The products there are.
    case catalogue
  }

  /// What to find out.
  public var question: Question
  /// Product.
  public var skuID: String
  /// Power usage effectiveness.
  public var pue: Double
  /// Coolant supply temperature in degC; nil takes the assumption.
  public var supplyTemperatureC: Double?
  /// Hardware files; empty for those shipped.
  public var catalogue: [String]
  /// Whether to answer in JSON.
  public var json: Bool

  /// What `arpent size` is asked.
  public init(
    question: Question, skuID: String, pue: Double, supplyTemperatureC: Double? = nil,
    catalogue: [String] = [], json: Bool = false
  ) {
    self.question = question
    self.skuID = skuID
    self.pue = pue
    self.supplyTemperatureC = supplyTemperatureC
    self.catalogue = catalogue
    self.json = json
  }
}

/// Sizes one cluster without geography, or lists the products.
public enum SizeWorkflow {
  /// The answer as text or JSON.
  ///
  /// - Throws: `WorkflowFailure` for an unknown product or a question without an answer.
  public static func run(_ request: SizeRequest) throws -> String {
    let catalogue = try CatalogueFiles.read(request.catalogue)
    do {
      let sizer = try ClusterSizer(catalogue: catalogue)
      let conditions = SiteConditions(
        pue: request.pue, supplyTemperatureC: request.supplyTemperatureC)
      switch request.question {
      case .catalogue:
        return request.json
          ? JSONWriter.text(CatalogueTable.json(catalogue)) : CatalogueTable.text(catalogue)
      case .gpus(let gpus):
        let sizing = try sizer.sizing(forGPUs: gpus, skuID: request.skuID, conditions: conditions)
        return print(sizing, request)
      case .gridMW(let power):
        let sizing = try sizer.sizing(forGridMW: power, skuID: request.skuID, conditions: conditions)
        return print(sizing, request)
      }
    } catch let error as SizingError {
      throw WorkflowFailure(.invalidInput, ["\(error)"])
    } catch let error as CatalogueError {
      throw WorkflowFailure(.invalidInput, ["\(error)"])
    }
  }

  private static func print(_ sizing: ClusterSizing, _ request: SizeRequest) -> String {
    request.json
      ? JSONWriter.text(SizingDocument.json(sizing, pue: request.pue))
      : SizingPage.text(sizing, pue: request.pue)
  }
}
