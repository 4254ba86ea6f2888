# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the hand-kept tables. Every cell is a text; a column becomes numbers only where a layer says so."""
import csv
import decimal
import pathlib

from .errors import BuildError


class Number(str):
    """A number exactly as the table writes it, so that 20.6 stays 20.6 in the layer."""

    @classmethod
    def parse(cls, text: str, where: str) -> "Number":
        try:
            value = decimal.Decimal(text)
        except decimal.InvalidOperation:
            raise BuildError(f"{where}: '{text}' is not a number") from None
        if not value.is_finite():
            raise BuildError(f"{where}: '{text}' is not finite")
        return cls(format(value.normalize(), "f"))


def read(path: pathlib.Path) -> list[dict[str, str]]:
    """Rows of a table, in the order of the file."""
    try:
        with path.open(newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file, strict=True)
            rows = list(reader)
    except OSError as error:
        raise BuildError(f"{path.name}: cannot be read ({error.strerror})") from None
    except csv.Error as error:
        raise BuildError(f"{path.name}: {error}") from None
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise BuildError(f"{path.name}, record {number}: the number of cells differs from the heading")
    return rows


def typed(row: dict[str, str], numbers: set[str], where: str) -> dict[str, str | Number | None]:
    """The row with empty cells as None and the named columns as numbers."""
    result: dict[str, str | Number | None] = {}
    for column, text in row.items():
        if text == "":
            result[column] = None
        elif column in numbers:
            result[column] = Number.parse(text, f"{where}, column {column}")
        else:
            result[column] = text
    return result
