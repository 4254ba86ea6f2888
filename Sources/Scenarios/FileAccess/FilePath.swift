// SPDX-License-Identifier: GPL-3.0-or-later

/// Arithmetic on file paths as they are written in scenarios: with slashes, mostly relative.
///
/// Beside plain paths it knows the two forms of GDAL that have a path inside: archives,
/// `/vsizip/data/a.zip/b.shp`, whose inner path is relative unless a second slash begins it, and parts of a
/// file, `NETCDF:"data/a.nc":band`.
enum FilePath {
  /// Whether a path is relative to the file in which it stands. Absolute paths (GDAL's `/vsi...` among them),
  /// addresses, connection strings such as `PG:dbname=grid` and whole documents in place of a path are not.
  static func isRelative(_ path: String) -> Bool {
    if path.isEmpty || path.hasPrefix("/") || path == "-" { return false }
    if path.hasPrefix("<") || path.hasPrefix("{") { return false }
    let scheme = path.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return !(scheme.count >= 1 && path.dropFirst(scheme.count).first == ":")
  }

  /// Folder of a file; empty for a file in the working directory.
  static func folder(of file: String) -> String {
    // What comes over standard input was not written in /dev.
    if file == FileReader.standardInputPath { return "" }
    guard let slash = file.lastIndex(of: "/") else { return "" }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// The path without `.` and without `..` that can be undone.
  static func normalised(_ path: String) -> String {
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  /// A path that stands in a file of `folder`, as seen from the working directory.
  static func resolve(_ path: String, in folder: String) -> String {
    if let part = innerPath(of: path) { return part.before + resolve(part.path, in: folder) + part.after }
    guard isRelative(path) else { return path }
    return normalised(folder.isEmpty ? path : folder + "/" + path)
  }

  /// A path seen from the working directory, as a file of `folder` would write it. Returned as it is where no
  /// relative path leads there without knowing the working directory.
  static func relative(_ path: String, to folder: String) -> String {
    if let part = innerPath(of: path) { return part.before + relative(part.path, to: folder) + part.after }
    let from = normalised(folder)
    guard !path.hasPrefix("/vsi"), path.hasPrefix("/") == from.hasPrefix("/") else { return path }
    guard path.hasPrefix("/") || isRelative(path) else { return path }
    let target = normalised(path).split(separator: "/")
    let start = from.split(separator: "/")
    var common = 0
    while common < min(target.count, start.count), target[common] == start[common] { common += 1 }
    guard !start[common...].contains("..") else { return path }
    let up = Array(repeating: Substring(".."), count: start.count - common)
    return (up + target[common...]).joined(separator: "/")
  }

  /// The path inside a source of GDAL, with what stands around it; nil for a plain path and for what names no
  /// file of the machine.
  private static func innerPath(of path: String) -> (before: String, path: String, after: String)? {
    for archive in ["/vsizip/", "/vsitar/", "/vsigzip/", "/vsi7z/", "/vsirar/"] where path.hasPrefix(archive)
    {
      let inner = path.dropFirst(archive.count)
      if inner.hasPrefix("{"), let end = inner.lastIndex(of: "}") {
        let archived = inner[..<end].dropFirst()
        return (archive + "{", String(archived), String(inner[end...]))
      }
      // `/vsizip/vsicurl/...` is another way to write `/vsizip//vsicurl/...`.
      return inner.hasPrefix("vsi") ? nil : (archive, String(inner), "")
    }
    for driver in ["NETCDF:", "HDF5:", "GPKG:", "ZARR:"]
    where path.prefix(driver.count).uppercased() == driver {
      let inner = path.dropFirst(driver.count)
      if inner.hasPrefix("\"") {
        guard let end = inner.dropFirst().firstIndex(of: "\"") else { return nil }
        return (path.prefix(driver.count) + "\"", String(inner[..<end].dropFirst()), String(inner[end...]))
      }
      guard let end = inner.firstIndex(of: ":") else { return nil }
      let file = String(inner[..<end])
      // What is left of a colon can also be the scheme of an address.
      return file.contains(".") ? (String(path.prefix(driver.count)), file, String(inner[end...])) : nil
    }
    return nil
  }
}
