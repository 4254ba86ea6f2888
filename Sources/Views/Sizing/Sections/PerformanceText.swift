// SPDX-License-Identifier: GPL-3.0-or-later

import Clusters
import Quantities

/// Peak rates, memory and bandwidth of a cluster.
struct PerformanceText {
  var performance: ClusterPerformance
  var bandwidth: ClusterBandwidth

  var text: String {
    func eflops(_ pflops: Double?) -> String {
      pflops.map { NumberText.grouped($0 / 1_000, decimals: 2) } ?? "not published"
    }
    var out = "Performance, peak: published per GPU x GPUs\n"
    out += TextTable(
      columns: [
        TextTable.Column("EFLOPS"), TextTable.Column("dense", .right),
        TextTable.Column("with 2:4 sparsity", .right),
      ],
      rows: [
        ["FP4", eflops(performance.fp4DensePFLOPS), eflops(performance.fp4SparsePFLOPS)],
        ["FP8", eflops(performance.fp8DensePFLOPS), eflops(performance.fp8SparsePFLOPS)],
        ["BF16", eflops(performance.bf16DensePFLOPS), eflops(performance.bf16SparsePFLOPS)],
        ["FP64", eflops(performance.fp64TFLOPS.map { $0 / 1_000 }), "-"],
      ]
    ).text(indent: 2)
    out += "\n"
    func row(_ name: String, _ value: Double?, _ unit: String) -> [String] {
      [name, value.map { NumberText.grouped($0, decimals: 0) } ?? "-", value == nil ? "not published" : unit]
    }
    out += SizingPage.lines([
      row("GPU memory, usable", performance.usableMemoryTB, "TB"),
      row("GPU memory, as advertised", performance.marketedMemoryTB, "TB"),
      row("GPU memory bandwidth", bandwidth.memoryTBPerS, "TB/s"),
      row("NVLink, both directions", bandwidth.nvlinkTBPerS, "TB/s"),
      row("into the compute fabric, each direction", bandwidth.injectionTbitPerS, "Tbit/s"),
    ])
    return out + "\n"
  }
}
