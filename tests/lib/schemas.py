"""schemas.py SOURCE PROGRAM FOLDER: the JSON that the program writes, held against share/schemas; for tests/schemas.sh.

A property that a schema does not name is an error here, and so is one that no document of these runs has: both would mean
that the two have moved apart. FOLDER is for what the runs write."""
import copy
import json
import pathlib
import re
import shlex
import subprocess
import sys

import jsonschema

SOURCE, PROGRAM, FOLDER = pathlib.Path(sys.argv[1]).resolve(), str(pathlib.Path(sys.argv[2]).resolve()), pathlib.Path(sys.argv[3])
DATA = SOURCE / "data/muse-spark"
failed = False


def fail(words):
    global failed
    failed = True
    print("schemas: " + words)


# ---- schemas ----

def strict(schema):
    """The same, but maps have no other properties than those that are named."""
    if isinstance(schema, dict):
        if "properties" in schema and schema.get("type") in ("object", ["object", "null"]):
            schema.setdefault("additionalProperties", False)
        for value in schema.values():
            strict(value)
    elif isinstance(schema, list):
        for value in schema:
            strict(value)
    return schema


def load():
    schemas, definitions = {}, {}
    for path in sorted((SOURCE / "share/schemas").glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        name = path.name.replace(".schema.json", "")
        jsonschema.Draft202012Validator.check_schema(schema)
        if schema["$id"] != f"urn:benchbrief:schema:0:{name}":
            fail(f"{path.name} has the id {schema['$id']}")
        for key, definition in schema.get("$defs", {}).items():
            if definitions.setdefault(key, definition) != definition:
                fail(f"{path.name} defines {key} otherwise than another schema")
        schemas[name] = jsonschema.Draft202012Validator(strict(copy.deepcopy(schema)))
    return schemas


def properties(schema, into):
    if isinstance(schema, dict):
        into.update(schema.get("properties", {}))
        for value in schema.values():
            properties(value, into)
    elif isinstance(schema, list):
        for value in schema:
            properties(value, into)
    return into


def keys(document, into):
    if isinstance(document, dict):
        into.update(document)
        for value in document.values():
            keys(value, into)
    elif isinstance(document, list):
        for value in document:
            keys(value, into)
    return into


SCHEMAS = load()
MET = {name: set() for name in SCHEMAS}
COUNTS = dict.fromkeys(SCHEMAS, 0)


def errors(name, document):
    return [f"{error.message[:200]} at {list(error.absolute_path)}" for error in SCHEMAS[name].iter_errors(document)]


def hold(name, text, what):
    try:
        document = json.loads(text)
    except ValueError as error:
        return fail(f"{what}: no JSON: {error}: {text[:200]}")
    COUNTS[name] += 1
    keys(document, MET[name])
    for error in errors(name, document)[:3]:
        fail(f"{what}: {name}: {error}")


# ---- runs ----

def run(arguments, **more):
    return subprocess.run([PROGRAM] + [str(a) for a in arguments], capture_output=True, text=True, encoding="utf-8",
                          errors="surrogateescape", **{"stdin": subprocess.DEVNULL, **more})


def name_of(arguments):
    """Which schemas the standard output and the report of a run follow; None where it is no JSON."""
    command = arguments[0] if arguments else ""
    form = [b for a, b in zip(arguments, arguments[1:]) if a in ("--format", "-f")] + \
        [a.split("=", 1)[1] for a in arguments if a.startswith("--format=")]
    out = {"data": "dataset" if "--all" in arguments else "values", "diff": "diff", "verify": "verify", "audit": "audit",
           "doctor": "doctor"}
    if command == "check":
        return ("check" if "--json" in arguments else None), None
    if command in ("chart", "render"):
        return None, "chart-report" if command == "chart" else "briefing-report"
    return (out.get(command) if "json" in form else None), None


def check(arguments, cwd=FOLDER, **more):
    arguments = [str(a) for a in arguments]
    out, report = name_of(arguments)
    done = run(arguments, cwd=cwd, **more)
    what = shlex.join(arguments)[:160]
    if done.returncode not in (0, 1, 2, 3):
        fail(f"{what}: ends with {done.returncode}")
    if out and done.stdout:
        hold(out, done.stdout, what)
    if report and "--report" in arguments and done.returncode == 0:
        target = arguments[arguments.index("--report") + 1]
        hold(report, done.stdout if target == "-" else (cwd / target).read_text(encoding="utf-8"), what)
    if "--diagnostics" in arguments and "json" in arguments:
        hold("diagnostics", done.stderr, what)
    return done


def run_case(path, folder):
    """A case of tests/cases (see cases.sh) that asks for JSON."""
    sections, name = {"": ""}, ""
    for line in path.read_text(encoding="utf-8", errors="surrogateescape").splitlines(keepends=True):
        if line.startswith("=== "):
            name = line[4:].rstrip("\n")
            sections[name] = ""
        else:
            sections[name] += line
    if "args" not in sections or not re.search(r"json|--report", sections["args"]):
        return
    folder.mkdir()
    for name, text in sections.items():
        if name.startswith("file "):
            file = folder / name[5:]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", errors="surrogateescape")
    if "setup" in sections:
        subprocess.run(["sh", "-c", sections["setup"]], cwd=folder, check=False)
    check(shlex.split(sections["args"]), cwd=folder, input=sections.get("stdin", ""), stdin=None)


KINDS = [line.split()[0] for line in run(["chart", "--help"]).stdout.split("KIND is one of\n\n")[1].split("\n\n")[0].splitlines()]
ENGINES = SOURCE / "data/engines"
(FOLDER / "old.yaml").write_text((DATA / "dataset.yaml").read_text(encoding="utf-8").replace("58 million", "90 million"), encoding="utf-8")
(FOLDER / "broken.json").write_text("[1, 2", encoding="utf-8")
(FOLDER / "all.yaml").write_text("""
benchbrief: 1
title: Everything
date: 2026-05-12
subject: engine
trust: [lab]
sources: [{id: lab, title: The Lab, kind: paper, url: "https://example.org/", file: x.pdf, publisher: P, date: 2026-05, note: n}]
organisations: [{id: acme, name: Acme, aliases: [ACME Inc]}]
units: [{name: chains, one: chain, aliases: [ch], sign: "#", side: before, base: tokens, scale: 0.1, better: lower}]
benchmarks:
  - {id: q, name: Quality, brief: Q, aliases: [Qual], version: v1, category: c, publisher: p, what: w, unit: percent, range: [0, 100], better: higher, zero: false, note: n}
  - {id: t, name: Tokens, unit: tokens, better: lower}
  - {id: i, name: Input tokens, unit: tokens, better: lower, part_of: t, part: input}
  - {id: c, name: Chains, unit: chains}
models:
  - {id: a, name: A, organisation: acme, family: f, aliases: [AA], released: 2026-01, licence: mit, context: 8k, inputs: [text], outputs: [text],
     price: {input: 2.50, output: 10, note: n}, sources: [lab], note: n, default: base, variants: [{id: base, name: A base},
     {id: x, name: A x, aliases: [AX], mode: m, effort: high, tools: t, scaffold: s, note: n}]}
  - {id: b, name: B, price: {free: true}}
measurements:
  - {model: a, benchmark: q, value: 61, source: lab, measured: third-party, se: 1.5, n: 200, date: 2026-05-01, note: n}
  - {model: a@x, benchmark: q, value: 63, ci: [60, 66], level: 90, source: lab}
  - {model: b, benchmark: q, status: missing}
  - {candidates: [a, b], benchmark: t, value: 5k, status: ambiguous}
  - {model: a, benchmark: i, value: 2k, status: estimated}
  - {model: a, benchmark: c, value: 5}
claims: [{id: one, text: A leads, source: lab, test: 'leader("q") == "a"', note: n}, {id: two, text: Both, tests: [{of: first, test: 'value("a", "q") > 1'}, {of: second, test: 'value("a", "q") < 1'}]}]
disputes: [{id: d, about: it, claims: [one, two], note: n}]
questions: [{id: k, about: what}]
conventions: [{id: nearly, within: 0.1, side: below, says: s}]
pins: [{model: a, benchmark: q, source: lab, note: n}]
""", encoding="utf-8")

(FOLDER / "many.csv").write_text("model,benchmark,value,unit\n" + "".join(f"M{i},Quality,?{i},percent\n" for i in range(300)),
                                encoding="utf-8")
(FOLDER / "bars.csv").write_text("label,length,printed\nAster,20,89.5\nBirch,55,93.0\nCedar,68,94.3\nDahlia,52,92.7\n", encoding="utf-8")
(FOLDER / "times.md").write_text(f"---\ntitle: Times\ndata: releases.yaml\nlook: board\n---\n```chart\nid: times\nkind: timeline\nbenchmark: reason\n"
                                 f"look: editorial\n```\n", encoding="utf-8")
(FOLDER / "releases.yaml").write_text((SOURCE / "tests/golden/data/releases.yaml").read_text(encoding="utf-8"), encoding="utf-8")
(FOLDER / "wide.csv").write_text("model,benchmark,value,unit\n" + "".join(f"A,Quality {i},{i},percent\n" for i in range(120)),
                                encoding="utf-8")
(FOLDER / "wide.md").write_text("---\ntitle: Wide\ndata: wide.csv\n---\n" + "".join(
    f'{{{{ claim("A leads here", value("a", "quality-{i}") > 200) }}}}.\n\n' for i in range(120)), encoding="utf-8")

for data in (DATA, ENGINES, FOLDER / "all.yaml", *sorted((SOURCE / "tests/golden/data").glob("*.yaml")),
             *sorted(p for p in (SOURCE / "tests/import").iterdir() if p.is_dir())):
    check(["data", data, "--format", "json"])
    check(["data", data, "--format", "json", "--all"])
    check(["check", data, "--json", "--fragile", "--diagnostics", "json"])
for kind in KINDS:
    check(["chart", kind, DATA, "--focus", "muse-spark", "--report", "-", "-o", "x.png"])
    check(["chart", kind, "releases.yaml", "-b", "reason", "--report", "x.json", "-o", "x.svg"])
for briefing in (DATA / "briefing.md", DATA / "deck.md", ENGINES / "briefing.md"):
    check(["render", briefing, "-o", "made", "--report", "x.json"])
    check(["check", briefing, "--json"])
check(["render", DATA / "briefing.md", "-o", "since", "--draft", "--baseline", "old.yaml", "--report", "x.json"])
check(["render", DATA / "briefing.md", "-o", "html", "--format", "html", "--report", "-"])
check(["diff", "old.yaml", DATA / "dataset.yaml", "--format", "json"])
check(["diff", DATA / "dataset.yaml", "old.yaml", "--format", "json", "--briefing", DATA / "briefing.md"])
files = sorted((FOLDER / "made").rglob("*.p*"))
check(["verify", *files, "--format", "json"])
check(["verify", *files, "--data", "old.yaml", "--format", "json"])
check(["check", "broken.json", "--json", "--diagnostics", "json"])
check(["check", "many.csv", "--json", "--diagnostics", "json"])
check(["render", "times.md", "--report", "x.json", "-o", "times"])
check(["render", "wide.md", "--draft", "--report", "x.json", "-o", "wide"])
check(["audit", "bars.csv", "--format", "json"])
(FOLDER / "list.txt").write_text(f"wide.md --draft\ntimes.md\nbroken.md\n{DATA}/briefing.md --draft --baseline old.yaml\n{DATA}/deck.md\n{ENGINES}/briefing.md\n", encoding="utf-8")
(FOLDER / "broken.md").write_text("---\ntitle: Broken\ndata: broken.json\n---\nText.\n", encoding="utf-8")
(FOLDER / "listed/times/charts").mkdir(parents=True)
(FOLDER / "times.md").write_text((FOLDER / "times.md").read_text(encoding="utf-8").replace("id: times", "id: earlier"), encoding="utf-8")
run(["render", "--list", "list.txt", "--out", "listed"], cwd=FOLDER)
(FOLDER / "times.md").write_text((FOLDER / "times.md").read_text(encoding="utf-8").replace("id: earlier", "id: times"), encoding="utf-8")
run(["render", "--list", "list.txt", "--prune", "--out", "listed", "--log", "log.jsonl", "--report", "list.json"], cwd=FOLDER)
for line in (FOLDER / "log.jsonl").read_text(encoding="utf-8").splitlines():
    hold("list-log", line, "render --list --log")
hold("list-report", (FOLDER / "list.json").read_text(encoding="utf-8"), "render --list --report")
check(["doctor", "--format", "json"])
check(["nonsense", "--diagnostics", "json"])
check(["data", DATA, "--diagnostics", "json"])
(FOLDER / "cases").mkdir()
for number, case in enumerate(sorted((SOURCE / "tests/cases").glob("*.case"))):
    run_case(case, FOLDER / "cases" / str(number))

# ---- neither has moved on alone ----

for name, validator in SCHEMAS.items():
    unmet = set(properties(validator.schema, {})) - MET[name]
    if unmet:
        fail(f"no document of {name} has {', '.join(sorted(unmet))}")

# ---- the check itself: what is planted is found ----

sound = json.loads(run(["check", DATA, "--json"]).stdout)
if errors("check", sound):
    fail("a sound document has errors")
for plant in (lambda d: d.update(new=1), lambda d: d["summary"].update(errors="none"), lambda d: d["published"][0].update(new=1),
              lambda d: d["published"][0].pop("verdict"), lambda d: d["diagnostics"][0].update(severity="fatal")):
    document = copy.deepcopy(sound)
    plant(document)
    if not errors("check", document):
        fail("something planted in a document is not found")

print(", ".join(f"{count} {name}" for name, count in COUNTS.items()))
sys.exit(failed)
