// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPKGuard

/// A node that is still to be explored.
public struct SearchNode: Sendable, Equatable {
  /// Reference number, for ``SearchTree/select(node:)``.
  public let number: Int
  /// Depth below the root.
  public let level: Int
  /// Best bound of the subtree; nil while no relaxation above it is solved.
  public let bound: Double?
}

extension SearchTree {
  /// All nodes still to be explored, in the order of their creation.
  public func activeNodes() throws -> [SearchNode] {
    var nodes: [SearchNode] = []
    var number = try next(after: 0)
    while number != 0 {
      let current = number
      var state = glpguard_node()
      try call("glp_ios_node_level") { glpguard_tree_node($0, $1, current, &state) }
      let bound = state.bound.magnitude < .greatestFiniteMagnitude ? state.bound : nil
      nodes.append(SearchNode(number: Int(current), level: Int(state.level), bound: bound))
      number = try next(after: current)
    }
    return nodes
  }

  /// Chooses the node to explore next.
  ///
  /// - Parameter node: Number of an active node.
  /// - Throws: ``GLPKError`` outside the event ``Event/selection``, for a node that is not active, and for a
  ///   second choice.
  public func select(node: Int) throws {
    let routine = "glp_ios_select_node"
    try require([.selection], for: routine)
    guard try isActive(node), let number = Int32(exactly: node) else {
      throw GLPKError.invalidArgument(routine: routine, reason: "node \(node) is not active")
    }
    try driver.chooseOnce(routine)
    try call(routine) { glpguard_tree_select($0, $1, number) }
  }

  private func isActive(_ node: Int) throws -> Bool {
    var number = try next(after: 0)
    while number != 0 {
      if Int(number) == node { return true }
      number = try next(after: number)
    }
    return false
  }

  private func next(after node: Int32) throws -> Int32 {
    var next: Int32 = 0
    try call("glp_ios_next_node") { glpguard_tree_next($0, $1, node, &next) }
    return next
  }
}
