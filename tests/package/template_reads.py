"""Reads the workbook that a reader fills in with a library that knows nothing of the program.

Usage: template_reads.py FILE PACKAGE

FILE is what `cargo xtask template` wrote. PACKAGE is the project's data package, whose descriptor says which tables and
columns there are, and what an enumeration may hold. Names every fault; the exit status is 1 where there is any.
"""

import json
import pathlib
import sys

import openpyxl

# A table that no reader fills in: a command makes it.
MADE = "changes"

# A spreadsheet takes no longer list of choices.
LONGEST = 255


def lists(sheet):
    """The choices of each column that has a list, by the number of the column."""
    found = {}
    for validation in sheet.data_validations.dataValidation:
        if validation.type == "list":
            (area,) = validation.sqref.ranges
            if area.min_col != area.max_col or area.min_row != 2 or area.max_row < 1000:
                raise ValueError(f"{sheet.title}: a list is for {area.coord}")
            found[area.min_col] = validation.formula1
    return found


def table(sheet, resource):
    """What of a sheet is not as the descriptor has the table."""
    faults = []
    fields = resource["schema"]["fields"]
    heads, remark, *examples = sheet.iter_rows(values_only=True)
    codes = [head.rstrip("*").split(" ")[-1] for head in heads]
    if codes != [field["name"] for field in fields]:
        faults.append(f"{sheet.title}: the heads are {codes}")
    if len(examples) < 2:
        faults.append(f"{sheet.title}: {len(examples)} examples")
    for row in (remark, *examples):
        if not str(row[0] or "").startswith("#"):
            faults.append(f"{sheet.title}: {row} is no remark")
    if sheet.freeze_panes != "A2":
        faults.append(f"{sheet.title}: the heads do not stay")
    given = lists(sheet)
    for at, field in enumerate(fields, 1):
        allowed = field.get("constraints", {}).get("enum", [])
        listed = given.pop(at, None)
        if bool(allowed) != bool(listed):
            faults.append(f"{sheet.title}: {field['name']} allows {allowed} and lists {listed}")
        elif allowed:
            choices = listed.strip('"').split(",")
            if len(set(choices)) != len(allowed) or len(listed) > LONGEST:
                faults.append(f"{sheet.title}: {field['name']} allows {allowed} and lists {listed}")
    faults += [f"{sheet.title}: a list in column {at}" for at in given]
    return faults


def main():
    """Reads what the command line names."""
    file, package = map(pathlib.Path, sys.argv[1:])
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    known = {resource["name"]: resource for resource in descriptor["resources"]}
    book = openpyxl.load_workbook(file)
    *forms, about = book.worksheets
    named = [sheet.title.split(" ")[-1] for sheet in forms]
    faults = []
    if set(named) != set(known) - {MADE} or len(named) != len(set(named)):
        faults.append(f"the sheets are {named}")
    for name, sheet in zip(named, forms):
        faults += table(sheet, known[name]) if name in known else []
    if not any(cell.value for row in about.iter_rows() for cell in row):
        faults.append(f"{about.title} says nothing")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(forms)} tables read from {file.name}: {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
