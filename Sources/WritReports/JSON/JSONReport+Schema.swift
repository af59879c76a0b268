extension JSONReport {
  /// The JSON Schema (2020-12) of the document, strict: what it does not name is refused.
  public static let schema = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:writ:findings:1",
      "title": "writ.findings/1",
      "description": "What one run of writ check or writ audit came to.",
      "type": "object",
      "additionalProperties": false,
      "required": [
        "schema", "tool", "now", "rules", "findings", "controls", "frameworks",
        "datasets", "waivers", "notes", "untested", "exit"
      ],
      "properties": {
        "schema": {"const": "writ.findings/1"},
        "tool": {
          "type": "object",
          "additionalProperties": false,
          "required": ["name", "version"],
          "properties": {"name": {"const": "writ"}, "version": {"type": "string"}}
        },
        "now": {"$ref": "#/$defs/time"},
        "period": {
          "type": "object",
          "additionalProperties": false,
          "required": ["start", "end"],
          "properties": {"start": {"$ref": "#/$defs/time"}, "end": {"$ref": "#/$defs/time"}}
        },
        "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
        "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
        "controls": {"type": "array", "items": {"$ref": "#/$defs/control"}},
        "frameworks": {"type": "array", "items": {"$ref": "#/$defs/framework"}},
        "datasets": {"type": "array", "items": {"$ref": "#/$defs/dataset"}},
        "waivers": {"type": "array", "items": {"$ref": "#/$defs/waiver"}},
        "notes": {"type": "array", "items": {"$ref": "#/$defs/note"}},
        "untested": {"type": "array", "items": {"$ref": "#/$defs/untested"}},
        "exit": {
          "type": "object",
          "additionalProperties": false,
          "required": ["code", "reason"],
          "properties": {
            "code": {"type": "integer", "minimum": 0, "maximum": 255},
            "reason": {"type": "string"}
          }
        }
      },
      "$defs": {
        "time": {
          "type": "string",
          "pattern": "^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?Z$"
        },
        "severity": {"enum": ["info", "low", "medium", "high", "critical"]},
        "causeKind": {
          "enum": [
            "missing", "dangling", "stale", "unavailable", "unreadable", "withheld",
            "ambiguous", "undefined", "late", "limit"
          ]
        },
        "place": {
          "type": "object",
          "additionalProperties": false,
          "required": ["source", "line", "column"],
          "properties": {
            "source": {"type": "string"},
            "line": {"type": "integer", "minimum": 0},
            "column": {"type": "integer", "minimum": 0}
          }
        },
        "counts": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "controls", "applicable", "passed", "failed", "not_evaluated",
            "not_applicable", "evaluated", "accepted", "attested"
          ],
          "properties": {
            "controls": {"type": "integer", "minimum": 0},
            "applicable": {"type": "integer", "minimum": 0},
            "passed": {"type": "integer", "minimum": 0},
            "failed": {"type": "integer", "minimum": 0},
            "not_evaluated": {"type": "integer", "minimum": 0},
            "not_applicable": {"type": "integer", "minimum": 0},
            "evaluated": {"type": "integer", "minimum": 0},
            "accepted": {"type": "integer", "minimum": 0},
            "attested": {"type": "integer", "minimum": 0}
          }
        },
        "fraction": {
          "type": "object",
          "additionalProperties": false,
          "required": ["numerator", "denominator", "percent"],
          "properties": {
            "numerator": {"type": "integer", "minimum": 0},
            "denominator": {"type": "integer", "minimum": 1},
            "percent": {"type": "number", "minimum": 0, "maximum": 100}
          }
        },
        "share": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/fraction"}]},
        "ledger": {
          "description": "members = pass + fail + no_data + not_applicable + pending; fail + no_data = waived + open",
          "type": "object",
          "additionalProperties": false,
          "required": [
            "members", "pass", "fail", "no_data", "not_applicable", "pending", "waived",
            "open"
          ],
          "properties": {
            "members": {"type": "integer", "minimum": 0},
            "pass": {"type": "integer", "minimum": 0},
            "fail": {"type": "integer", "minimum": 0},
            "no_data": {"type": "integer", "minimum": 0},
            "not_applicable": {"type": "integer", "minimum": 0},
            "pending": {"type": "integer", "minimum": 0},
            "waived": {"type": "integer", "minimum": 0},
            "open": {"type": "integer", "minimum": 0}
          }
        },
        "rule": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "id", "title", "severity", "status", "blocking", "gate", "ledger",
            "tolerated", "passed_though_unknown", "causes", "blind", "error", "controls",
            "tags", "owner", "place", "digest"
          ],
          "properties": {
            "id": {"type": "string"},
            "title": {"type": "string"},
            "severity": {"$ref": "#/$defs/severity"},
            "status": {
              "enum": [
                "error", "fail", "no_data", "empty", "pending", "waived",
                "not_applicable", "pass"
              ]
            },
            "blocking": {"type": "boolean"},
            "gate": {
              "type": "string",
              "description": "Why it blocks, or why it does not although it is not through."
            },
            "ledger": {"$ref": "#/$defs/ledger"},
            "tolerated": {"type": "integer", "minimum": 0},
            "passed_though_unknown": {"type": "integer", "minimum": 0},
            "causes": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["kind", "detail", "members"],
                "properties": {
                  "kind": {"$ref": "#/$defs/causeKind"},
                  "detail": {"type": "string"},
                  "members": {"type": "integer", "minimum": 1}
                }
              }
            },
            "blind": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["dataset", "kind", "detail", "reason"],
                "properties": {
                  "dataset": {"type": "string"},
                  "kind": {"$ref": "#/$defs/causeKind"},
                  "detail": {"type": "string"},
                  "reason": {"type": "string"}
                }
              }
            },
            "error": {"type": ["string", "null"]},
            "controls": {"type": "array", "items": {"type": "string"}},
            "tags": {"type": "array", "items": {"type": "string"}},
            "owner": {"type": ["string", "null"]},
            "place": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/place"}]},
            "digest": {"type": "string"}
          }
        },
        "finding": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "rule", "severity", "outcome", "disposition", "waiver", "blocking", "dataset",
            "key", "locator", "fingerprint", "message", "fix", "causes", "musts",
            "witness", "counterfactual", "reads", "evidence", "window", "controls"
          ],
          "properties": {
            "rule": {"type": "string"},
            "severity": {"$ref": "#/$defs/severity"},
            "outcome": {"enum": ["fail", "no_data"]},
            "disposition": {"enum": ["open", "waived", "tolerated", "baseline"]},
            "waiver": {"type": ["string", "null"]},
            "blocking": {"type": "boolean"},
            "dataset": {"type": "string"},
            "key": {
              "description": "The member's key; null where it is personal and keys are not shown.",
              "oneOf": [{"type": "null"}, {"type": "array", "items": {"type": "string"}}]
            },
            "locator": {
              "description": "Where the member was read: input and line.",
              "type": ["string", "null"]
            },
            "fingerprint": {"type": "string"},
            "message": {"type": "string"},
            "fix": {"type": ["string", "null"]},
            "causes": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["kind", "detail"],
                "properties": {"kind": {"$ref": "#/$defs/causeKind"}, "detail": {"type": "string"}}
              }
            },
            "musts": {"type": "array", "items": {"type": "string"}},
            "witness": {"type": "array", "items": {"type": "string"}},
            "counterfactual": {"type": "array", "items": {"type": "string"}},
            "reads": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["path", "value", "masked", "input", "line", "start", "end"],
                "properties": {
                  "path": {"type": "string"},
                  "value": {"type": ["string", "null"]},
                  "masked": {"type": "boolean"},
                  "input": {"type": "string"},
                  "line": {"type": "integer", "minimum": 0},
                  "start": {"type": "integer", "minimum": 0},
                  "end": {"type": "integer", "minimum": 0}
                }
              }
            },
            "evidence": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["name", "value"],
                "properties": {"name": {"type": "string"}, "value": {"type": "string"}}
              }
            },
            "window": {
              "oneOf": [
                {"type": "null"},
                {"type": "object", "additionalProperties": false, "required": ["start", "end", "others"], "properties": {"start": {"$ref": "#/$defs/time"}, "end": {"$ref": "#/$defs/time"}, "others": {"type": "integer", "minimum": 0}}}
              ]
            },
            "controls": {"type": "array", "items": {"type": "string"}}
          }
        },
        "control": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "id", "framework", "title", "group", "severity", "state", "reason", "rules",
            "evaluated", "attested", "accepted", "population", "deviations", "waived"
          ],
          "properties": {
            "id": {"type": "string"},
            "framework": {"type": "string"},
            "title": {"type": "string"},
            "group": {"type": "string"},
            "severity": {"$ref": "#/$defs/severity"},
            "state": {"enum": ["passed", "failed", "not_evaluated", "not_applicable"]},
            "reason": {"type": "string"},
            "rules": {"type": "array", "items": {"type": "string"}},
            "evaluated": {"type": "boolean"},
            "attested": {"type": "boolean"},
            "accepted": {"type": "boolean"},
            "population": {"type": "integer", "minimum": 0},
            "deviations": {"type": "integer", "minimum": 0},
            "waived": {"type": "integer", "minimum": 0}
          }
        },
        "framework": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "id", "version", "title", "counts", "floor", "ceiling", "coverage",
            "conformity", "freshness", "groups"
          ],
          "properties": {
            "id": {"type": "string"},
            "version": {"type": "string"},
            "title": {"type": "string"},
            "counts": {"$ref": "#/$defs/counts"},
            "floor": {"$ref": "#/$defs/share"},
            "ceiling": {"$ref": "#/$defs/share"},
            "coverage": {"$ref": "#/$defs/share"},
            "conformity": {"$ref": "#/$defs/share"},
            "freshness": {"$ref": "#/$defs/share"},
            "groups": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["name", "counts", "floor", "ceiling", "coverage"],
                "properties": {
                  "name": {"type": "string"},
                  "counts": {"$ref": "#/$defs/counts"},
                  "floor": {"$ref": "#/$defs/share"},
                  "ceiling": {"$ref": "#/$defs/share"},
                  "coverage": {"$ref": "#/$defs/share"}
                }
              }
            }
          }
        },
        "dataset": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "name", "state", "collected", "fresh", "rows", "rejected", "rejects",
            "inputs", "reason"
          ],
          "properties": {
            "name": {"type": "string"},
            "state": {"enum": ["delivered", "stale", "not_delivered"]},
            "collected": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/time"}]},
            "fresh": {"type": ["string", "null"]},
            "rows": {"type": "integer", "minimum": 0},
            "rejected": {"type": "integer", "minimum": 0},
            "rejects": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["input", "line", "start", "end", "reason"],
                "properties": {
                  "input": {"type": "string"},
                  "line": {"type": "integer", "minimum": 0},
                  "start": {"type": "integer", "minimum": 0},
                  "end": {"type": "integer", "minimum": 0},
                  "reason": {"type": "string"}
                }
              }
            },
            "inputs": {"type": "array", "items": {"type": "string"}},
            "reason": {"type": "string"}
          }
        },
        "waiver": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "id", "rule", "state", "matched", "too_broad", "days_left", "expires",
            "reason", "owner", "approver", "ticket", "place"
          ],
          "properties": {
            "id": {"type": "string"},
            "rule": {"type": "string"},
            "state": {"enum": ["active", "expired", "unused", "not_evaluated", "unknown_rule"]},
            "matched": {"type": "integer", "minimum": 0},
            "too_broad": {"type": "boolean"},
            "days_left": {"type": ["integer", "null"], "minimum": 0},
            "expires": {"$ref": "#/$defs/time"},
            "reason": {"type": "string"},
            "owner": {"type": "string"},
            "approver": {"type": "string"},
            "ticket": {"type": ["string", "null"]},
            "place": {"$ref": "#/$defs/place"}
          }
        },
        "note": {
          "type": "object",
          "additionalProperties": false,
          "required": ["id", "level", "message", "place"],
          "properties": {
            "id": {"type": "string"},
            "level": {"enum": ["error", "warning", "note"]},
            "message": {"type": "string"},
            "place": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/place"}]}
          }
        },
        "untested": {
          "type": "object",
          "additionalProperties": false,
          "required": ["kind", "subject", "reason"],
          "properties": {
            "kind": {"enum": ["control", "rule", "dataset", "rejects"]},
            "subject": {"type": "string"},
            "reason": {"type": "string"}
          }
        }
      }
    }

    """#
}
