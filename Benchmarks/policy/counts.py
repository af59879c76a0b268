#!/usr/bin/env python3
"""counts.py REPORT: the answers in a report of `writ check -p bench.writ`, under the names of `expected.json`.

REPORT is text, its ledgers are read; or JSON, where each finding is counted too and has to agree with its ledger.
A process of its own, for a report of all findings is large and the runner's memory would count as its children's.
"""
import collections
import json
import re
import sys

NO_DATA = {"r1_admin_no_mfa": "nd1_mfa_unknown", "r2_dormant": "nd2_last_login_unknown",
           "r3_unencrypted": "nd3_encryption_unknown"}


def ledgers_of_text(report):
    """Rule to ledger; the columns are named by the line above them."""
    columns, ledgers = None, {}
    for line in report:
        words = line.split()
        if words[:3] == ["rule", "status", "members"]:
            columns = words[2:]
        elif columns and len(words) == len(columns) + 2 and re.match(r"bench\.\w+$", words[0]):
            ledgers[words[0]] = dict(zip(columns, map(int, words[2:])))
        elif columns and not words:
            break
    return ledgers


def ledgers_of_json(report):
    document = json.load(report)
    ledgers = {rule["id"]: rule["ledger"] for rule in document["rules"]}
    found = collections.Counter((f["rule"], f["outcome"]) for f in document["findings"])
    for rule, ledger in ledgers.items():
        for outcome in ("fail", "no_data"):
            if found[rule, outcome] != ledger[outcome]:
                raise ValueError(
                    f"{rule}: {found[rule, outcome]} findings, {ledger[outcome]} in its ledger")
    return ledgers


def main():
    with open(sys.argv[1], encoding="utf-8") as report:
        is_json = report.read(1) == "{"
        report.seek(0)
        ledgers = ledgers_of_json(report) if is_json else ledgers_of_text(report)
    counts = {}
    for rule, ledger in ledgers.items():
        name = rule.split(".")[-1]
        counts[name] = ledger["fail"]
        if name in NO_DATA:
            counts[NO_DATA[name]] = ledger["no_data"]
        elif ledger["no_data"]:
            counts[name + " no_data"] = ledger["no_data"]
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
