// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import GDAL

@Suite("Servers that do not answer")
struct ServerSilenceTests {
  @Test("The usual limit is 30 s, a thread may have another, and the opening that took it is reported")
  func limits() {
    GDALRuntime.register()
    let address = "/vsizip//vsicurl/http://127.0.0.1/x.zip"
    #expect(ServerSilence.seconds(opening: address, took: .seconds(31)) == 30)
    #expect(ServerSilence.seconds(opening: address, took: .seconds(29)) == nil)
    #expect(ServerSilence.seconds(opening: "/data/x.zip", took: .seconds(31)) == nil)
    GDALRuntime.withServerLimit(seconds: 2) {
      #expect(ServerSilence.seconds(opening: address, took: .seconds(3)) == 2)
      #expect(ServerSilence.limited("PG:host=a dbname=b") == "PG:host=a dbname=b connect_timeout=2")
      #expect(ServerSilence.limited("PG:host=a connect_timeout=9") == "PG:host=a connect_timeout=9")
      #expect(ServerSilence.limited("/data/a.gpkg") == "/data/a.gpkg")
    }
    #expect(ServerSilence.limited("PG:host=a dbname=b") == "PG:host=a dbname=b")
  }

  @Test("What libcurl and libpq say of it is known, and nothing else is taken for it")
  func words() {
    func error(_ text: String) -> GDALError {
      let said = [GDALMessage(severity: .failure, code: 1, text: text)]
      return GDALError(.openFailed, function: "GDALOpenEx", at: .nowhere, said: said)
    }
    let slow = error("Operation too slow. Less than 10 bytes/sec transferred the last 7 seconds")
    #expect(slow.secondsWaited == 7 && slow.message == "the server did not answer within 7 s")
    #expect(slow.hint?.contains("GDAL_HTTP_LOW_SPEED_TIME") == true)
    #expect(error("Connection timed out after 30001 milliseconds").secondsWaited == 30)
    #expect(error("HTTP error code : 404").secondsWaited == nil)
  }
}
