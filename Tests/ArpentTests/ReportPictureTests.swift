// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FoundationXML
import TestSupport
import Testing

@Suite("Pictures of arpent report", .serialized)
struct ReportPictureTests {
  private static let names = ["map", "gpus", "power", "costs", "regions", "headroom", "basis", "search"]
  private let folder: TemporaryFolder
  private let plan: String

  init() throws {
    folder = try TemporaryFolder()
    plan = folder.path + "/plan"
    let run = try ArpentBinary.run(
      "plan", "models/scenarios/sovereign-compute.toml", "-o", plan, "--quiet")
    try #require(run.code == 0, "\(run.diagnostics)")
  }

  private func report(_ arguments: [String]) throws -> ArpentBinary.Run {
    try ArpentBinary.run(["report", plan] + arguments)
  }

  private func all(_ ending: String) -> [String] {
    Self.names.flatMap { ["--chart", "\($0)=\(folder.path)/\($0)\(ending)"] }
  }

  @Test(
    "Every picture is well-formed SVG that needs nothing else and is the same each time",
    arguments: ["en", "fr"])
  func vectors(language: String) throws {
    defer { folder.remove() }
    let run = try report(all(".svg") + ["--lang", language])
    #expect(
      run.code == 0 && run.output.isEmpty && !run.diagnostics.contains("no words in"), "\(run.diagnostics)")
    // A page is written only where one is asked for.
    #expect(folder.names == (Self.names.map { $0 + ".svg" } + ["plan"]).sorted())
    for name in Self.names {
      let file = folder.path + "/\(name).svg"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let drawing = try #require(SVGElements.read(Data(text.utf8)), "\(name) is not well-formed")
      let root = try #require(drawing.elements.first)
      #expect(root.name == "svg" && root.attributes["xmlns"] == "http://www.w3.org/2000/svg")
      #expect(root.attributes["xml:lang"] == language)
      #expect(!text.contains("var(") && !text.contains("url(") && !text.contains("@import"))
      for element in drawing.elements {
        #expect(!["script", "image", "use", "a", "foreignObject"].contains(element.name), "\(name)")
        #expect(
          !element.attributes.contains {
            $0.key.hasSuffix("href") || $0.key.hasPrefix("on") || $0.key == "src"
          },
          "\(name)")
      }
      // A reader who does not see it is shown what it shows.
      for id in (root.attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init) {
        let named = drawing.elements.first { $0.attributes["id"] == id }
        #expect(named.map { !$0.text.isEmpty } == true, "\(name): \(id)")
      }
      let before = FileManager.default.contents(atPath: file)
      #expect(try report(["--chart", "\(name)=\(file)", "--lang", language, "--force", "-q"]).code == 0)
      #expect(FileManager.default.contents(atPath: file) == before, "\(name)")
    }
  }

  @Test("Every picture as PNG has the width asked for and shows something, as GDAL reads it")
  func rasters() throws {
    defer { folder.remove() }
    #expect(try report(all(".png") + ["--width", "700", "-q"]).code == 0)
    #expect(try report(["--map", folder.path + "/usual.PNG", "-q"]).code == 0)
    var sums: Set<[Int]> = []
    for name in Self.names.map({ $0 + ".png" }) + ["usual.PNG"] {
      let read = try ShellRun.run("gdalinfo -json -mm -checksum '\(folder.path)/\(name)'")
      let info = try #require(
        JSONSerialization.jsonObject(with: Data(read.output.utf8)) as? [String: Any], "\(read.output)")
      let size = try #require(info["size"] as? [Int])
      #expect(info["driverShortName"] as? String == "PNG")
      #expect(size[0] == (name == "usual.PNG" ? 1_600 : 700) && size[1] > 100, "\(name): \(size)")
      let bands = try #require(info["bands"] as? [[String: Any]]).prefix(3)
      #expect(
        bands.contains { band in
          guard let low = band["computedMin"] as? Double, let high = band["computedMax"] as? Double else {
            return false
          }
          return high - low > 100
        }, "\(name) has one colour")
      sums.insert(bands.compactMap { $0["checksum"] as? Int })
    }
    #expect(sums.count == Self.names.count + 1)
  }

  /// The fields of a line of CSV.
  private static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test("Parts of the bars of costs are as long as costs.csv says")
  func costs() throws {
    defer { folder.remove() }
    let file = folder.path + "/costs.svg"
    #expect(try report(["--chart", "costs=\(file)", "-q"]).code == 0)
    let drawing = try #require(SVGElements.read(FileManager.default.contents(atPath: file) ?? Data()))
    let table = try String(contentsOfFile: plan + "/costs.csv", encoding: .utf8).split(separator: "\n").map(
      Self.fields)
    let head = try #require(table.first)
    let columns = ["connection", "it", "shell", "energy", "fixed_om", "penalties"]
    func amounts(_ row: [String]) throws -> [Double] {
      try columns.map { Double(row[try #require(head.firstIndex(of: "\($0)_eur"))]) ?? 0 }
    }
    // Each part stands in a group whose title begins with the name of its row.
    var drawn: [(row: String, part: Int, width: Double)] = []
    for (before, element) in zip(drawing.elements, drawing.elements.dropFirst()) {
      guard element.name == "rect", before.name == "title",
        let part = element.attributes["class"]?.split(separator: "-").last.flatMap({ Int($0) }),
        let width = element.attributes["width"].flatMap({ Double($0) })
      else { continue }
      drawn.append((before.text, part - 1, width))
    }
    let rows = table.dropFirst()
    let whole = try amounts(try #require(rows.first { $0[0] == "plan" }))
    // Pixels of an amount, from the widest part of all.
    let widest = try #require(drawn.max { $0.width < $1.width })
    let scale = widest.width / whole[widest.part]
    var counted = 0
    for row in rows {
      let own = drawn.filter { entry in
        row[0] == "plan" ? entry.row.hasPrefix("All,") : entry.row.hasPrefix(row[2].prefix(20))
      }
      for (part, amount) in try amounts(row).enumerated() {
        let width = own.filter { $0.part == part }.reduce(0) { $0 + $1.width }
        // A tenth of a pixel is what is written.
        #expect(abs(width - amount * scale) < 0.11, "\(row[2]) \(columns[part]): \(width), \(amount * scale)")
      }
      counted += own.count
    }
    #expect(rows.count > 2 && counted == drawn.count)
  }

  @Test("What is wrong with the request is reported together, with the nearest name, and nothing is written")
  func requests() throws {
    defer { folder.remove() }
    let path = folder.path
    let run = try report([
      "--chart", "cost=\(path)/a.svg", "--chart", "gpus=\(path)/a.gif", "--chart", "power=", "--chart",
      "nonsense",
      "--map", "\(path)/b.svg", "--chart", "basis=\(path)/../\((path as NSString).lastPathComponent)/b.svg",
      "--width", "99",
    ])
    #expect(run.code == 65 && run.output.isEmpty)
    for words in [
      "did you mean 'costs'?", "a.gif': a picture is written as .svg or .png", "'power='", "'nonsense'",
      "named twice", "100 to 8000",
    ] {
      #expect(run.diagnostics.contains(words), "\(words): \(run.diagnostics)")
    }
    for (width, code) in [("100", 0), ("8001", 65), ("-5", 65), ("0", 65)] as [(String, Int32)] {
      let run = try report(["--chart", "basis=\(path)/w.png", "--width", width, "--force"])
      #expect(run.code == code, "\(width): \(run.diagnostics)")
    }
    try FileManager.default.removeItem(atPath: path + "/w.png")
    // Page and picture cannot be one file.
    let one = try report(["-o", "\(path)/p.svg", "--map", "\(path)/./p.svg", "--force"])
    #expect(one.code == 65 && one.diagnostics.contains("named twice"), "\(one.diagnostics)")
    #expect(folder.names == ["plan"])
  }

  @Test("A plan with nothing to draw says so for each picture, writes none, and still has its map and page")
  func nothing() throws {
    defer { folder.remove() }
    let none = folder.path + "/none"
    let made = try ArpentBinary.run(
      "plan", "Tests/ArpentTests/Scenarios/mistral-18000.toml", "--set", "demand.gpus.2028=5000000", "-o",
      none, "-q")
    try #require(made.code == 3, "\(made.diagnostics)")
    let run = try ArpentBinary.run(["report", none, "-o", folder.path + "/p.html"] + all(".svg"))
    #expect(run.code == 65 && run.diagnostics.contains("infeasible"), "\(run.diagnostics)")
    for name in Self.names.dropFirst().dropLast() {
      #expect(run.diagnostics.contains("'\(name)'"), "\(run.diagnostics)")
    }
    #expect(folder.names == ["none", "plan"])
    let map = try ArpentBinary.run("report", none, "--map", folder.path + "/map.svg")
    #expect(map.code == 0 && folder.names == ["map.svg", "none", "plan"], "\(map.diagnostics)")
  }
}

/// The elements of an SVG file as an XML parser gives them, in order.
private final class SVGElements: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]
    var text = ""
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []

  /// The elements; nil for what is not well-formed.
  static func read(_ data: Data) -> SVGElements? {
    let reader = SVGElements()
    let parser = XMLParser(data: data)
    parser.delegate = reader
    return parser.parse() ? reader : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let index = open.last { elements[index].text += text }
  }
}
