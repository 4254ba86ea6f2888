// SPDX-License-Identifier: GPL-3.0-or-later

import CRsvg

/// A picture that could not be drawn.
public struct RsvgError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What the library said.
  public var description: String
}

/// An SVG drawing as pixels, drawn by librsvg (LGPL-2.1-or-later) and cairo.
public enum DrawnPicture {
  /// Widest and highest picture that cairo draws, in pixels.
  public static let sizeLimit = 32_767

  /// Versions of the libraries that are loaded.
  public static var versions: [(name: String, version: String)] {
    [
      ("librsvg", "\(rsvg_major_version).\(rsvg_minor_version).\(rsvg_micro_version)"),
      ("cairo", String(cString: cairo_version_string())),
    ]
  }

  /// Draws a drawing as a PNG file. The same libraries and fonts give the same bytes.
  ///
  /// - Parameters:
  ///   - svg: The drawing as the text of an SVG file with a size in pixels.
  ///   - width: Width of the picture in pixels; its height follows from the drawing.
  /// - Returns: The bytes of the file.
  /// - Throws: `RsvgError` for what is no drawing, has no size, or would be too large.
  public static func png(svg: String, width: Int) throws(RsvgError) -> [UInt8] {
    let handle = try open(svg)
    defer { g_object_unref(UnsafeMutableRawPointer(handle)) }
    var (ownWidth, ownHeight) = (0.0, 0.0)
    guard rsvg_handle_get_intrinsic_size_in_pixels(handle, &ownWidth, &ownHeight) != 0, ownWidth > 0,
      ownHeight > 0
    else { throw RsvgError(description: "the drawing has no size in pixels") }
    let height = (Double(width) * ownHeight / ownWidth).rounded()
    guard width > 0, width <= sizeLimit, height >= 1, height <= Double(sizeLimit) else {
      throw RsvgError(description: "a picture is 1 to \(sizeLimit) pixels wide and high")
    }
    // 0 is CAIRO_FORMAT_ARGB32.
    let surface = cairo_image_surface_create(0, Int32(width), Int32(height))
    defer { cairo_surface_destroy(surface) }
    try check(cairo_surface_status(surface))
    let context = cairo_create(surface)
    defer { cairo_destroy(context) }
    var box = RsvgRectangle(x: 0, y: 0, width: Double(width), height: height)
    var error: UnsafeMutablePointer<GError>?
    guard rsvg_handle_render_document(handle, context, &box, &error) != 0 else { throw failure(error) }
    return try bytes(of: surface)
  }

  private static func open(_ svg: String) throws(RsvgError) -> OpaquePointer {
    var error: UnsafeMutablePointer<GError>?
    let bytes = Array(svg.utf8)
    guard let handle = rsvg_handle_new_from_data(bytes, bytes.count, &error) else { throw failure(error) }
    return handle
  }

  private static func bytes(of surface: OpaquePointer?) throws(RsvgError) -> [UInt8] {
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { target in
      cairo_surface_write_to_png_stream(
        surface,
        { closure, data, length in
          guard let closure, let data else { return 0 }
          closure.assumingMemoryBound(to: [UInt8].self).pointee.append(
            contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
          return 0
        }, target)
    }
    try check(status)
    return bytes
  }

  private static func check(_ status: Int32) throws(RsvgError) {
    // 0 is CAIRO_STATUS_SUCCESS.
    guard status == 0 else { throw RsvgError(description: String(cString: cairo_status_to_string(status))) }
  }

  /// The library's words, which are released.
  private static func failure(_ error: UnsafeMutablePointer<GError>?) -> RsvgError {
    guard let error else { return RsvgError(description: "the drawing cannot be drawn") }
    defer { g_error_free(error) }
    return RsvgError(description: error.pointee.message.map { String(cString: $0) } ?? "no words")
  }
}
