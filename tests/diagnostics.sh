#!/bin/sh
# What programs read of a run's findings: JSON and SARIF say what the text says, at the same places; SARIF is valid, and its
# fixes, applied as they stand, mend what they are for.
set -u
LC_ALL=C.UTF-8
export LC_ALL
program=${BENCHBRIEF:?names the program to test}
shared=${SOURCE:?names the project}/../shared/suites/sarif/sarif-schema-2.1.0.json
[ -f "$shared" ] || shared=
python3 -c '' 2>/dev/null || { echo "skipped: python3 is not here"; exit 77; }
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1

cat >briefing.md <<'MD'
---
title: Both
data: [results.csv, "more names.csv"]
---
Größer: Aster scores {{ valeu("aster", "quality") }}, Birch {{ value("brich", "quality") }}, or 2.7.

```chart
kind: lederboard
benchmark: quality
```
MD
printf 'model,benchmark,value,unit\nAster,Quality,61,percent\nBirch,Quality,58.3,percent\n' >results.csv
printf 'model,benchmark,value,unit\nCedar,Quality,57,percent\n' >'more names.csv'
cat >look.yaml <<'YAML'
extends: editorial
pallette: {}
YAML
printf '[1, 2' >broken.json
mkdir fresh
printf 'model,benchmark,value,unit\n%s' "$(awk 'BEGIN { for (i = 0; i < 300; i++) print "M" i ",Quality,?" i ",percent" }')" >many.csv

cat >check.py <<'PY'
import json, re, subprocess, sys
program, schema, scratch = sys.argv[1], sys.argv[2], "."
failed = 0

def fail(words):
    global failed
    failed = 1
    print("diagnostics: " + words)

validate = None
if schema:
    try:
        import jsonschema
        validate = jsonschema.Draft7Validator(json.load(open(schema))) if "draft-07" in open(schema).read(300) else \
            jsonschema.Draft4Validator(json.load(open(schema)))
    except ImportError:
        print("diagnostics: SARIF is not held against its schema: python3-jsonschema is not here")
else:
    print("diagnostics: SARIF is not held against its schema: it is not here")

def run(form, arguments):
    done = subprocess.run([program] + arguments + (["--diagnostics", form] if form else []), capture_output=True, text=True,
                          stdin=subprocess.DEVNULL)
    return done.returncode, done.stderr

def fixes(log):
    for result in log["runs"][0]["results"]:
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                for replacement in change["replacements"]:
                    yield change["artifactLocation"]["uri"], replacement

def compare(arguments):
    status, text = run(None, arguments)
    json_status, as_json = run("json", arguments)
    sarif_status, as_sarif = run("sarif", arguments)
    if not status == json_status == sarif_status:
        fail(f"{arguments}: the form changes the exit status")
    found, log = json.loads(as_json), json.loads(as_sarif)
    if found["status"] != status or log["runs"][0]["invocations"][0]["exitCode"] != status:
        fail(f"{arguments}: another exit status is told")
    if validate:
        for error in validate.iter_errors(log):
            fail(f"{arguments}: {error.message[:200]} at {list(error.path)}")
    told = log["runs"][0]["results"] + log["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    if len(told) != len(found["diagnostics"]):
        fail(f"{arguments}: {len(told)} findings as SARIF, {len(found['diagnostics'])} as JSON")
    for finding in found["diagnostics"]:
        word = "error" if finding["severity"] == "failure" else finding["severity"]
        if len(found["diagnostics"]) <= 10 and f"{word}: {finding['message']}" not in text:
            fail(f"{arguments}: the text does not say {finding['message']}")
        if not any(t["message"]["text"].startswith(finding["message"]) and t["level"] == word for t in told):
            fail(f"{arguments}: SARIF does not say {finding['message']}")
    rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    if len(set(rules)) != len(rules) or any(r["ruleId"] not in rules for r in log["runs"][0]["results"]):
        fail(f"{arguments}: rules are not listed once each")
    return status, text, log

status, text, log = compare(["check", "briefing.md"])
wanted = {"valeu": "value", "brich": "birch", "lederboard": "leaderboard"}
made = {}
for uri, replacement in fixes(log):
    region, lines = replacement["deletedRegion"], open(uri, encoding="utf-8").read().split("\n")
    line = lines[region["startLine"] - 1]
    made[line[region["startColumn"] - 1:region["endColumn"] - 1]] = replacement["insertedContent"]["text"]
if made != wanted:
    fail(f"the fixes are {made}, not {wanted}")
lines = open("briefing.md", encoding="utf-8").read().split("\n")
for uri, replacement in sorted(fixes(log), key=lambda f: -f[1]["deletedRegion"]["startColumn"]):
    region = replacement["deletedRegion"]
    line = lines[region["startLine"] - 1]
    lines[region["startLine"] - 1] = (line[:region["startColumn"] - 1] + replacement["insertedContent"]["text"] +
                                      line[region["endColumn"] - 1:])
open("briefing.md", "w", encoding="utf-8").write("\n".join(lines))
status, text, log = compare(["check", "briefing.md"])
if status != 1 or text.count("error:") != 1 or "2.7" not in text:
    fail("after its fixes the briefing has other faults: " + text)

compare(["data", "results.csv"])                               # nothing is wrong
compare(["check", "more names.csv", "missing.csv"])            # a space in a path, and no file at all
compare(["chart", "leaderboard", "many.csv", "-o", "x.png"])   # more of a kind than are listed
compare(["data", "broken.json"])
compare(["chart", "leaderboard", "results.csv", "--look", "look.yaml", "-o", "x.png"])
compare(["chart", "leaderboard", "results.csv", "-o", "no/such/folder/x.png"])
compare(["nonsense"])
compare([])
status, text = run(None, ["data", "re\x1b[31md.csv", "--diagnostics", "json"]) # a name that would colour a terminal
if "\x1b" in text or json.loads(text)["diagnostics"][0]["file"] != "re\x1b[31md.csv":
    fail("a control character of a name is not escaped: " + text)
for bad in (["--diagnostics", "xml", "data", "results.csv"], ["data", "results.csv", "--diagnostics"]):
    status, text = run(None, bad)
    if status != 2 or "--diagnostics" not in text:
        fail(f"{bad}: status {status}: {text}")
status, text = run(None, ["data", "--", "--diagnostics"])
if "--diagnostics" not in text or "needs a value" in text:
    fail("after -- it is a file's name: " + text)
sys.exit(failed)
PY
python3 check.py "$program" "$shared"
