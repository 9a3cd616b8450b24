"""Makes a country's tables into Parquet, by DuckDB, and prints what they weigh.

Usage: country.py FOLDER generate N PACKAGE   a synthetic country of N districts; themes and units of PACKAGE
       country.py FOLDER read PACKAGE         the tables of a package, with `rules.csv` beside them

FOLDER is made. What would not be counted, or not as it is written, is named instead.
"""

import json
import os
import pathlib
import sys
import time

import duckdb

SCALE = pathlib.Path(__file__).resolve().parent
TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}
# What is added up is decimal, or the sum would depend on the order. A number is read as it is written: so none is rounded here.
WRITTEN = {"value": "VARCHAR", "value_high": "VARCHAR", "factor": "VARCHAR"}
TABLES = ["areas", "documents", "themes", "units", "indicators", "observations"]
# A decimal of 18 digits, four of them behind the point.
FITS = r"-?[0-9]{1,14}(\.[0-9]{1,4})?"

# What would be left out or changed in silence: each query names the rows.
FAULTS = {
    "areas.csv has no province (…0000) for": "SELECT code FROM areas AS a"
    " WHERE NOT EXISTS (SELECT 1 FROM areas AS b WHERE b.code = concat(substr(a.code, 1, 2), '0000'))",
    "areas.csv has no row for the area of": "SELECT id FROM observations WHERE area NOT IN (SELECT code FROM areas)",
    "the value has not at most four decimals and 14 digits before them in": "SELECT id FROM observations"
    f" WHERE NOT coalesce(regexp_full_match(value, '{FITS}') AND regexp_full_match(coalesce(value_high, '0'), '{FITS}'),"
    " value IS NULL)",
    "rules.csv has no such indicator, or twice": "SELECT indicator FROM rules"
    " GROUP BY indicator HAVING count(*) > 1 OR indicator NOT IN (SELECT id FROM indicators)",
    "the rule is not sum or median, the decimals 0 or 2, the coverage 1 to 100 of": "SELECT indicator FROM rules"
    " WHERE NOT coalesce(rule IN ('sum', 'median') AND decimals IN (0, 2) AND coverage BETWEEN 1 AND 100, false)",
}


def statements(database, name):
    """Runs a file of SQL."""
    database.execute((SCALE / name).read_text(encoding="utf-8"))


def read(database, package):
    """The tables of a package with the types that its descriptor declares."""
    descriptor = json.loads((SCALE.parent / "data/datapackage.json").read_text(encoding="utf-8"))
    tables = {r["name"]: {f["name"]: f["type"] for f in r["schema"]["fields"]} for r in descriptor["resources"]}
    wanted = {name: tables[name] for name in TABLES}
    wanted["rules"] = {"indicator": "string", "rule": "string", "decimals": "integer", "coverage": "integer"}
    for name, fields in wanted.items():
        columns = {field: WRITTEN.get(field, TYPES[kind]) for field, kind in fields.items()}
        database.execute(
            f"CREATE TABLE {name} AS SELECT * FROM read_csv(?, header = true, auto_detect = false,"
            " delim = ',', quote = '\"', escape = '\"', nullstr = '', columns = ?)",
            [str(package / f"{name}.csv"), columns],
        )
    for fault, query in FAULTS.items():
        rows = database.execute(f"{query} ORDER BY 1 LIMIT 5").fetchall()
        if rows:
            sys.exit(f"{fault} {', '.join(row[0] for row in rows)}")
    for column in ["value", "value_high"]:
        database.execute(f"ALTER TABLE observations ALTER {column} TYPE DECIMAL(18, 4)")


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
    folder, package = pathlib.Path(folder).resolve(), pathlib.Path(rest[-1]).resolve()
    database = duckdb.connect()
    start = time.monotonic()
    if how == "generate":
        database.execute("SET VARIABLE districts = CAST(? AS BIGINT)", [rest[0]])
        database.execute("SET VARIABLE package = ?", [str(package)])
        statements(database, "generate.sql")
    else:
        read(database, package)
    folder.mkdir(parents=True)
    # The SQL names files without their folder.
    os.chdir(folder)
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
