// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A library target of Arpent; what it may import is checked by `scripts/check-imports` against
/// ARCHITECTURE.md.
func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A test target; fixtures and golden files lie in its folder and are read by path, so they are excluded
/// here.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")

let package = Package(
  name: "arpent",
  products: [
    .executable(name: "arpent", targets: ["arpent"]),
    .library(name: "GLPK", targets: ["GLPK"]),
    .library(name: "GDAL", targets: ["GDAL"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.0"),
  ],
  targets: [
    // Wrappers of C libraries, usable alone.
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .target(name: "CGLPKGuard", dependencies: ["CGLPK"]),
    library("GLPK", ["CGLPK", "CGLPKGuard"]),
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    library("GDAL", ["CGDAL"]),
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    library("GEOS", ["CGEOS"]),
    .systemLibrary(name: "CRsvg", providers: [.apt(["librsvg2-dev"])]),
    library("Rsvg", ["CRsvg"]),

    // The core: values, no files, no C libraries.
    library("Quantities"),
    library("Documents", ["Quantities"]),
    library("Optimization"),
    library("BoundProof", ["Optimization", bigInt]),
    .target(
      name: "Clusters", dependencies: ["Quantities", "Documents"],
      resources: [.embedInCode("Assumptions/Defaults")], swiftSettings: strict),
    library("Studies", ["Quantities"]),
    library("Sites", ["Quantities", "Documents", "Clusters"]),
    library("PlanningModel", ["Quantities", "Documents", "Clusters", "Optimization", "Sites"]),
    library("Planning", ["Quantities", "Documents", "Clusters", "Optimization", "Sites", "PlanningModel"]),

    // The edges.
    library("GLPKSolver", ["Quantities", "Optimization", "GLPK"]),
    library("SolutionFiles", ["Quantities", "Optimization"]),
    library("Geodata", ["Quantities", "Documents", "Sites", "GDAL", "GEOS"]),
    .target(
      name: "Scenarios",
      dependencies: [
        "Quantities", "Documents", "Sites", "PlanningModel", "Planning", "Clusters", "Studies",
        "Optimization",
      ],
      resources: [.embedInCode("Schema/keys.toml")], swiftSettings: strict),
    .target(
      name: "Wording", dependencies: ["Quantities", "Documents"],
      resources: [.embedInCode("Language/french.toml")], swiftSettings: strict),
    library(
      "Results",
      [
        "Quantities", "Documents", "Wording", "Sites", "PlanningModel", "Planning", "Clusters",
        "Optimization",
        "Studies",
      ]),
    library(
      "Exports",
      [
        "Quantities", "Documents", "Wording", "Sites", "PlanningModel", "Planning", "Clusters",
        "Optimization",
        "Studies", "Results", "GDAL",
      ]),
    .target(
      name: "Views",
      dependencies: [
        "Quantities", "Documents", "Wording", "Sites", "PlanningModel", "Planning", "Clusters",
        "Optimization",
        "Studies", "Results", "Rsvg",
      ],
      resources: [.embedInCode("Page/Assets")], swiftSettings: strict),
    library(
      "Reports",
      [
        "Quantities", "Documents", "Wording", "Sites", "PlanningModel", "Planning", "Clusters",
        "Optimization",
        "Studies", "Results", "Exports", "Views", "GDAL",
      ]),
    library(
      "Workflows",
      [
        "Quantities", "Documents", "Scenarios", "Geodata", "Sites", "PlanningModel", "Planning", "Clusters",
        "Optimization", "Studies",
        "Wording", "Results", "Exports", "Views", "Reports", "BoundProof", "SolutionFiles",
      ]),
    .executableTarget(
      name: "arpent",
      dependencies: [
        "Workflows", "GLPKSolver", "Optimization", "Wording", "Results", "Exports", "Views", "Reports",
        "Studies", "Documents", "Quantities",
        argumentParser,
      ],
      swiftSettings: strict),

    // Measuring.
    .executableTarget(
      name: "solve-mps", dependencies: ["GLPK", "GLPKSolver", "Optimization"],
      path: "Benchmarks/solve/solve-mps", swiftSettings: strict),
    .executableTarget(
      name: "size-many", dependencies: ["Clusters", "Quantities", "Scenarios"],
      path: "Benchmarks/size/size-many", swiftSettings: strict),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: [
        "Quantities", "Optimization", "GLPK", "GLPKSolver", "Clusters", "Sites", "PlanningModel", "Planning",
        "Wording", "Results", "Exports", "Views", "Reports",
      ],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("DocumentsTests", ["Documents"]),
    tests("GLPKTests", ["Quantities", "GLPK", "CGLPK", "CGLPKGuard"]),
    tests("GDALTests", ["Quantities", "GDAL"]),
    tests("RsvgTests", ["Rsvg", "GDAL"]),
    tests("GEOSTests", ["GEOS"]),
    tests("OptimizationTests", ["Optimization", "TestSupport"]),
    tests("BoundProofTests", ["Quantities", "BoundProof", "Optimization", "GLPK"]),
    tests("SolutionFilesTests", ["SolutionFiles", "Optimization"], exclude: ["Recorded"]),
    tests(
      "GLPKSolverTests",
      ["Quantities", "GLPKSolver", "GLPK", "Optimization", "BoundProof", "TestSupport"]),
    tests("ClustersTests", ["Clusters", "Quantities", "Documents"]),
    tests("StudiesTests", ["Studies", "Quantities"]),
    tests(
      "SitingTests",
      [
        "Sites", "PlanningModel", "Planning", "Clusters", "Quantities", "Optimization", "GLPKSolver",
        "TestSupport",
      ]),
    tests("GeodataTests", ["Geodata", "Sites", "Quantities", "GDAL", "GEOS"]),
    tests(
      "ScenariosTests",
      [
        "Scenarios", "Workflows", "Geodata", "Sites", "PlanningModel", "Planning", "Clusters", "Studies",
        "Quantities", "GLPKSolver",
        "Optimization",
        "TestSupport",
      ]),
    tests(
      "WorkflowsTests",
      [
        "Workflows", "Wording", "Results", "Exports", "Views", "Reports", "GLPKSolver", "Optimization",
        "Quantities", "GDAL", "TestSupport",
      ]),
    tests(
      "ReportsTests",
      [
        "Wording", "Results", "Exports", "Views", "Reports", "Scenarios", "Sites", "PlanningModel",
        "Planning", "Clusters", "Quantities",
        "Optimization", "Studies", "GDAL",
        "TestSupport",
      ],
      exclude: ["Golden"]),
    tests("ArpentTests", ["TestSupport"], exclude: ["Cases", "Golden", "Studies"]),
    tests("SourceTests", ["TestSupport"], exclude: ["Fixtures"]),
    tests("BrowserTests", ["TestSupport", "Wording", "Results", "Exports", "Views", "Reports"]),
    tests(
      "OracleTests",
      [
        "TestSupport", "Sites", "PlanningModel", "Planning", "Optimization", "GLPKSolver", "Scenarios",
        "Workflows", "Documents",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
