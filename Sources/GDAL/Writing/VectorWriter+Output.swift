// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// What happens on the disk before and after writing.
extension VectorWriter {
  /// Refuses a driver that cannot create vector datasets.
  static func require(_ driver: DriverInfo, _ path: String) throws(GDALError) {
    let others = GDALRuntime.drivers.filter { $0.isVector && $0.canCreate }.map(\.name)
    let lack: String
    if !driver.isVector {
      lack = "is for rasters"
    } else if !driver.canCreate {
      lack = driver.canCreateCopy ? "can only copy whole datasets" : "can only read"
    } else {
      return
    }
    throw GDALError(
      .driverUnsuitable, function: "GDALCreate",
      message: "the driver \(driver.name) cannot write features: it \(lack)",
      hint: suggestion(for: "", among: others, what: "drivers that can"), path: path)
  }

  /// Makes sure that nothing is in the way.
  static func makeRoom(at path: String, _ driver: DriverInfo, overwrites: Bool) throws(GDALError) {
    guard !path.isEmpty else {
      throw GDALError(
        .writeFailed, function: "GDALCreate", message: "the path is empty", hint: "name a file", path: path)
    }
    try CStrings.require(path, isFor: "the path", function: "GDALCreate", at: CallPlace(path: path))
    // Databases and services are named by a connection string, which is no file.
    guard VirtualFile.exists(path), !VirtualFile.isFolder(path) else { return }
    guard overwrites else {
      throw GDALError(
        .writeFailed, function: "GDALCreate", message: "the file exists already",
        hint: "remove it, choose another name, or allow overwriting", path: path)
    }
    remove(path, driver)
    guard !VirtualFile.exists(path) else {
      throw GDALError(
        .writeFailed, function: "GDALDeleteDataset", message: "the existing file cannot be removed",
        hint: "check the rights of its folder", path: path)
    }
  }

  /// Removes a dataset with its side files, or at least the file itself when the driver cannot recognise it
  /// (any more).
  static func remove(_ path: String, _ driver: DriverInfo) {
    guard VirtualFile.exists(path) else { return }
    MessageCollector().collecting { _ = GDALDeleteDataset(GDALGetDriverByName(driver.name), path) }
    if VirtualFile.exists(path), !VirtualFile.isFolder(path) { VirtualFile.remove(path) }
  }
}
