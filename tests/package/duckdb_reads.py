"""Reads a data package into DuckDB with the types that its Table Schemas declare, and checks its keys.

Usage: duckdb_reads.py DIR

Names every fault; the exit status is 1 where there is any.
"""

import csv
import json
import pathlib
import sys

import duckdb

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "date": "DATE"}

# Each figure with all that it refers to: one row for each row of observations.
JOINED = """
    SELECT count(*) FROM observations
    JOIN indicators ON observations.indicator = indicators.id
    JOIN units ON indicators.unit = units.id
    JOIN themes ON indicators.theme = themes.id
    JOIN documents ON observations.document = documents.id
    JOIN areas ON observations.area = areas.code
"""


def quoted(names):
    """The names as SQL identifiers."""
    return ", ".join(f'"{name}"' for name in names)


def read(database, folder, resource):
    """Makes a table of a resource, with the declared types; gives the faults of its header and rows."""
    name, fields = resource["name"], resource["schema"]["fields"]
    path = folder / resource["path"]
    with path.open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    if header != [field["name"] for field in fields]:
        return [f"{name}: the header is not that of the schema"]
    columns = {field["name"]: TYPES[field["type"]] for field in fields}
    database.execute(
        f"CREATE TABLE {quoted([name])} AS SELECT * FROM read_csv(?, header = true, auto_detect = false,"
        " delim = ',', quote = '\"', escape = '\"', nullstr = '', columns = ?)",
        [str(path), columns],
    )
    required = [f["name"] for f in fields if f.get("constraints", {}).get("required")]
    faults = []
    for column in required:
        empty = count(database, f"FROM {quoted([name])} WHERE {quoted([column])} IS NULL")
        if empty:
            faults.append(f"{name}: {empty} rows lack {column}")
    return faults


def count(database, rest):
    """How many rows a query has."""
    return database.execute(f"SELECT count(*) {rest}").fetchone()[0]


def primary_key(database, resource):
    """The rows that share a primary key."""
    name, key = resource["name"], resource["schema"].get("primaryKey", [])
    if not key:
        return [f"{name}: no primary key is declared"]
    rows = count(database, f"FROM {quoted([name])}")
    keys = count(database, f"FROM (SELECT DISTINCT {quoted(key)} FROM {quoted([name])})")
    return [] if rows == keys else [f"{name}: {rows} rows, but {keys} keys ({', '.join(key)})"]


def foreign_keys(database, resource):
    """The keys that point at nothing. An empty cell points nowhere, and may."""
    name, faults = resource["name"], []
    for key in resource["schema"].get("foreignKeys", []):
        (column,), (target,) = key["fields"], key["reference"]["fields"]
        table = key["reference"]["resource"] or name
        dangling = count(
            database,
            f"FROM {quoted([name])} AS own WHERE own.{quoted([column])} IS NOT NULL AND NOT EXISTS"
            f" (SELECT 1 FROM {quoted([table])} AS other"
            f" WHERE other.{quoted([target])} = own.{quoted([column])})",
        )
        if dangling:
            faults.append(f"{name}: {dangling} rows whose {column} is not in {table}")
    return faults


def check(folder):
    """All faults of a package."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    database = duckdb.connect()
    faults = []
    for resource in package["resources"]:
        faults += read(database, folder, resource)
    if faults:
        return faults
    for resource in package["resources"]:
        faults += primary_key(database, resource) + foreign_keys(database, resource)
        rows = count(database, f"FROM {quoted([resource['name']])}")
        keys = len(resource["schema"].get("foreignKeys", []))
        print(f"{resource['name']:<17}{rows:>8} rows, {keys} foreign keys")
    joined = database.execute(JOINED).fetchone()[0]
    rows = count(database, "FROM observations")
    print(f"joined with indicators, units, themes, documents and areas: {joined} of {rows} figures")
    if joined != rows:
        faults.append(f"observations: {rows} rows, but {joined} when joined with what they refer to")
    return faults


def main():
    """Checks the package that the command line names."""
    (folder,) = sys.argv[1:]
    faults = check(pathlib.Path(folder))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
