// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Where a call happens, for the error it may throw.
struct CallPlace {
  var path: String?
  var layer: String?
  var featureID: Int64?

  /// A call that concerns no file.
  static let nowhere = CallPlace()
}

/// Runs one call to GDAL and returns its result with all that was said: the one place where C failures become
/// Swift errors.
///
/// - Parameters:
///   - function: The C function's name.
///   - reason: What kind of error a failure is.
///   - place: File, layer and feature for the error.
///   - toleratesFailureMessages: Set where GDAL says "failure" on the way to success, as when it tries
///     several drivers.
///   - discard: Gives back a result that comes with a message of failure, which nobody would own.
///   - body: The call. It returns nil when C returned NULL or an error code, else its result.
/// - Throws: `GDALError` when `body` returned nil or when a failure was reported.
func call<Result>(
  _ function: String, _ reason: GDALError.Reason, at place: CallPlace = .nowhere,
  toleratesFailureMessages: Bool = false, discard: (Result) -> Void = { _ in }, _ body: () -> Result?
) throws(GDALError) -> (result: Result, messages: [GDALMessage]) {
  let collector = MessageCollector()
  let result = collector.collecting(body)
  guard let result, toleratesFailureMessages || !collector.hasFailure else {
    if let result { collector.collecting { discard(result) } }
    throw GDALError(reason, function: function, at: place, said: collector.messages)
  }
  return (result, collector.messages)
}

/// As `call`, for a C function that answers with an `OGRErr` code.
@discardableResult
func callStatus(
  _ function: String, _ reason: GDALError.Reason, at place: CallPlace = .nowhere, _ body: () -> OGRErr
) throws(GDALError) -> [GDALMessage] {
  let collector = MessageCollector()
  let status = collector.collecting(body)
  guard status == 0, !collector.hasFailure else {
    throw GDALError(
      reason, function: function, at: place, said: collector.messages, otherwise: words(forStatus: status))
  }
  return collector.messages
}

extension GDALError {
  /// An error made of what GDAL said: the first failure leads, since later ones are mostly its consequences.
  init(
    _ reason: Reason, function: String, at place: CallPlace, said: [GDALMessage],
    otherwise: String = "GDAL gave no reason", hint: String? = nil
  ) {
    let leading = said.first { $0.severity >= .failure } ?? said.last
    self.init(
      reason, function: function, message: leading?.text ?? otherwise,
      severity: leading?.severity ?? .failure,
      code: leading?.code ?? 0, hint: hint, path: place.path, layer: place.layer, featureID: place.featureID,
      messages: said)
    if let waited = ServerSilence.seconds(in: said) { tellSilence(waited) }
  }
}

/// OGR's status codes in words; GDAL has no function for them.
func words(forStatus status: OGRErr) -> String {
  switch status {
  case 0: "no error"
  case 1: "not enough data"
  case 2: "not enough memory"
  case 3: "the geometry type is not supported"
  case 4: "the operation is not supported"
  case 5: "the data is corrupt"
  case 6: "the operation failed without a reason given"
  case 7: "the coordinate reference system is not supported"
  case 8: "the handle is invalid"
  case 9: "the feature does not exist"
  default: "OGR status \(status)"
  }
}
