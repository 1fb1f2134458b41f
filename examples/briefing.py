#!/usr/bin/env python3
"""Renders a briefing in memory and asks its data, by ctypes alone.

    python3 briefing.py BRIEFING.md DATA EXPRESSION FOLDER [OPTION=VALUE…]

Prints the answer with what it rests on, writes the files below FOLDER, and lists what was found on standard error. The
shared library is the one that BENCHBRIEF_LIBRARY names, or that is installed, or that was built in this project; its
looks are found from there."""
import ctypes
import json
import os
import pathlib
import shutil
import sys

STATUS = ("done", "wrong", "misused", "failed")
SEVERITY = ("note", "warning", "error", "failure")


class Finding(ctypes.Structure):
    _fields_ = [("severity", ctypes.c_int), ("file", ctypes.c_char_p), ("line", ctypes.c_int), ("column", ctypes.c_int),
                ("message", ctypes.c_char_p), ("hint", ctypes.c_char_p)]


class File(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("media_type", ctypes.c_char_p), ("bytes", ctypes.c_void_p),
                ("size", ctypes.c_size_t)]


class Value(ctypes.Structure):
    _fields_ = [("model", ctypes.c_char_p), ("benchmark", ctypes.c_char_p), ("printed", ctypes.c_char_p),
                ("source", ctypes.c_char_p)]


class Answer(ctypes.Structure):
    _fields_ = [("kind", ctypes.c_int), ("number", ctypes.c_double), ("truth", ctypes.c_bool),
                ("printed", ctypes.c_char_p), ("values", ctypes.POINTER(Value)), ("n_values", ctypes.c_size_t)]


Texts = ctypes.POINTER(ctypes.c_char_p)


NAME = "libbenchbrief.so.0"


def places():
    """Where the library may be, best first; a bare name is looked for by the system."""
    named = os.environ.get("BENCHBRIEF_LIBRARY")
    if named:
        return [named]
    found = [NAME]
    program = shutil.which("benchbrief")
    if program:
        folder = pathlib.Path(program).resolve().parent
        found += [folder / NAME, *sorted(folder.parent.glob(f"lib*/{NAME}")), *sorted(folder.parent.glob(f"lib/*/{NAME}"))]
    found.append(pathlib.Path(__file__).resolve().parent.parent / "build" / NAME)
    return [str(place) for place in found]


def surroundings(place):
    """What tells a library at this path where its looks and its program are: it may have been moved, or only built."""
    folder = pathlib.Path(place).resolve().parent
    for prefix in folder.parents:
        if (prefix / "share/benchbrief/styles").is_dir():
            return [f"prefix={prefix}"]
    looks = folder.parent / "styles"
    return [f"looks={looks}", f"program={folder / 'benchbrief'}"] if looks.is_dir() else []


def library():
    tried = []
    for place in places():
        try:
            lib = ctypes.CDLL(place)
            break
        except OSError as error:
            tried.append(f"  {error}")
    else:
        sys.exit("\n".join([f"{NAME} is not here; install the package libbenchbrief0, build it here with ./run, or name "
                            "its file in BENCHBRIEF_LIBRARY. Tried:", *tried]))
    session = ctypes.c_void_p
    for name, result, *arguments in (
            ("version", ctypes.c_char_p),
            ("open", session, Texts),
            ("close", None, session),
            ("load", ctypes.c_int, session, Texts, Texts),
            ("ask", ctypes.c_int, session, ctypes.c_char_p, ctypes.POINTER(ctypes.POINTER(Answer))),
            ("render", ctypes.c_int, session, ctypes.c_char_p, Texts),
            ("chart", ctypes.c_int, session, ctypes.c_char_p, Texts),
            ("file_at", ctypes.POINTER(File), session, ctypes.c_size_t),
            ("finding_at", ctypes.POINTER(Finding), session, ctypes.c_size_t),
            ("report", ctypes.c_char_p, session)):
        function = getattr(lib, "benchbrief_" + name)
        function.restype, function.argtypes = result, arguments
    return lib, surroundings(place) if "/" in place else []


def texts(*words):
    return (ctypes.c_char_p * (len(words) + 1))(*[word.encode() for word in words], None)


class Trouble(Exception):
    pass


class Session:
    """Everything it returns is copied: nothing points into the library."""

    def __init__(self, *options):
        self.lib, known = library()
        given = {option.partition("=")[0] for option in options}
        options = (*options, *(option for option in known if not given & {"prefix", option.partition("=")[0]}))
        self.session = self.lib.benchbrief_open(texts(*options))
        if not self.session:
            raise MemoryError

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.lib.benchbrief_close(self.session)

    def _each(self, function):
        i = 0
        while item := function(self.session, i):
            yield item.contents
            i += 1

    def findings(self):
        return [(SEVERITY[f.severity], (f.file or b"-").decode(), f.line, f.column, f.message.decode())
                for f in self._each(self.lib.benchbrief_finding_at)]

    def _must(self, status):
        if status:
            raise Trouble(STATUS[status], self.findings())

    def load(self, *paths, options=()):
        self._must(self.lib.benchbrief_load(self.session, texts(*paths), texts(*options)))

    def ask(self, expression):
        answer = ctypes.POINTER(Answer)()
        self._must(self.lib.benchbrief_ask(self.session, expression.encode(), ctypes.byref(answer)))
        a = answer.contents
        return a.printed.decode(), [tuple((text or b"").decode() for text in (v.model, v.benchmark, v.printed, v.source))
                                    for v in a.values[:a.n_values]]

    def render(self, path, *options):
        self._must(self.lib.benchbrief_render(self.session, path.encode(), texts(*options)))
        return {f.name.decode(): ctypes.string_at(f.bytes, f.size) for f in self._each(self.lib.benchbrief_file_at)}

    def chart(self, kind, *options):
        self._must(self.lib.benchbrief_chart(self.session, kind.encode(), texts(*options)))
        return next(ctypes.string_at(f.bytes, f.size) for f in self._each(self.lib.benchbrief_file_at))

    def report(self):
        return json.loads(self.lib.benchbrief_report(self.session))


def main(briefing, data, expression, folder, *options):
    with Session(*options) as session:
        try:
            session.load(data)
            printed, values = session.ask(expression)
            print(printed)
            for value in values:
                print("  " + " ".join(value))
            for name, content in session.render(briefing).items():
                path = pathlib.Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                print(f"{name}: {len(content)} bytes")
            print(f"{len(session.report()['expressions'])} expressions")
        except Trouble as trouble:
            status, findings = trouble.args
            for severity, file, line, column, message in findings:
                print(f"{file}:{line}:{column}: {severity}: {message}", file=sys.stderr)
            return STATUS.index(status)
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
