#!/bin/bash
# What integrations/ offers works in the tools it is for: make, ninja, CMake (from an installed package), git's hook and
# pre-commit's, GitHub's action and GitLab's script (each run by the shell that they name), the Job of Kubernetes (its fields, and its
# command), and snakemake where it is installed.
set -u
LC_ALL=C.UTF-8
export LC_ALL
program=$(realpath "${BENCHBRIEF:?names the program to test}")
source=${SOURCE:?names the project}
build=${BUILD:?names the build folder}
tools=$source/integrations
unset BENCHBRIEF MAKEFLAGS MFLAGS MAKELEVEL
python3 -c 'import yaml' 2>/dev/null || { echo "skipped: python3-yaml is not here"; exit 77; }
for tool in git jq make ninja cmake; do
	command -v $tool >/dev/null || { echo "skipped: $tool is not here"; exit 77; }
done
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/home"
ln -s "$program" "$scratch/bin/benchbrief"
export PATH=$scratch/bin:$PATH HOME=$scratch/home GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b.c GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@b.c
failed=0
fail() {
	echo "$*"
	failed=$((failed + 1))
}

# project FOLDER: two briefings with data of their own; the first says that Aster leads
project() {
	rm -rf "$scratch/$1"
	mkdir -p "$scratch/$1/teams/data"
	cd "$scratch/$1" || exit 1
	printf 'model,benchmark,value,unit\nAster,Quality,61.4,percent\nBirch,Quality,58.3,percent\n' | tee weekly.csv >teams/data/a.csv
	cat >weekly.md <<-'MD'
		---
		title: The week
		data: weekly.csv
		appendix: false
		---
		{{ claim("Aster scores higher than Birch.", value("aster", "quality") > value("birch", "quality")) }}

		```chart
		id: quality
		kind: bars
		benchmark: quality
		```
	MD
	printf -- '---\ntitle: Team A\ndata: data/a.csv\nappendix: false\n---\nAster scores {{ value("aster", "quality") }}.\n' >teams/a.md
	printf '# Notes\n\nNot a briefing: 12 of 13.\n' >notes.md
}
turn() { sed -i 's/61.4/51.4/' weekly.csv; }    # Aster no longer leads
mend() { sed -i 's/51.4/61.5/' weekly.csv; }

# ---- make ----

project make
printf 'BRIEFINGS = weekly.md teams/a.md\nBRIEFING_OPTIONS = --page Letter\ninclude %s/benchbrief.mk\n' "$tools" >Makefile
make -s briefings >said 2>&1 || fail "make: $(cat said)"
[ -s out/weekly/weekly.pdf ] && [ -s out/weekly/charts/quality.png ] && [ -s out/teams/a/a.pdf ] || fail "make: not all was made"
make briefings >said 2>&1
grep -q 'benchbrief render' said && fail "make: what has not changed is made again"
sleep 1
sed -i 's/58.3/57.3/' teams/data/a.csv
make briefings >said 2>&1
[ "$(grep -c 'benchbrief render' said)" -eq 1 ] && grep -q 'render teams/a.md' said || fail "make: a change of data: $(cat said)"
make -s check-briefings >said 2>&1 || fail "make check-briefings: $(cat said)"
sleep 1
turn
make -s check-briefings >said 2>&1 && fail "make check-briefings accepts a claim that does not hold"
make -s briefings >said 2>&1 && fail "make accepts a claim that does not hold"
mend
make -s briefings >said 2>&1 || fail "make, once mended: $(cat said)"

# ---- ninja ----

project ninja
printf 'include %s/benchbrief.ninja\nbuild out/weekly.stamp: benchbrief weekly.md\n  dir = out/weekly\n  options = --look board\n' "$tools" >build.ninja
ninja >said 2>&1 || fail "ninja: $(cat said)"
[ -s out/weekly/weekly.pdf ] || fail "ninja: nothing was made"
ninja >said 2>&1
grep -q 'no work' said || fail "ninja: what has not changed is made again"
turn
ninja >said 2>&1 && fail "ninja accepts a claim that does not hold"
grep -q 'weekly.md:6:4: error: ' said || fail "ninja does not show what is wrong: $(cat said)"

# ---- CMake ----

cmake --install "$build" --prefix "$scratch/usr" >/dev/null || fail "cmake --install"
for file in share/cmake/benchbrief/benchbriefConfig.cmake share/benchbrief/integrations/benchbrief.mk share/benchbrief/integrations/share.sh; do
	[ -f "$scratch/usr/$file" ] || fail "$file is not installed"
done
project cmake
cat >CMakeLists.txt <<'CMAKE'
cmake_minimum_required(VERSION 3.21)
project(reports NONE)
find_package(benchbrief 0.1 REQUIRED)
benchbrief_add_briefing(weekly weekly.md ALL OUT pages OPTIONS --look board --page 16:9)
benchbrief_add_briefing(team teams/a.md)
get_target_property(where weekly BENCHBRIEF_OUT)
message(STATUS "program ${BENCHBRIEF_EXECUTABLE} writes to ${where}")
CMAKE
for generator in Ninja 'Unix Makefiles'; do
	rm -rf b
	cmake -B b -G "$generator" -DCMAKE_PREFIX_PATH="$scratch/usr" >said 2>&1 || fail "CMake, $generator: $(cat said)"
	grep -q "program $scratch/usr/.*bin/benchbrief writes to $PWD/b/pages" said || fail "CMake finds another program: $(grep program said)"
	cmake --build b >said 2>&1 || fail "CMake, $generator: $(cat said)"
	[ -s b/pages/weekly-deck.pdf ] && [ ! -e b/team ] || fail "CMake, $generator: other files were made"
	cmake --build b --target team >said 2>&1 && [ -s b/team/a.pdf ] || fail "CMake, $generator: $(cat said)"
	cmake --build b >said 2>&1
	grep -q Rendering said && fail "CMake, $generator: what has not changed is made again"
	sleep 1
	turn
	cmake --build b >said 2>&1 && fail "CMake, $generator, accepts a claim that does not hold"
	grep -q 'weekly.md:6:4: error: ' said || fail "CMake, $generator, does not show what is wrong"
	mend
	cmake --build b >said 2>&1 || fail "CMake, $generator, once mended: $(cat said)"
	sed -i 's/61.5/61.4/' weekly.csv
done
echo 'benchbrief_add_briefing(none none.md)' >>CMakeLists.txt
cmake b >said 2>&1 && fail "CMake accepts a briefing that is missing"
tr -d '\n' <said | grep -q 'there is no.*none.md' || fail "CMake does not say what is missing: $(cat said)"

# ---- before a commit ----

project hook
git init -q . && git add -A && git commit -qm first || fail "git"
ln -s "$tools/pre-commit.sh" .git/hooks/pre-commit
echo more >>notes.md
git commit -qam notes >said 2>&1 || fail "the hook refuses what is no briefing: $(cat said)"
turn
git commit -qam turned >said 2>&1 && fail "the hook accepts data that turn a claim"
grep -q 'weekly.md: not committed' said && grep -q 'weekly.md:6:4: error: ' said || fail "the hook does not say why: $(cat said)"
grep -q 'teams/a.md' said && fail "the hook checks what the commit does not touch"
git checkout -q weekly.csv
sed -i 's/61.4/51.4/' teams/data/a.csv
git commit -qam 'data of a team' >said 2>&1 || fail "the hook refuses what holds: $(cat said)"
echo 'About 12 of 13.' >>teams/a.md
git commit -qam typed >said 2>&1 && fail "the hook accepts a number that nothing binds"
turn
python3 - "$source" <<'PY' || fail "pre-commit's hook does not what it should"
import os, re, subprocess, sys, yaml
(hook,) = yaml.safe_load(open(sys.argv[1] + "/.pre-commit-hooks.yaml"))
assert hook["language"] == "script" and hook["id"] == "benchbrief-check"
def run(*files):
    files = [f for f in files if re.search(hook["files"], f)]
    return subprocess.run([os.path.join(sys.argv[1], hook["entry"]), *files], capture_output=True, text=True)
assert run("notes.md").returncode == 0
done = run("weekly.csv", "notes.md")
assert done.returncode == 1 and "weekly.md: not committed" in done.stderr and "teams/a.md" not in done.stderr, done.stderr
assert "teams/a.md: not committed" in run("teams/a.md").stderr
PY

# ---- GitHub and GitLab ----

project ci
git init -q . && git add -A && git commit -qm base
base=$(git rev-parse HEAD)
sed -i 's/58.3/59.3/' weekly.csv && git commit -qam change
cat >"$scratch/ci.py" <<'PY'
import json, os, re, subprocess, sys, tempfile, yaml
tools, base = sys.argv[1:]
lists = "# ours\nweekly.md --look board\nteams/a.md\n"

def github(step, inputs, temp):
    def value(text):
        def filled(match):
            asked = match[1].strip()
            if asked == "inputs.base || github.event.pull_request.base.sha":
                return inputs["base"]
            if asked == "inputs.strict == 'false' && '--draft' || ''":
                return "--draft" if inputs["strict"] == "false" else ""
            return inputs[re.fullmatch(r"inputs\.(\w+)", asked)[1]]
        return re.sub(r"\$\{\{(.*?)\}\}", filled, text)
    assert step["shell"] == "bash" and "${{" not in step["run"], "an input is part of a script"
    script = os.path.join(temp, "step.sh")
    open(script, "w").write(step["run"])
    env = dict(os.environ, RUNNER_TEMP=temp, GITHUB_OUTPUT=temp + "/output", GITHUB_STEP_SUMMARY=temp + "/summary",
               **{name: value(text) for name, text in step["env"].items()})
    return subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", script], env=env, capture_output=True, text=True)

def action(**given):
    temp = tempfile.mkdtemp(dir=os.path.dirname(sys.argv[0]))
    action = yaml.safe_load(open(tools + "/action.yml"))
    inputs = {name: about.get("default", "") for name, about in action["inputs"].items()}
    inputs.update(given)
    assert action["runs"]["using"] == "composite"
    done = [github(step, inputs, temp) for step in action["runs"]["steps"]]
    output = dict(line.split("=", 1) for line in open(temp + "/output").read().splitlines())
    ids = {step["id"] for step in action["runs"]["steps"]}
    for about in action["outputs"].values():
        step, name = re.search(r"steps\.(\w+)\.outputs\.(\w+)", about["value"]).groups()
        assert step in ids and name in output, about
    return done, output

done, output = action(briefings=lists, out="pages", data="weekly.csv", base=base)
assert all(d.returncode == 0 for d in done), [d.stderr for d in done]
assert os.path.getsize("pages/weekly/weekly.pdf") and os.path.getsize("pages/teams/a/a.pdf")
comment = open(output["comment"]).read()
assert "59.3" in comment and "weekly.md" in comment, comment
assert json.load(open(output["sarif"]))["version"] == "2.1.0" and json.load(open("pages/report.json"))["done"] == 2
done, output = action(briefings=lists, out="pages", base="")
assert all(d.returncode == 0 for d in done) and output["comment"] == ""

gitlab = yaml.safe_load(open(tools + "/gitlab.yml"))[".benchbrief"]
def job():
    env = dict(os.environ, **{name: str(value) for name, value in gitlab["variables"].items()})
    env.update(BRIEFINGS=lists, BRIEFING_DATA="weekly.csv", BRIEFING_OUT="lab", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    return subprocess.run(["sh", "-e", "-c", "\n".join(gitlab["script"])], env=env, capture_output=True, text=True)
done = job()
assert done.returncode == 0 and os.path.getsize("lab/weekly/weekly.pdf"), done.stderr
assert "59.3" in open("lab/comment.md").read() and gitlab["artifacts"]["paths"] == ["$BRIEFING_OUT"]

# Data that turn a claim: the run ends with status 1, and says in the comment which sentence is no longer true.
data = open("weekly.csv").read()
open("weekly.csv", "w").write(data.replace("61.4", "51.4"))
done, output = action(briefings=lists, out="pages", data="weekly.csv", base=base)
assert [d.returncode for d in done] == [0, 1], [d.stderr for d in done]
assert "Aster scores higher than Birch." in open(output["comment"]).read()
assert "::error file=weekly.md,line=6::" in done[1].stdout, done[1].stdout
done, output = action(briefings=lists, out="pages", data="weekly.csv", base=base, strict="false")
assert [d.returncode for d in done] == [0, 0] and "::warning file=weekly.md" in done[1].stdout, done[1]
assert job().returncode == 1 and "Aster scores higher than Birch." in open("lab/comment.md").read()
PY
python3 "$scratch/ci.py" "$tools" "$base" 2>said || fail "GitHub's action, or GitLab's script: $(tail -3 said)"

# ---- Kubernetes ----

project kubernetes
printf 'weekly.md\nteams/a.md\nteams/a.md -o b\n' >list.txt
mkdir out
python3 - "$tools" <<'PY' || fail "the Job is not what it should be"
import os, subprocess, sys, yaml
(job,) = yaml.safe_load_all(open(sys.argv[1] + "/kubernetes-job.yaml"))
spec = job["spec"]
pod = spec["template"]["spec"]
(container,) = pod["containers"]
assert (job["apiVersion"], job["kind"]) == ("batch/v1", "Job")
assert spec["completionMode"] == "Indexed" and 0 < spec["parallelism"] <= spec["completions"]
assert spec["backoffLimitPerIndex"] >= 1 and "backoffLimit" not in spec and spec["maxFailedIndexes"] <= spec["completions"]
assert pod["restartPolicy"] == "Never"  # what podFailurePolicy asks for
rules = spec["podFailurePolicy"]["rules"]
given_up = [r for r in rules if r["action"] == "FailIndex"]
assert [r["onExitCodes"] for r in given_up] == [{"containerName": container["name"], "operator": "In", "values": [1, 2]}]
assert all(3 not in r.get("onExitCodes", {}).get("values", []) for r in rules), "what the machine failed is tried again"
assert [r["onPodConditions"] for r in rules if r["action"] == "Ignore"] == [[{"type": "DisruptionTarget"}]]
env = {e["name"]: e["value"] for e in container["env"]}
assert env["SHARES"] == str(spec["completions"])
assert container["securityContext"]["allowPrivilegeEscalation"] is False and pod["securityContext"]["runAsNonRoot"] is True
assert {m["name"] for m in container["volumeMounts"]} == {v["name"] for v in pod["volumes"]}
made = []
for index in range(3):
    done = subprocess.run(container["command"], env=dict(os.environ, **{**env, "SHARES": "3"}, JOB_COMPLETION_INDEX=str(index)),
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    made.append([os.path.join(f, n) for f, _, names in os.walk("out") for n in names if n.endswith(".pdf")])
assert [len(m) for m in made] == [1, 2, 3], made
PY

# ---- snakemake ----

if command -v snakemake >/dev/null; then
	project snakemake
	printf 'weekly.md\nteams/a.md\n' >list.txt
	snake() { XDG_CACHE_HOME=$scratch/home snakemake -s "$tools/Snakefile" -j2 --rerun-triggers mtime --config shares=2 "$@" >said 2>&1; }
	snake || fail "snakemake: $(tail -5 said)"
	[ -s out/weekly/weekly.pdf ] && [ -s out/teams/a/a.pdf ] || fail "snakemake: not all was made"
	snake
	grep -q 'Nothing to be done' said || fail "snakemake: what has not changed is made again"
	sleep 1
	sed -i 's/58.3/57.3/' weekly.csv
	snake && [ "$(grep -c '^rule share' said)" -eq 1 ] || fail "snakemake: a change in one share's data: $(tail -5 said)"
	turn
	snake && fail "snakemake accepts a claim that does not hold"
else
	echo "snakemake is not here: its rule is not run"
fi

[ "$failed" -eq 0 ] && echo "all that is offered works"
[ "$failed" -eq 0 ]
