// SPDX-License-Identifier: GPL-3.0-or-later
// Guarded entry points of GLPK.
//
// GLPK ends the process on a wrong argument or a failed assertion. Every function here runs one GLPK routine, or one
// loop over a routine, below a `setjmp`, with GLPK's error hook set to jump back to it. A fatal error then becomes the
// status GLPGUARD_FATAL and a message, and the jump crosses nothing but C frames: a callback written in another language
// has always returned before a jump leaves the frame below it.
//
// Indices are GLPK's own, counted from 1, in scalar arguments; arrays of bounds, values and statuses are plain C arrays
// that start at 0. No argument is checked here: checks that give a useful message are the caller's part.

#ifndef ARPENT_CGLPKGUARD_H
#define ARPENT_CGLPKGUARD_H

#include <stdbool.h>
#include <stddef.h>

#if __has_include(<glpk.h>)
#include <glpk.h>
#else
#include <glpk/glpk.h>
#endif

#ifdef __cplusplus
extern "C" {
#endif

/// Outcome of a guarded call, apart from GLPK's own return code.
typedef enum glpguard_status {
  /// The routine returned.
  GLPGUARD_OK = 0,
  /// The routine met a fatal error; glpguard_message tells which. Every object of the scope is gone.
  GLPGUARD_FATAL = 1,
  /// The scope met a fatal error earlier; nothing was called.
  GLPGUARD_LOST = 2,
  /// The scope belongs to another thread; nothing was called.
  GLPGUARD_WRONG_THREAD = 3,
  /// A scope is already open on this thread.
  GLPGUARD_ALREADY_OPEN = 4,
  /// No memory for the scope or for the GLPK environment.
  GLPGUARD_NO_MEMORY = 5
} glpguard_status;

/// Use of GLPK by one thread, from open to close. One scope a thread at a time.
typedef struct glpguard_scope glpguard_scope;

/// Receives terminal output in pieces that need not be whole lines. Must not call GLPK.
typedef void (*glpguard_sink)(void *context, const char *text);

/// Receives control during branch and bound. May call guarded functions of the same scope.
typedef void (*glpguard_callback)(void *context, glp_tree *tree);

// Scope (scope.c)

/// Opens a scope on the calling thread. All terminal output goes to `sink`, nothing to the standard streams.
glpguard_status glpguard_open(glpguard_scope **scope, glpguard_sink sink, void *context);
/// Closes a scope on the thread that opened it; frees the thread's GLPK environment if the scope made it.
void glpguard_close(glpguard_scope *scope);
/// The message of the fatal error, an empty string when there was none.
const char *glpguard_message(const glpguard_scope *scope);
/// Whether a fatal error has ended the use of this scope.
bool glpguard_is_lost(const glpguard_scope *scope);
/// Limits the memory GLPK may allocate on this thread; passing the limit is a fatal error.
glpguard_status glpguard_limit_memory(glpguard_scope *scope, int mebibytes);
/// Memory blocks and bytes allocated by GLPK on this thread, now and at most.
glpguard_status glpguard_memory(
    glpguard_scope *scope, int *blocks, int *peak_blocks, size_t *bytes, size_t *peak_bytes);

// Problem objects (problem.c)

/// Sizes of a problem.
typedef struct glpguard_size {
  int rows, columns, entries, integers, binaries, direction;
} glpguard_size;

glpguard_status glpguard_create(glpguard_scope *scope, glp_prob **problem);
glpguard_status glpguard_copy(glpguard_scope *scope, glp_prob *source, bool names, glp_prob *destination);
glpguard_status glpguard_erase(glpguard_scope *scope, glp_prob *problem);
/// Deletes a problem; does nothing when the scope is lost, since the problem went with it.
void glpguard_delete(glpguard_scope *scope, glp_prob *problem);
glpguard_status glpguard_measure(glpguard_scope *scope, glp_prob *problem, glpguard_size *size);
glpguard_status glpguard_set_direction(glpguard_scope *scope, glp_prob *problem, int direction);
glpguard_status glpguard_add_rows(glpguard_scope *scope, glp_prob *problem, int count, int *first);
glpguard_status glpguard_add_columns(glpguard_scope *scope, glp_prob *problem, int count, int *first);
/// `numbers[0]` is not read; `numbers[1...count]` are deleted.
glpguard_status glpguard_delete_rows(
    glpguard_scope *scope, glp_prob *problem, int count, const int *numbers);
glpguard_status glpguard_delete_columns(
    glpguard_scope *scope, glp_prob *problem, int count, const int *numbers);
/// Sets bounds of `count` rows from number `first` on; infinite values mean none, equal ones a fixed row.
glpguard_status glpguard_set_row_bounds(
    glpguard_scope *scope, glp_prob *problem, int first, int count, const double *lower, const double *upper);
glpguard_status glpguard_set_column_bounds(
    glpguard_scope *scope, glp_prob *problem, int first, int count, const double *lower, const double *upper);
/// Missing bounds are given back as infinite values.
glpguard_status glpguard_get_row_bounds(
    glpguard_scope *scope, glp_prob *problem, int first, int count, double *lower, double *upper);
glpguard_status glpguard_get_column_bounds(
    glpguard_scope *scope, glp_prob *problem, int first, int count, double *lower, double *upper);
/// Sets objective coefficients; number 0 is the constant.
glpguard_status glpguard_set_objective(
    glpguard_scope *scope, glp_prob *problem, int first, int count, const double *coefficients);
glpguard_status glpguard_get_objective(
    glpguard_scope *scope, glp_prob *problem, int first, int count, double *coefficients);
/// Marks columns as integer or continuous. Never uses GLP_BV, which would silently reset bounds to 0 and 1.
glpguard_status glpguard_set_integer(
    glpguard_scope *scope, glp_prob *problem, int first, int count, const bool *integer);
glpguard_status glpguard_get_integer(
    glpguard_scope *scope, glp_prob *problem, int first, int count, bool *integer);

// Matrix (matrix.c)

/// Replaces the matrix and sorts its entries. Element 0 of the arrays is not read.
glpguard_status glpguard_load_matrix(
    glpguard_scope *scope, glp_prob *problem, int count, const int *rows, const int *columns,
    const double *values);
glpguard_status glpguard_set_row(
    glpguard_scope *scope, glp_prob *problem, int row, int count, const int *columns, const double *values);
glpguard_status glpguard_set_column(
    glpguard_scope *scope, glp_prob *problem, int column, int count, const int *rows, const double *values);
/// Element 0 of the arrays is not written.
glpguard_status glpguard_get_row(
    glpguard_scope *scope, glp_prob *problem, int row, int *count, int *columns, double *values);
glpguard_status glpguard_get_column(
    glpguard_scope *scope, glp_prob *problem, int column, int *count, int *rows, double *values);
glpguard_status glpguard_scale(glpguard_scope *scope, glp_prob *problem, int flags);
glpguard_status glpguard_unscale(glpguard_scope *scope, glp_prob *problem);
glpguard_status glpguard_get_scale(
    glpguard_scope *scope, glp_prob *problem, double *row_factors, double *column_factors);

// Names (names.c)

glpguard_status glpguard_set_problem_name(glpguard_scope *scope, glp_prob *problem, const char *name);
glpguard_status glpguard_set_objective_name(glpguard_scope *scope, glp_prob *problem, const char *name);
glpguard_status glpguard_set_row_name(glpguard_scope *scope, glp_prob *problem, int row, const char *name);
glpguard_status glpguard_set_column_name(
    glpguard_scope *scope, glp_prob *problem, int column, const char *name);
/// The name belongs to the problem and lives until it is changed; NULL for none.
glpguard_status glpguard_get_problem_name(glpguard_scope *scope, glp_prob *problem, const char **name);
glpguard_status glpguard_get_objective_name(glpguard_scope *scope, glp_prob *problem, const char **name);
glpguard_status glpguard_get_row_name(
    glpguard_scope *scope, glp_prob *problem, int row, const char **name);
glpguard_status glpguard_get_column_name(
    glpguard_scope *scope, glp_prob *problem, int column, const char **name);

// Bases (basis.c)

/// How to make a first basis.
typedef enum glpguard_start { GLPGUARD_STANDARD, GLPGUARD_ADVANCED, GLPGUARD_BIXBY } glpguard_start;

glpguard_status glpguard_build_basis(glpguard_scope *scope, glp_prob *problem, glpguard_start start);
glpguard_status glpguard_set_basis(
    glpguard_scope *scope, glp_prob *problem, const int *row_statuses, const int *column_statuses);
glpguard_status glpguard_get_basis(
    glpguard_scope *scope, glp_prob *problem, int *row_statuses, int *column_statuses);
glpguard_status glpguard_warm_up(glpguard_scope *scope, glp_prob *problem, int *code);

// Linear programming (linear.c)

/// Status of a basic or interior-point solution.
typedef struct glpguard_solution {
  int status, primal_status, dual_status, iterations, ray;
  double objective;
} glpguard_solution;

glpguard_status glpguard_simplex(
    glpguard_scope *scope, glp_prob *problem, const glp_smcp *parameters, int *code);
glpguard_status glpguard_exact(
    glpguard_scope *scope, glp_prob *problem, const glp_smcp *parameters, int *code);
glpguard_status glpguard_interior(
    glpguard_scope *scope, glp_prob *problem, const glp_iptcp *parameters, int *code);
glpguard_status glpguard_basic_solution(
    glpguard_scope *scope, glp_prob *problem, glpguard_solution *solution);
glpguard_status glpguard_interior_solution(
    glpguard_scope *scope, glp_prob *problem, glpguard_solution *solution);
/// Any array may be NULL.
glpguard_status glpguard_basic_values(
    glpguard_scope *scope, glp_prob *problem, double *row_primal, double *row_dual, double *column_primal,
    double *column_dual);
glpguard_status glpguard_interior_values(
    glpguard_scope *scope, glp_prob *problem, double *row_primal, double *row_dual, double *column_primal,
    double *column_dual);
/// Largest absolute and relative violation of one optimality condition (GLP_KKT_...) by one solution (GLP_SOL ...).
glpguard_status glpguard_check_conditions(
    glpguard_scope *scope, glp_prob *problem, int solution, int condition, double *absolute,
    double *relative);

// Integer programming (integer.c)

/// Runs branch and bound. `parameters->cb_func` and `cb_info` are replaced; a NULL callback gives none.
glpguard_status glpguard_intopt(
    glpguard_scope *scope, glp_prob *problem, const glp_iocp *parameters, glpguard_callback callback,
    void *context, int *code);
glpguard_status glpguard_integer_solution(
    glpguard_scope *scope, glp_prob *problem, glpguard_solution *solution);
/// Any array may be NULL.
glpguard_status glpguard_integer_values(
    glpguard_scope *scope, glp_prob *problem, double *row_values, double *column_values);

// Branch-and-bound tree, from inside the callback only (tree.c)

/// State of the search.
typedef struct glpguard_search {
  int reason, active, current, total, node, columns, rows, direction, solution_status;
  double incumbent;
} glpguard_search;

/// State of one node.
typedef struct glpguard_node {
  int level, parent;
  double bound;
} glpguard_node;

glpguard_status glpguard_tree_state(glpguard_scope *scope, glp_tree *tree, glpguard_search *search);
glpguard_status glpguard_tree_problem(glpguard_scope *scope, glp_tree *tree, glp_prob **problem);
glpguard_status glpguard_tree_node(glpguard_scope *scope, glp_tree *tree, int node, glpguard_node *state);
/// The active node with the best bound; `node` is 0 when there is none. Looks at every active node.
glpguard_status glpguard_tree_best(
    glpguard_scope *scope, glp_tree *tree, int *node, glpguard_node *state);
/// The active node after `node`, the first one for 0; 0 at the end.
glpguard_status glpguard_tree_next(glpguard_scope *scope, glp_tree *tree, int node, int *next);
/// Whether each column can be branched on.
glpguard_status glpguard_tree_fractional(glpguard_scope *scope, glp_tree *tree, bool *fractional);
glpguard_status glpguard_tree_branch(glpguard_scope *scope, glp_tree *tree, int column, int direction);
glpguard_status glpguard_tree_select(glpguard_scope *scope, glp_tree *tree, int node);
/// Element 0 of the arrays is not read. `type` is GLP_LO, GLP_UP or GLP_FX.
glpguard_status glpguard_tree_add_cut(
    glpguard_scope *scope, glp_tree *tree, int count, const int *columns, const double *values, int type,
    double bound);
glpguard_status glpguard_tree_add_row(
    glpguard_scope *scope, glp_tree *tree, int count, const int *columns, const double *values, double lower,
    double upper);
/// Element 0 of `values` is not read. `refused` is GLPK's answer.
glpguard_status glpguard_tree_offer(
    glpguard_scope *scope, glp_tree *tree, const double *values, int *refused);
glpguard_status glpguard_tree_terminate(glpguard_scope *scope, glp_tree *tree);

// Model files (files.c)

glpguard_status glpguard_read_mps(
    glpguard_scope *scope, glp_prob *problem, int format, const char *path, int *code);
glpguard_status glpguard_write_mps(
    glpguard_scope *scope, glp_prob *problem, int format, const char *path, int *code);
glpguard_status glpguard_read_lp(glpguard_scope *scope, glp_prob *problem, const char *path, int *code);
glpguard_status glpguard_write_lp(glpguard_scope *scope, glp_prob *problem, const char *path, int *code);
glpguard_status glpguard_read_glpk(glpguard_scope *scope, glp_prob *problem, const char *path, int *code);
glpguard_status glpguard_write_glpk(glpguard_scope *scope, glp_prob *problem, const char *path, int *code);

// GNU MathProg (mathprog.c)

glpguard_status glpguard_translator_create(glpguard_scope *scope, glp_tran **translator);
/// Deletes a translator; does nothing when the scope is lost.
void glpguard_translator_delete(glpguard_scope *scope, glp_tran *translator);
glpguard_status glpguard_translator_seed(glpguard_scope *scope, glp_tran *translator, int seed);
glpguard_status glpguard_translator_read_model(
    glpguard_scope *scope, glp_tran *translator, const char *path, bool skip_data, int *code);
glpguard_status glpguard_translator_read_data(
    glpguard_scope *scope, glp_tran *translator, const char *path, int *code);
/// Output of display statements goes to the file, or to the sink when `path` is NULL.
glpguard_status glpguard_translator_generate(
    glpguard_scope *scope, glp_tran *translator, const char *path, int *code);
glpguard_status glpguard_translator_build(
    glpguard_scope *scope, glp_tran *translator, glp_prob *problem);
glpguard_status glpguard_translator_postsolve(
    glpguard_scope *scope, glp_tran *translator, glp_prob *problem, int solution, int *code);

#ifdef __cplusplus
}
#endif

#endif
