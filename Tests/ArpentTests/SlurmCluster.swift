// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import TestSupport

/// A Slurm cluster of one node, this machine, in a temporary folder: real daemons of Debian's `slurm-wlm`
/// with their own ports and key, which need no service manager and no control groups.
final class SlurmCluster {
  /// Whether the daemons are there.
  static let isInstalled = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "scontrol"]
    .allSatisfy {
      ShellRun.has($0)
    }

  private let folder: TemporaryFolder
  /// The daemons in the order in which they were started.
  private var daemons: [pid_t] = []

  /// What commands need to find the cluster.
  var environment: [String: String] { ["SLURM_CONF": folder.path + "/slurm.conf"] }

  /// Starts a cluster and waits until its node takes jobs.
  init() throws {
    folder = try TemporaryFolder()
    do {
      try start()
    } catch {
      stop()
      throw error
    }
  }

  private func start() throws {
    let place = folder.path
    // The daemons read the folder of the key from its root.
    _ = try command(
      "mkdir -p state spool munge && chmod 755 . munge && umask 077 && head -c 1024 /dev/urandom > munge/key")
    try folder.write("slurm.conf", try settings())
    try daemon(
      "munged --foreground --force --key-file=\(place)/munge/key --socket=\(place)/munge/socket "
        + "--pid-file=\(place)/munge/pid --log-file=\(place)/munge/log --seed-file=\(place)/munge/seed")
    try wait("munged") { FileManager.default.fileExists(atPath: place + "/munge/socket") }
    try daemon("slurmctld -D")
    try daemon("slurmd -D")
    try wait("an idle node") { try command("sinfo --noheader --format=%T").output.contains("idle") }
  }

  private func settings() throws -> String {
    let host = ProcessInfo.processInfo.hostName.split(separator: ".").first.map(String.init) ?? "localhost"
    let name = try command("hostname -s").output.trimmingCharacters(in: .whitespacesAndNewlines)
    let node = name.isEmpty ? host : name
    let user = try command("id -un").output.trimmingCharacters(in: .whitespacesAndNewlines)
    let ports = try Self.freePorts(2)
    return """
      ClusterName=arpent
      SlurmctldHost=\(node)(127.0.0.1)
      SlurmctldPort=\(ports[0])
      SlurmdPort=\(ports[1])
      SlurmUser=\(user)
      SlurmdUser=\(user)
      AuthType=auth/munge
      AuthInfo=socket=\(folder.path)/munge/socket
      StateSaveLocation=\(folder.path)/state
      SlurmdSpoolDir=\(folder.path)/spool
      SlurmctldPidFile=\(folder.path)/slurmctld.pid
      SlurmdPidFile=\(folder.path)/slurmd.pid
      SlurmctldLogFile=\(folder.path)/slurmctld.log
      SlurmdLogFile=\(folder.path)/slurmd.log
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      SwitchType=switch/none
      MpiDefault=none
      SelectType=select/cons_tres
      SelectTypeParameters=CR_CPU
      SchedulerParameters=sched_interval=1,batch_sched_delay=1,bf_interval=1
      JobAcctGatherType=jobacct_gather/none
      AccountingStorageType=accounting_storage/none
      SlurmdParameters=config_overrides
      ReturnToService=2
      NodeName=\(node) NodeAddr=127.0.0.1 CPUs=4 RealMemory=1000 State=UNKNOWN
      PartitionName=test Nodes=ALL Default=YES MaxTime=INFINITE State=UP

      """
  }

  /// Ports that nobody listens on, all different.
  private static func freePorts(_ count: Int) throws -> [UInt16] {
    let sockets = (0..<count).map { _ in socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
    defer { for socket in sockets { close(socket) } }
    return sockets.map { socket in
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = bind(socket, $0, length)
          _ = getsockname(socket, $0, &length)
        }
      }
      return UInt16(bigEndian: address.sin_port)
    }
  }

  /// Runs command lines in the folder of the cluster.
  @discardableResult
  func command(_ lines: String) throws -> (code: Int32, output: String) {
    try ShellRun.run(lines, directory: folder.path, environment: environment)
  }

  /// Starts a daemon that is no child of the test and holds none of its open files: a test that waits for a
  /// program of its own would otherwise wait for the daemon too.
  private func daemon(_ line: String) throws {
    let detached = """
      for file in /proc/self/fd/*; do
        file=${file##*/}
        if [ "$file" -gt 2 ] && [ "$file" -ne 255 ]; then eval "exec $file>&-"; fi
      done
      setsid \(line) >> daemons.log 2>&1 < /dev/null &
      echo $! > pid
      """
    try folder.write("daemon.sh", detached)
    _ = try command("bash daemon.sh")
    let text = try String(contentsOfFile: folder.path + "/pid", encoding: .utf8)
    guard let process = pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Failure(description: "Slurm: \(line) cannot be started")
    }
    daemons.append(process)
  }

  /// Waits until something is so.
  ///
  /// - Throws: `Failure` with what the daemons said when it does not come about within a minute.
  func wait(_ what: String, until isSo: () throws -> Bool) throws {
    for _ in 0..<600 {
      if try isSo() { return }
      Thread.sleep(forTimeInterval: 0.1)
    }
    let said = try command("tail -n 20 *.log munge/log; squeue; sinfo").output
    throw Failure(description: "Slurm: no \(what) after a minute\n\(said)")
  }

  /// Waits until no job is left.
  func waitForJobs() throws {
    try wait("end of the jobs") {
      // A job that was put back would wait for two minutes.
      _ = try command(
        "squeue --noheader --array --states=PENDING --format='%i %r' | while read job reason; do "
          + "[ \"$reason\" != BeginTime ] || scontrol update JobId=$job StartTime=now; done")
      let queue = try command("squeue --noheader")
      return queue.code == 0 && queue.output.isEmpty
    }
  }

  /// Something that does not come about.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Ends the daemons and what they run, and removes the folder.
  func stop() {
    if daemons.count > 1 { _ = try? command("scancel --state=PENDING; scancel --state=RUNNING") }
    for daemon in daemons.reversed() {
      kill(daemon, SIGTERM)
      for _ in 0..<100 {
        if kill(daemon, 0) != 0 { break }
        Thread.sleep(forTimeInterval: 0.05)
      }
      kill(daemon, SIGKILL)
    }
    daemons = []
    folder.remove()
  }
}
