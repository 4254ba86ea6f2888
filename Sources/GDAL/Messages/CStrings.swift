// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Swift and C strings, in both directions.
enum CStrings {
  /// Copies a C string that someone else owns; nil for NULL. Bytes that are not UTF-8 become U+FFFD.
  static func copy(_ text: UnsafePointer<CChar>?) -> String? { text.map { String(cString: $0) } }

  /// Copies a C string that GDAL allocated for us, and frees it.
  static func take(_ text: UnsafeMutablePointer<CChar>?) -> String? {
    guard let text else { return nil }
    defer { VSIFree(text) }
    return String(cString: text)
  }

  /// Copies a NULL-terminated list of strings; an empty one for NULL.
  static func copyList(_ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> [String] {
    guard let list else { return [] }
    var strings: [String] = []
    var index = 0
    while let text = list[index] {
      strings.append(String(cString: text))
      index += 1
    }
    return strings
  }

  /// Copies a list of strings that GDAL allocated for us, and frees it.
  static func takeList(_ list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> [String] {
    defer { CSLDestroy(list) }
    return copyList(list)
  }

  /// Runs `body` with a NULL-terminated list of strings, or with NULL for an empty one (GDAL treats both
  /// alike).
  static func withList<Result, Failure: Error>(
    _ strings: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for text in strings { list = CSLAddString(list, text) }
    defer { CSLDestroy(list) }
    return try body(list)
  }

  /// Runs `body` with options as `NAME=VALUE` strings, in order.
  static func withOptions<Result, Failure: Error>(
    _ options: OptionList,
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withList(options.options.map { "\($0.name)=\($0.value)" }, body)
  }

  /// As `withOptions`, for the few C functions that take `const char *const *`.
  static func withConstantOptions<Result, Failure: Error>(
    _ options: OptionList, _ body: (UnsafePointer<UnsafePointer<CChar>?>?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withOptions(options) { (list) throws(Failure) -> Result in
      try body(UnsafeRawPointer(list)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self))
    }
  }

  /// Refuses text with a NUL character, which C would silently cut there.
  static func require(
    _ text: String, isFor what: String, function: String, at place: CallPlace = .nowhere
  ) throws(GDALError) {
    guard text.utf8.contains(0) else { return }
    throw GDALError(
      .badArgument, function: function, message: "\(what) contains a NUL character", hint: "remove it",
      path: place.path,
      layer: place.layer, featureID: place.featureID)
  }
}
