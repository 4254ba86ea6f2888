// SPDX-License-Identifier: GPL-3.0-or-later

/// Options of a driver as an ordered list of names and values.
///
/// GDAL takes options as `NAME=VALUE` strings whose order can matter and whose names can repeat, so a
/// dictionary will not do. A dictionary literal keeps its order here: `["SPATIAL_INDEX": "NO", "FID": "id"]`.
public struct OptionList: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// One option.
  public struct Option: Sendable, Hashable {
    /// The driver's name of the option; upper and lower case are the same to GDAL.
    public var name: String
    /// The value, as the driver's page writes it.
    public var value: String

    /// Makes an option.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The options in the order in which GDAL receives them.
  public private(set) var options: [Option]

  /// Makes a list from options in order.
  public init(_ options: [Option] = []) { self.options = options }

  /// Makes a list from a literal, in the order written.
  public init(dictionaryLiteral elements: (String, String)...) {
    options = elements.map { Option($0.0, $0.1) }
  }

  /// Adds an option at the end.
  public mutating func append(_ name: String, _ value: String) { options.append(Option(name, value)) }

  /// The value of the last option of that name, whatever its case.
  public subscript(name: String) -> String? {
    let wanted = name.lowercased()
    return options.last { $0.name.lowercased() == wanted }?.value
  }
}
