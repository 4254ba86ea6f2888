# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors a person can act on."""


class BuildError(Exception):
    """What went wrong, where, and what to do."""
