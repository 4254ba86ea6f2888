// SPDX-License-Identifier: GPL-3.0-or-later

import CGDAL

/// Runs `body` with configuration options of GDAL set for this thread alone, and puts the former values back.
///
/// The process-wide setter is never used: it would reach into the work of other threads.
public func withThreadOptions<Result, Failure: Error>(
  _ options: OptionList, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
  guard !options.options.isEmpty else { return try body() }
  let former = options.options.map { option in
    (option.name, threadOption(option.name))
  }
  for option in options.options { CPLSetThreadLocalConfigOption(option.name, option.value) }
  defer {
    for (name, value) in former.reversed() { CPLSetThreadLocalConfigOption(name, value) }
  }
  return try body()
}

/// The value of a configuration option that is set for this thread alone; nil when none is.
func threadOption(_ name: String) -> String? { CStrings.copy(CPLGetThreadLocalConfigOption(name, nil)) }
