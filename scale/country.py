"""Makes a country's tables into Parquet, by DuckDB, and prints what they weigh.

Usage: country.py FOLDER generate N PACKAGE   a synthetic country of N districts; themes and units of PACKAGE
       country.py FOLDER read PACKAGE         the tables of a package, with `rules.csv` beside them
"""

import json
import os
import pathlib
import sys
import time

import duckdb

SCALE = pathlib.Path(__file__).resolve().parent
TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}
# What is added up is decimal, or the sum would depend on the order. A factor stays as it is written.
EXACT = {"value": "DECIMAL(18, 4)", "value_high": "DECIMAL(18, 4)", "factor": "VARCHAR"}
TABLES = ["areas", "documents", "themes", "units", "indicators", "observations"]


def statements(database, name):
    """Runs a file of SQL."""
    database.execute((SCALE / name).read_text(encoding="utf-8"))


def read(database, package):
    """The tables of a package with the types that its descriptor declares."""
    descriptor = json.loads((SCALE.parent / "data/datapackage.json").read_text(encoding="utf-8"))
    tables = {r["name"]: {f["name"]: f["type"] for f in r["schema"]["fields"]} for r in descriptor["resources"]}
    wanted = {name: tables[name] for name in TABLES}
    wanted["rules"] = {"indicator": "string", "rule": "string", "decimals": "integer"}
    for name, fields in wanted.items():
        columns = {field: EXACT.get(field, TYPES[kind]) for field, kind in fields.items()}
        database.execute(
            f"CREATE TABLE {name} AS SELECT * FROM read_csv(?, header = true, auto_detect = false,"
            " delim = ',', quote = '\"', escape = '\"', nullstr = '', columns = ?)",
            [str(package / f"{name}.csv"), columns],
        )


def size(folder):
    """The bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def csv_size(database, folder):
    """What the table of figures would weigh as CSV."""
    path = folder / "observations.csv"
    database.execute(f"COPY observations TO '{path.name}' (HEADER)")
    weight = path.stat().st_size
    path.unlink()
    return weight


def main():
    """Makes the tables that the command line asks for."""
    folder, how, *rest = sys.argv[1:]
    rest = [str(pathlib.Path(word).resolve()) if os.sep in word else word for word in rest]
    folder = pathlib.Path(folder).resolve()
    folder.mkdir(parents=True)
    # The SQL names files without their folder.
    os.chdir(folder)
    database = duckdb.connect()
    start = time.monotonic()
    if how == "generate":
        districts, package = rest
        database.execute("SET VARIABLE districts = CAST(? AS BIGINT)", [districts])
        database.execute("SET VARIABLE package = ?", [package])
        statements(database, "generate.sql")
    else:
        read(database, pathlib.Path(rest[0]))
    statements(database, "parquet.sql")
    taken = time.monotonic() - start
    rows = database.execute("SELECT count(*) FROM 'observations/*/*.parquet'").fetchone()[0]
    parquet, csv = size(folder / "observations"), csv_size(database, folder)
    print(
        f"{rows:,} figures as Parquet in {taken:.1f} s: {parquet:,} bytes, as CSV {csv:,},"
        f" {csv / parquet:.1f} times as many"
    )


if __name__ == "__main__":
    main()
