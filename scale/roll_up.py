"""Rolls a country's districts up, a package of figures for each province, by one engine.

Usage: roll_up.py duckdb|spark COUNTRY TO [EDITION]

COUNTRY has the tables as Parquet (country.py). TO/roll_up.csv has what the provinces come to, TO/<province>/ the
package of one, TO/<province>.text/ the text of the compilation that the package is taken from.
"""

import csv
import hashlib
import itertools
import json
import pathlib
import re
import sys
import time

import engines

SCALE = pathlib.Path(__file__).resolve().parent
DESCRIPTOR = SCALE.parent / "data/datapackage.json"


def write(path, columns, rows):
    """A table as CSV: UTF-8, LF, a header."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def by_province(rows):
    """The rows, whose first cell is the province, in parts without it."""
    return {key: [row[1:] for row in part] for key, part in itertools.groupby(rows, lambda row: row[0])}


def text_of(folder, document, lines):
    """Writes the text of a compilation; gives its SHA-256 and how many runs of digits it has."""
    text = "".join(f"{line}\n" for _, line in lines)
    folder.mkdir()
    (folder / f"{document}.txt").write_text(text, encoding="utf-8", newline="")
    return hashlib.sha256(text.encode()).hexdigest(), len(re.findall("[0-9]+", text))


def describe(folder, edition, area):
    """The descriptor of the project's own package, with what this one is."""
    package = json.loads(DESCRIPTOR.read_text(encoding="utf-8"))
    package |= {
        "name": f"guatu-{folder.name}",
        "title": f"{area[1]}区县数据汇总",
        "title_en": f"{area[2]}: districts rolled up",
        "description": "Derived: rolled up from the figures that districts printed.",
        "version": edition,
    }
    package.pop("created", None)
    text = json.dumps(package, ensure_ascii=False, indent=2)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8")
    return {r["name"]: [field["name"] for field in r["schema"]["fields"]] for r in package["resources"]}


def packages(engine, to, edition):
    """Writes the packages: every table by its query, the others empty."""
    tables = {}
    for query in sorted((SCALE / "tables").glob("*.sql")):
        columns, rows = engine.rows(query.read_text(encoding="utf-8"))
        tables[query.stem] = (columns[1:], by_province(rows))
    lines = by_province(engine.rows("SELECT province, line, text FROM lines ORDER BY province, line")[1])
    for province, text in lines.items():
        folder = to / province
        folder.mkdir()
        own = {name: (columns, parts.get(province, [])) for name, (columns, parts) in tables.items()}
        schemas = describe(folder, edition, own["areas"][1][0])
        columns, (document,) = own["documents"]
        proof = text_of(to / f"{province}.text", document[0], text)
        own["documents"] = ([*columns, "sha256", "numerals"], [(*document, *proof)])
        for name, columns in schemas.items():
            write(folder / f"{name}.csv", *own.get(name, (columns, [])))
    return len(lines)


def main():
    """Rolls up by the engine that the command line names."""
    name, country, to, *edition = sys.argv[1:]
    to = pathlib.Path(to)
    to.mkdir(parents=True)
    start = time.monotonic()
    engine = engines.opened(name, pathlib.Path(country).resolve(), to.with_name(f"{to.name}.scratch").resolve())
    begun = time.monotonic()
    engine.keep("roll_up", (SCALE / "roll_up.sql").read_text(encoding="utf-8"))
    columns, rows = engine.rows("SELECT * FROM roll_up ORDER BY province, indicator, period")
    rolled = time.monotonic()
    engine.keep("published", "SELECT * FROM roll_up WHERE value IS NOT NULL")
    write(to / "roll_up.csv", columns, rows)
    engine.keep("lines", (SCALE / "lines.sql").read_text(encoding="utf-8"))
    count = packages(engine, to, *(edition or ["2025.1.0"]))
    print(
        f"{name}: {len(rows):,} figures in {rolled - begun:.1f} s (its start {begun - start:.1f} s),"
        f" {count} packages in {time.monotonic() - rolled:.1f} s"
    )


if __name__ == "__main__":
    main()
