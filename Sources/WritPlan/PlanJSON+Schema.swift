extension PlanJSON {
  /// The JSON Schema (2020-12) of the document, strict: what it does not name is refused.
  package static let schema = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:writ:plan:1",
      "title": "writ.plan/1",
      "description": "What rules do with the data, as writ plan shows it.",
      "type": "object",
      "additionalProperties": false,
      "required": ["schema", "rules", "datasets"],
      "properties": {
        "schema": {"const": "writ.plan/1"},
        "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}},
        "datasets": {"type": "array", "items": {"$ref": "#/$defs/dataset"}}
      },
      "$defs": {
        "cost": {"enum": ["constant", "one_pass", "look_up", "hash_join", "detector", "group", "cross"]},
        "need": {"enum": ["look_up", "membership", "index", "rows", "coverage", "subjects"]},
        "names": {"type": "array", "items": {"type": "string"}},
        "index": {
          "description": "A hash table; spare where it is made only when what the first equality asks for is unknown.",
          "type": "object",
          "additionalProperties": false,
          "required": ["on", "each_element", "spare"],
          "properties": {
            "on": {"type": "string"},
            "each_element": {"type": "boolean"},
            "spare": {"type": "boolean"}
          }
        },
        "rule": {
          "type": "object",
          "additionalProperties": false,
          "required": ["id", "cost", "operators", "held", "engines"],
          "properties": {
            "id": {"type": "string"},
            "cost": {"$ref": "#/$defs/cost"},
            "dataset": {"type": "string"},
            "reads": {"$ref": "#/$defs/names"},
            "operators": {"type": "array", "items": {"$ref": "#/$defs/operator"}},
            "held": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["dataset", "reads", "needs", "indexes"],
                "properties": {
                  "dataset": {"type": "string"},
                  "reads": {"$ref": "#/$defs/names"},
                  "needs": {"type": "array", "items": {"$ref": "#/$defs/need"}},
                  "indexes": {"type": "array", "items": {"$ref": "#/$defs/index"}}
                }
              }
            },
            "kept": {"type": "string"},
            "engines": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["engine", "runs"],
                "properties": {
                  "engine": {"type": "string"},
                  "runs": {"type": "boolean"},
                  "obstacle": {"type": "string"}
                }
              }
            }
          }
        },
        "operator": {
          "type": "object",
          "additionalProperties": false,
          "required": ["operator", "cost"],
          "properties": {
            "operator": {
              "enum": [
                "look_up", "find", "semi_join", "anti_join", "group_join", "nested", "aggregate",
                "detect", "each", "where", "group", "window", "when", "must", "within", "findings"
              ]
            },
            "cost": {"$ref": "#/$defs/cost"},
            "expression": {"type": "string"},
            "dataset": {"type": "string"},
            "reference": {"type": "string"},
            "reads": {"$ref": "#/$defs/names"},
            "strategy": {"enum": ["hash", "cross", "once", "each_step"]},
            "function": {"type": "string"},
            "on": {"$ref": "#/$defs/names"},
            "then": {"$ref": "#/$defs/names"},
            "value": {"type": "string"},
            "by": {"type": "string"},
            "marks": {"type": "boolean"},
            "source": {"type": "string"},
            "step": {"type": "string"},
            "keys": {"$ref": "#/$defs/names"},
            "window": {"type": "string"},
            "clauses": {"type": "array", "items": {"enum": ["say", "fix", "evidence"]}},
            "inner": {"type": "array", "items": {"$ref": "#/$defs/operator"}}
          }
        },
        "dataset": {
          "type": "object",
          "additionalProperties": false,
          "required": [
            "name", "access", "reads", "columns", "walked_by", "held_for", "by_key", "indexes"
          ],
          "properties": {
            "name": {"type": "string"},
            "access": {"enum": ["streamed", "marked", "held"]},
            "reads": {"$ref": "#/$defs/names"},
            "columns": {"type": "integer", "minimum": 1},
            "walked_by": {"$ref": "#/$defs/names"},
            "held_for": {
              "type": "array",
              "items": {
                "type": "object",
                "additionalProperties": false,
                "required": ["rule", "need"],
                "properties": {"rule": {"type": "string"}, "need": {"$ref": "#/$defs/need"}}
              }
            },
            "by_key": {"type": "boolean"},
            "indexes": {"type": "array", "items": {"$ref": "#/$defs/index"}}
          }
        }
      }
    }

    """#
}
