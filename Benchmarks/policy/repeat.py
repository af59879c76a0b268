#!/usr/bin/env python3
"""repeat.py DATA COUNT OUT: the same company with its log repeated.

OUT gets the tables of DATA, and `events.ndjson` COUNT times over. Each copy is later than the one before by the
log's whole length and an hour, so that order is kept and no five minutes reach from one copy into the next; ids are
new. Rows are written as `gen.py` writes them, key for key.

What that does to the answers: rules of single events that don't look at the time have COUNT times the failures
(r7, r8); r6 has the same, for its members are users; r5 has more than COUNT times as many, for what was before a
user's end in the first copy is after it in the next.
"""
import datetime as dt
import json
import os
import shutil
import sys

TABLES = ["users", "hosts", "resources", "grants"]
FORMAT = "%Y-%m-%dT%H:%M:%SZ"
GAP = dt.timedelta(hours=1)


def ends(path):
    """The times of the log's first and last event, found without reading it all."""
    with open(path, "rb") as log:
        first = log.readline()
        log.seek(max(0, os.path.getsize(path) - 4096))
        last = log.read().splitlines()[-1]
    return [dt.datetime.strptime(json.loads(line)["ts"], FORMAT) for line in (first, last)]


def main():
    data, count, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    os.makedirs(out, exist_ok=True)
    for table in TABLES:
        shutil.copyfile(f"{data}/{table}.ndjson", f"{out}/{table}.ndjson")
    first, last = ends(f"{data}/events.ndjson")
    number = 0
    with open(f"{out}/events.ndjson", "w") as repeated:
        for copy in range(count):
            shift = copy * (last - first + GAP)
            with open(f"{data}/events.ndjson") as log:
                for line in log:
                    event = json.loads(line)
                    event["id"] = "e%08d" % number
                    if copy:
                        time = dt.datetime.strptime(event["ts"], FORMAT) + shift
                        event["ts"] = time.strftime(FORMAT)
                    repeated.write(json.dumps(event, separators=(",", ":")) + "\n")
                    number += 1


if __name__ == "__main__":
    main()
