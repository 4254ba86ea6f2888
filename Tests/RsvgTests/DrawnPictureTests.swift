// SPDX-License-Identifier: GPL-3.0-or-later

import GDAL
import Rsvg
import Testing

@Suite("Drawings as pixels")
struct DrawnPictureTests {
  private let halves = """
    <svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><style>.a { fill: #0072b2 }</style>
    <rect class="a" width="10" height="10"/><rect x="10" fill="#e69f00" width="10" height="10"/></svg>
    """

  @Test("GDAL reads back the size and the colours of a drawing")
  func colours() throws {
    let png = try DrawnPicture.png(svg: halves, width: 200)
    let path = "/vsimem/drawn-picture-tests/halves.png"
    try VirtualFile.write(png, to: path)
    defer { VirtualFile.remove(path) }
    let raster = try Dataset.open(path)
    #expect(try raster.rasterSize() == (200, 100))
    for (column, colour) in [(20, [0x00, 0x72, 0xB2]), (180, [0xE6, 0x9F, 0x00])] {
      for (band, part) in colour.enumerated() {
        let pixel = RasterWindow(column: column, row: 50, width: 1, height: 1)
        #expect(try raster.band(band + 1).doubles(in: pixel) == [Double(part)])
      }
    }
  }

  @Test("The same drawing gives the same bytes")
  func same() throws {
    #expect(try DrawnPicture.png(svg: halves, width: 64) == DrawnPicture.png(svg: halves, width: 64))
  }

  @Test("What is no drawing, has no size or is too large is refused in words")
  func refused() {
    #expect(throws: RsvgError.self) { try DrawnPicture.png(svg: "no drawing", width: 10) }
    #expect(throws: RsvgError.self) { try DrawnPicture.png(svg: "", width: 10) }
    for width in [0, -5, DrawnPicture.sizeLimit + 1] {
      #expect(throws: RsvgError.self) { try DrawnPicture.png(svg: halves, width: width) }
    }
    let flat = #"<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="1"/>"#
    #expect(throws: RsvgError.self) { try DrawnPicture.png(svg: flat, width: 2) }
  }
}
