// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import GLPK

@Suite struct MathProgTests {
  /// The knapsack of `SmallProblems` in MathProg, with its data apart and statements after `solve`.
  static let model = """
    set ITEMS;
    param value{ITEMS} >= 0;
    param weight{ITEMS} >= 0;
    param capacity;
    var take{ITEMS} binary;
    maximize worth: sum{i in ITEMS} value[i] * take[i];
    subject to fits: sum{i in ITEMS} weight[i] * take[i] <= capacity;
    solve;
    printf "worth %g\\n", worth;
    for {i in ITEMS: take[i] > 0.5} printf "take %s\\n", i;
    end;

    """
  static let data = """
    data;
    set ITEMS := a b c d;
    param : value weight := a 10 5  b 13 6  c 7 4  d 8 3;
    param capacity := 10;
    end;

    """

  private func withFiles<Result>(
    model: String = Self.model, data: String = Self.data, _ block: (String, String) throws -> Result
  ) throws -> Result {
    try withTemporaryDirectory { directory in
      let files = [("knapsack.mod", model), ("knapsack.dat", data)].map { name, text in
        (directory.appending(path: name), text)
      }
      for (url, text) in files { try Data(text.utf8).write(to: url) }
      return try block(files[0].0.path, files[1].0.path)
    }
  }

  @Test func modelAndDataGiveTheOptimumAndTheReport() throws {
    var lines: [String] = []
    try withFiles { model, data in
      try Environment.run(output: { lines.append($0) }) { environment in
        try environment.withTranslator { translator in
          try translator.readModel(model)
          try translator.readData(data)
          try translator.generate()
          try environment.withProblem { problem in
            try translator.build(&problem)
            #expect(problem.columnCount == 4)
            #expect(try problem.columnName(1) == "take[b]")
            #expect(try problem.name() == "knapsack")
            var parameters = IntegerParameters()
            parameters.presolve = true
            #expect(try problem.branchAndBound(parameters).objective == 21)
            try translator.postsolve(problem, integer: true)
          }
        }
      }
    }
    #expect(lines.suffix(4).contains("worth 21"))
    #expect(lines.contains("take b") && lines.contains("take d"))
    #expect(!lines.contains("take a"))
  }

  @Test func reportCanGoToAFile() throws {
    var lines: [String] = []
    let report = try withFiles { model, data in
      let path = model + ".out"
      try Environment.run(output: { lines.append($0) }) { environment in
        try environment.withTranslator { translator in
          try translator.readModel(model)
          try translator.readData(data)
          try translator.generate(outputPath: path)
          try environment.withProblem { problem in
            try translator.build(&problem)
            _ = try problem.simplex()
            _ = try problem.branchAndBound()
            try translator.postsolve(problem, integer: true)
          }
        }
      }
      return try String(contentsOfFile: path, encoding: .utf8)
    }
    #expect(report == "worth 21\ntake b\ntake d\n")
    #expect(!lines.contains("worth 21"))
  }

  @Test func basicSolutionCanBeReportedToo() throws {
    var lines: [String] = []
    try withFiles { model, data in
      try Environment.run(output: { lines.append($0) }) { environment in
        try environment.withTranslator { translator in
          try translator.setSeed(7)
          try translator.readModel(model)
          try translator.readData(data)
          try translator.generate()
          try environment.withProblem { problem in
            try translator.build(&problem)
            _ = try problem.simplex()
            try translator.postsolve(problem, integer: false)
          }
        }
      }
    }
    // Best ratio first: d, b, then a fifth of a: 8 + 13 + 2.
    #expect(lines.contains("worth 23"))
  }

  @Test func stepsOutOfOrderAreRefused() throws {
    try withFiles { model, data in
      try Environment.run { environment in
        try environment.withProblem { problem in
          try environment.withTranslator { translator in
            #expect(throws: GLPKError.self) { try translator.readData(data) }
            #expect(throws: GLPKError.self) { try translator.generate() }
            #expect(throws: GLPKError.self) { try translator.build(&problem) }
            #expect(throws: GLPKError.self) { try translator.postsolve(problem, integer: true) }
            try translator.readModel(model)
            #expect(throws: GLPKError.self) { try translator.readModel(model) }
            #expect(throws: GLPKError.self) { try translator.setSeed(1) }
            try translator.readData(data)
            try translator.generate()
            #expect(throws: GLPKError.self) { try translator.generate() }
            #expect(throws: GLPKError.self) { try translator.readData(data) }
            try translator.build(&problem)
            // No solution yet, then a problem of another size.
            #expect(throws: GLPKError.self) { try translator.postsolve(problem, integer: true) }
            try problem.load(SmallProblems.manual)
            _ = try problem.simplex()
            #expect(throws: GLPKError.self) { try translator.postsolve(problem, integer: false) }
            try translator.build(&problem)
            _ = try problem.simplex()
            try translator.postsolve(problem, integer: false)
            #expect(throws: GLPKError.self) { try translator.postsolve(problem, integer: false) }
          }
        }
      }
    }
  }

  /// Text that replaces the model or the data, and a word of the message.
  static let faults: [(model: String, data: String, word: String)] = [
    ("param x; var y >= 0 minimize z: y; end;\n", data, "syntax error"),
    (model, "data; set ITEMS := a; param nothing := 3; end;\n", "nothing"),
    (model, "data; set ITEMS := a; param : value weight := a -10 5; param capacity := 1; end;\n", "value"),
    (model, "data; set ITEMS := a b; param : value weight := a 1 5; param capacity := 1; end;\n", "no value"),
  ]

  @Test(arguments: faults) func faultsAreErrorsWithTheTranslatorsWords(
    _ fault: (model: String, data: String, word: String)
  ) throws {
    try withFiles(model: fault.model, data: fault.data) { model, data in
      try Environment.run { environment in
        try environment.withTranslator { translator in
          let error = #expect(throws: GLPKError.self) {
            try translator.readModel(model)
            try translator.readData(data)
            try translator.generate()
          }
          #expect(error.map { "\($0)".contains(fault.word) } == true, "\(String(describing: error))")
          // What failed once would end the process if it went on.
          #expect(throws: GLPKError.self) { try translator.generate() }
          #expect(throws: GLPKError.self) { try translator.readModel(model) }
        }
        try environment.withProblem { problem in try problem.load(SmallProblems.manual) }
      }
    }
  }

  @Test func missingFilesAreErrors() throws {
    try Environment.run { environment in
      try environment.withTranslator { translator in
        let error = #expect(throws: GLPKError.self) { try translator.readModel("/nowhere/at/all.mod") }
        #expect(error.map { "\($0)".contains("No such file") } == true)
      }
    }
  }
}
