// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// What libFuzzer calls with every input. The time of the processor is counted, as on a busy machine that of
/// the wall says nothing.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let start = processorSeconds()
  examine([UInt8](UnsafeBufferPointer(start: bytes, count: count)))
  let seconds = processorSeconds() - start
  guard seconds < 1 else { fatalError("\(count) bytes took \(seconds) s") }
  return 0
}

private func processorSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
