// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL
import Glibc

/// Knows a failure for one of a server that did not answer, which GDAL tells as one of the file, or not at
/// all.
enum ServerSilence {
  /// Words of libcurl and libpq.
  private static let words = [
    "Operation too slow", "timed out", "timeout expired", "Timeout was reached", "Connection timeout",
  ]

  /// How long the server was waited for, by what was said; nil where nothing was said of that.
  static func seconds(in messages: [GDALMessage]) -> Int? {
    guard let said = messages.first(where: { message in words.contains { message.text.contains($0) } }) else {
      return nil
    }
    // "Less than 10 bytes/sec transferred the last 30 seconds"
    if let start = said.text.firstRange(of: "the last ")?.upperBound,
      let seconds = Int(said.text[start...].prefix { $0.isNumber })
    {
      return seconds
    }
    return said.text.contains("connection to server") ? connectLimit : limit
  }

  /// How long the server was waited for where an opening took at least that long and nothing was said.
  static func seconds(opening path: String, took elapsed: Duration) -> Int? {
    guard path.contains("http://") || path.contains("https://") || path.contains("/vsicurl"), let limit,
      elapsed >= .seconds(limit)
    else { return nil }
    return limit
  }

  /// The limit that holds in this thread, in seconds.
  private static var limit: Int? {
    CStrings.copy(CPLGetConfigOption("GDAL_HTTP_LOW_SPEED_TIME", nil)).flatMap { Int($0) }
  }

  private static var connectLimit: Int? {
    threadOption("GDAL_HTTP_CONNECTTIMEOUT").flatMap { Int($0) }
      ?? CStrings.copy(getenv("PGCONNECT_TIMEOUT")).flatMap { Int($0) }
  }

  /// A connection string with the limit of this thread, which the library of the database does not know.
  static func limited(_ path: String) -> String {
    guard path.uppercased().hasPrefix("PG:"), !path.contains("connect_timeout"), !path.contains("://"),
      let seconds = threadOption("GDAL_HTTP_CONNECTTIMEOUT").flatMap({ Int($0) })
    else { return path }
    // Less than two seconds count as two there.
    return path + " connect_timeout=\(max(2, seconds))"
  }
}

extension GDALError {
  /// Says that it was the server.
  mutating func tellSilence(_ seconds: Int) {
    secondsWaited = seconds
    message = "the server did not answer within \(seconds) s"
    hint =
      "it may be overloaded or down: try again later, or let it take longer (GDAL_HTTP_LOW_SPEED_TIME and GDAL_HTTP_CONNECTTIMEOUT, "
      + "for PostgreSQL PGCONNECT_TIMEOUT, in seconds)"
  }
}
