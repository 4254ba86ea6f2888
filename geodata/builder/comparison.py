# SPDX-License-Identifier: GPL-3.0-or-later
"""Compare a fresh build with the committed files."""
import pathlib


def first_difference(fresh: bytes, kept: bytes) -> str:
    """Where two files part: line for text, byte otherwise."""
    shorter = min(len(fresh), len(kept))
    at = next((i for i in range(shorter) if fresh[i] != kept[i]), shorter)
    if b"\0" in fresh[:4096]:
        return f"byte {at}"
    line = fresh.count(b"\n", 0, at) + 1
    return f"line {line}"


def differences(fresh: pathlib.Path, kept: pathlib.Path, complete: bool) -> list[str]:
    """One line for each file that differs; with `complete`, also for files the build does not make."""
    result = []
    made = sorted(path.name for path in fresh.iterdir())
    for name in made:
        if not (kept / name).is_file():
            result.append(f"layers/{name}: missing; run geodata/build")
            continue
        a, b = (fresh / name).read_bytes(), (kept / name).read_bytes()
        if a != b:
            at = first_difference(a, b)
            result.append(f"layers/{name}: differs from a fresh build at {at}; run geodata/build")
    if complete:
        extra = sorted(path.name for path in kept.iterdir() if path.name not in made)
        result += [f"layers/{name}: not made by the build; remove it" for name in extra]
    return result
