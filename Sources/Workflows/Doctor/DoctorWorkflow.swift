// SPDX-License-Identifier: GPL-3.0-or-later

import Documents
import FoundationEssentials
import Geodata
import Views
import Wording

/// What `arpent doctor` found.
package struct DoctorResponse: Sendable {
  /// Whether everything needed is there.
  package var isHealthy: Bool
  /// Findings for a person.
  package var text: String
  /// Findings for a program.
  package var json: String
}

/// Looks at what a plan needs: libraries, drivers, data pack.
package enum DoctorWorkflow {
  private struct Check {
    var name: String
    var found: String
    var isFine: Bool
    var cure: String
  }

  /// Looks at everything.
  package static func run(context: WorkflowContext) -> DoctorResponse {
    var checks = [Check(name: "Arpent", found: ArpentVersion.current, isFine: true, cure: "")]
    for component in context.components
      + GeodataLibraries.components.map({
        WorkflowContext.Component(name: $0.name, version: $0.version)
      })
    {
      checks.append(
        Check(
          name: component.name, found: component.version, isFine: !component.version.isEmpty,
          cure: "apt-get install libglpk-dev libgdal-dev"))
    }
    for driver in [
      "GeoJSON", "GPKG", "ESRI Shapefile", "FlatGeobuf", "CSV", "GTiff", "netCDF", "OSM", "WFS", "PostgreSQL",
    ] {
      let isThere = GeodataLibraries.hasDriver(driver)
      checks.append(
        Check(
          name: "driver \(driver)", found: isThere ? "yes" : "no",
          isFine: isThere || !["GeoJSON", "GPKG", "GTiff"].contains(driver),
          cure: "install a GDAL that has it"))
    }
    for (name, version) in PlanPicture.libraries {
      checks.append(
        Check(name: name, found: version, isFine: !version.isEmpty, cure: "apt-get install librsvg2-dev"))
    }
    let leaflet = LeafletFiles.installed()
    checks.append(
      Check(
        name: "Leaflet", found: leaflet?.version ?? "not installed: maps of pages stand still", isFine: true,
        cure: ""))
    let pack = CatalogueFiles.folder(named: "geodata")
    checks.append(
      Check(
        name: "data pack", found: pack ?? "not found", isFine: pack != nil,
        cure: "run arpent inside its repository, or name your own layers in the scenario"))
    let hardware = CatalogueFiles.folder(named: "models/hardware")
    checks.append(
      Check(
        name: "hardware catalogue", found: hardware ?? "not found", isFine: hardware != nil,
        cure: "run arpent inside its repository, or name hardware files in the scenario"))
    let rows = checks.map { [$0.isFine ? "ok" : "missing", $0.name, $0.found, $0.isFine ? "" : $0.cure] }
    let healthy = checks.allSatisfy(\.isFine)
    return DoctorResponse(
      isHealthy: healthy,
      text: TextTable(headers: ["", "what", "found", "how to get it"], rows: rows).text(),
      json: JSONWriter.text([
        "healthy": .bool(healthy),
        "checks": .array(
          checks.map {
            ["name": .string($0.name), "found": .string($0.found), "ok": .bool($0.isFine)]
          }),
      ]))
  }
}
