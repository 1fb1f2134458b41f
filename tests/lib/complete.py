"""complete.py SHELL FILE PROGRAM DATA FOLDER: types beginnings of commands into a shell that has the completions of FILE, on a
terminal, and reads what the shell makes of them; for tests/complete.sh."""
import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import time

SHELL, FILE, PROGRAM, DATA, FOLDER = sys.argv[1:6]
# What is typed, and what the line must then have.
TYPED = [
    ("benchbrief rend", "benchbrief render "),
    ("benchbrief chart leaderb", "chart leaderboard"),
    ("benchbrief render --loo", "--look"),
    ("benchbrief render x.md --page 16", "--page 16:9"),
    ("benchbrief chart bars d.yaml --better hi", "--better higher"),
    ("benchbrief render x.md --look boardroom-d", "--look boardroom-dark"),
    ("benchbrief check --diagnostics sa", "--diagnostics sarif"),
    ("benchbrief chart bars d.yaml -b healthb", "-b healthbench-hard"),
    ("benchbrief chart bars d.yaml --focus muse-spark@cont", "--focus muse-spark@contemplating"),
    ("benchbrief data d.yaml --maker Anth", "--maker Anthropic"),
    ("benchbrief diff d.ya", "diff d.yaml"),
    ("benchbrief data d.yaml --format js", "--format json"),
]
START = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], f"PS1='> '; bind 'set enable-bracketed-paste off'; source '{FILE}'\n"),
    "zsh": (["zsh", "-f", "-i"], f"PS1='> '; unsetopt zle_bracketed_paste 2>/dev/null; fpath=('{os.path.dirname(FILE)}' $fpath); "
                                 "autoload -Uz compinit; compinit -u -D; setopt no_list_beep\n"),
}


def plain(data):
    """The text as a terminal shows it: what goes back is written over."""
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|[\x00\x07]", "", data.decode("utf-8", "replace")).replace("\r\n", "\n")
    shown, at = [], 0
    for letter in text:
        if letter == "\b":
            at = max(0, at - 1)
        elif letter == "\r":
            at = len(shown) - shown[::-1].index("\n") if "\n" in shown else 0
        else:
            at = len(shown) if letter == "\n" else at
            shown[at:at + 1] = letter
            at += 1
    return "".join(shown)


def read(master, wanted, seconds):
    data, end = b"", time.monotonic() + seconds
    while time.monotonic() < end and (wanted is None or wanted not in plain(data)):
        ready, _, _ = select.select([master], [], [], 0.05)
        if ready:
            try:
                data += os.read(master, 65536)
            except OSError:
                break
        elif wanted is None and data:
            break
    return plain(data)


def ask_terminal():
    command, start = START[SHELL]
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(FOLDER)
        os.environ.update(PATH=f"{FOLDER}/bin:{os.environ['PATH']}", TERM="dumb" if SHELL == "bash" else "vt100", HOME=FOLDER,
                          COLUMNS="200", INPUTRC="/dev/null")
        os.execvp(command[0], command)
    subprocess.run(["stty", "cols", "200"], stdin=master, check=False)
    os.write(master, start.encode())
    os.write(master, b"echo rea''dy\n")
    read(master, "ready\n", 20)
    failed = 0
    for typed, wanted in TYPED:
        os.write(master, b"\x15" + typed.encode() + b"\t")
        told = read(master, wanted, 10)
        if wanted not in told:
            print(f"complete: {SHELL}: {typed!r} does not become {wanted!r}: {told!r}")
            failed = 1
    os.write(master, b"\x15exit\n")
    os.close(master)
    os.waitpid(pid, 0)
    return failed


def ask_fish():
    failed = 0
    for typed, wanted in TYPED:
        script = f"source '{FILE}'; complete -C '{typed}'"
        done = subprocess.run(["fish", "--no-config", "-c", script], cwd=FOLDER, capture_output=True, text=True, check=False,
                              env={**os.environ, "PATH": f"{FOLDER}/bin:{os.environ['PATH']}", "HOME": FOLDER})
        found = [line.split("\t")[0] for line in done.stdout.splitlines()]
        if wanted.split()[-1] not in found:
            print(f"complete: fish: {typed!r} offers {found}, not {wanted!r} {done.stderr[:300]}")
            failed = 1
    return failed


pathlib.Path(FOLDER, "bin").mkdir(exist_ok=True)
shutil.copy(DATA, f"{FOLDER}/d.yaml")
link = pathlib.Path(FOLDER, "bin/benchbrief")
if not link.exists():
    link.symlink_to(PROGRAM)
sys.exit(ask_fish() if SHELL == "fish" else ask_terminal())
