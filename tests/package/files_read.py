"""Reads the files of an export back with libraries that know nothing of the program, against the package.

Usage: files_read.py FOLDER PACKAGE

FOLDER has what `cargo xtask export` wrote of PACKAGE. Names every fault; the exit status is 1 where there
is any.
"""

import csv
import datetime
import json
import pathlib
import sys
import tempfile
import zipfile

import duckdb
import frictionless
import openpyxl

# The longest difference between a number and the one that is printed: none but the arithmetic's.
SAME = 1e-9


def only(folder, ending):
    """The one file of a folder with this ending."""
    (file,) = folder.glob(f"*.{ending}")
    return file


def same(one, other):
    """Whether two cells hold the same number, or none."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= SAME * max(1.0, abs(other))


def printed(package):
    """Value and upper value of each figure of the package, by its id."""
    with (package / "observations.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        number = lambda text: float(text) if text else None
        return {row["id"]: (number(row["value"]), number(row["value_high"])) for row in rows}


def numbers(rows, known, where):
    """What of the figures of a file is not as in the package; a row has id, value and upper value."""
    faults = [f"{where}: {len(rows)} figures of {len(known)}"] if len(rows) != len(known) else []
    for key, *values in rows:
        if not all(same(value, own) for value, own in zip(values, known[key], strict=True)):
            faults.append(f"{where}: {key} has {values}, the package {known[key]}")
    return faults


def workbook(file, known, book):
    """The workbook: its sheets as the JSON has them, numbers as numbers, and nothing that is a formula."""
    faults = []
    read = openpyxl.load_workbook(file)
    names = ["figures", "targets", "documents"]
    if len(read.sheetnames) != len(names) + 1:
        return [f"workbook: the sheets are {read.sheetnames}"]
    for sheet, name in zip(read.worksheets, names):
        fields, rows = book[name]["fields"], book[name]["rows"]
        if sheet.freeze_panes is None or not sheet.auto_filter.ref:
            faults.append(f"workbook: {name} has no heads that stay and filter")
        heads, *cells = sheet.iter_rows()
        if [head.value for head in heads] != [field["label"] for field in fields]:
            faults.append(f"workbook: {name} has other heads than the JSON")
        if len(cells) != len(rows):
            faults.append(f"workbook: {name} has {len(cells)} rows of {len(rows)}")
        for line, row in zip(cells, rows):
            for field, cell in zip(fields, line, strict=True):
                value = row[field["name"]]
                is_day = field["type"] == "date" and isinstance(cell.value, datetime.datetime)
                own = cell.value.date().isoformat() if is_day else cell.value
                if cell.data_type == "f" or own != value:
                    faults.append(f"workbook: {name} {cell.coordinate} is {own!r}, not {value!r}")
                if field["type"] == "date" and value is not None and not is_day:
                    faults.append(f"workbook: {name} {cell.coordinate} is no day")
                if field["type"] == "number" and not isinstance(cell.value, (int, float, type(None))):
                    faults.append(f"workbook: {name} {cell.coordinate} is no number")
    at = [field["name"] for field in book["figures"]["fields"]]
    id_at, low_at, high_at = (at.index(name) for name in ("id", "value", "value_high"))
    rows = read.worksheets[0].iter_rows(min_row=2, values_only=True)
    faults += numbers([(row[id_at], row[low_at], row[high_at]) for row in rows], known, "workbook")
    about = {value for row in read.worksheets[-1].iter_rows(values_only=True) for value in row}
    faults += [f"workbook: {fact} is not said" for fact in (book["edition"], book["title"]) if fact not in about]
    if read.properties.created != datetime.datetime(2000, 1, 1):
        faults.append(f"workbook: it was made at {read.properties.created}, which changes its bytes")
    return faults


def table(file, known, book):
    """The CSV in DuckDB: a row a figure, its numbers numbers, its heads those of the JSON."""
    if not file.read_bytes().startswith(b"\xef\xbb\xbf"):
        return ["csv: a spreadsheet would not know its encoding"]
    fields = book["figures"]["fields"]
    read = duckdb.sql(f"SELECT * FROM read_csv('{file}', header = true, sample_size = -1)")
    if read.columns != [field["label"] for field in fields]:
        return [f"csv: its heads are {read.columns}"]
    label = {field["name"]: field["label"] for field in fields}
    chosen = ", ".join(f'"{label[name]}"' for name in ("id", "value", "value_high"))
    return numbers(read.project(chosen).fetchall(), known, "csv")


def archive(file, package):
    """The ZIP: the files of the package byte by byte, its descriptor first, and valid for frictionless."""
    faults = []
    with zipfile.ZipFile(file) as held, tempfile.TemporaryDirectory() as folder:
        if held.testzip() is not None or held.namelist()[0] != "datapackage.json":
            faults.append("zip: it is damaged, or its descriptor is not the first")
        for name in held.namelist():
            if held.read(name) != (package / name).read_bytes():
                faults.append(f"zip: {name} is not that of the package")
        held.extractall(folder)
        report = frictionless.validate(str(pathlib.Path(folder) / "datapackage.json"))
        faults += [f"zip: {error.message}" for task in report.tasks for error in task.errors]
        faults += [f"zip: {error.message}" for error in report.errors]
    return faults


def main():
    """Reads what the command line names."""
    folder, package = map(pathlib.Path, sys.argv[1:])
    known = printed(package)
    book = json.loads(only(folder, "json").read_text(encoding="utf-8"))
    rows = [(row["id"], row["value"], row["value_high"]) for row in book["figures"]["rows"]]
    faults = numbers(rows, known, "json")
    faults += workbook(only(folder, "xlsx"), known, book)
    faults += table(only(folder, "csv"), known, book)
    faults += archive(only(folder, "zip"), package)
    for fault in faults:
        print(fault, file=sys.stderr)
    targets = len(book["targets"]["rows"])
    print(f"{len(known)} figures and {targets} targets read from workbook, JSON, CSV and ZIP: {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
