"""compare.py EXPECTED STRUCTURE JSON: holds what the scenes say should be heard (heard_print) against what two programs that
share no code with it find in the PDF: Poppler reads the text of the tree (pdfinfo -struct-text), qpdf the alt texts."""
import json
import re
import sys
import unicodedata

INLINE = {"Span"}  # letters of another script, signs drawn as pictures: their text belongs to what they are in


# Between two fonts Cairo may leave out a space that stands alone: words of another script are parted by that already.
OTHER = "\u0370-\u1dff\u2e80-\ufaff\ufb1d-\ufdff\ufe70-\ufefc"
PARTED = re.compile(rf"(?<=[{OTHER}])\s+|\s+(?=[{OTHER}])")


def is_word_part(char):
    """Signs that are drawn as pictures have no text of their own for Poppler."""
    return ord(char) < 0x1F000 and char not in "\u200d\ufe0f\u2060\u00ad" and unicodedata.category(char) not in ("Cf", "So")


def words(text):
    text = unicodedata.normalize("NFKC", text)
    return PARTED.sub("", "".join(c for c in text if is_word_part(c))).split()


def flatten(events):
    """A list of tags that begin and end and the words between them."""
    out, text = [], ""
    for kind, what in events:
        if kind == "text":
            text += what
            continue
        out += words(text)
        text = ""
        out.append(("<", what) if kind == "open" else (">",))
    return out + words(text)


def expected(path):
    events, alts, lost, open_tags = [], [], [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        mark, rest = line[:1], line[1:]
        if mark == "<":
            open_tags.append(rest)
            if rest not in INLINE:
                events.append(("open", rest))
        elif mark == ">":
            if open_tags.pop() not in INLINE:
                events.append(("close", None))
        elif mark == '"':
            events.append(("text", rest))
        elif mark == "=":
            alts.append(rest)
        elif mark == "!":
            lost.append(rest)
    return flatten(events), alts, lost


def structure(path):
    events, stack = [], []  # stack: (indent, name)

    def close_to(indent):
        while stack and stack[-1][0] >= indent:
            if stack.pop()[1] not in INLINE:
                events.append(("close", None))

    for line in open(path, encoding="utf-8", errors="replace"):
        indent, body = len(line) - len(line.lstrip()), line.strip("\n").lstrip()
        if body.startswith('"') and body.endswith('"') and len(body) > 1:
            close_to(indent)
            if not any(name == "Figure" for _, name in stack):
                events.append(("text", body[1:-1]))
        elif re.match(r"[A-Z][A-Za-z0-9]*( <[^>]*>)?( \((block|inline)\))?:?$", body):
            close_to(indent)
            name = re.match(r"[A-Za-z]+", body).group()
            stack.append((indent, name))
            if name not in INLINE:
                events.append(("open", name))
    close_to(0)
    return flatten(events)


def alts_of(path):
    data = json.load(open(path, encoding="utf-8"))["qpdf"][1]
    found = []

    def text(value):
        return value[2:] if value.startswith("u:") else bytes.fromhex(value[2:]).decode("utf-16-be")

    def walk(node):
        if isinstance(node, str) and node.endswith(" R"):
            node = data["obj:" + node]["value"]
        if isinstance(node, list):
            for kid in node:
                walk(kid)
        elif isinstance(node, dict):
            if node.get("/S") == "/Figure":
                found.append(text(node.get("/Alt", "u:")))
            walk(node.get("/K"))

    for thing in data.values():
        value = thing.get("value") if isinstance(thing, dict) else None
        if isinstance(value, dict) and value.get("/Type") == "/StructTreeRoot":
            walk(value.get("/K"))
    return found


def main():
    # Poppler loses what stands behind an isolate (a number in Arabic text), to which Cairo gives a text of its own.
    if re.search("[\u2066-\u2069]", open(sys.argv[1], encoding="utf-8").read()):
        print("numbers in text from right to left: not compared")
        return 77
    want, alts, lost = expected(sys.argv[1])
    have = structure(sys.argv[2])
    for line in lost:
        print("drawn, and heard nowhere:", line)
    if want != have:
        at = next((i for i, (a, b) in enumerate(zip(want, have)) if a != b), min(len(want), len(have)))
        print("after", want[max(0, at - 12):at])
        print("  should be heard:", want[at:at + 8])
        print("  is heard:       ", have[at:at + 8])
    if alts != alts_of(sys.argv[3]):
        print("alt texts differ:", len(alts), "and", len(alts_of(sys.argv[3])))
        return 1
    print(sum(isinstance(w, str) for w in want), "words", len(alts), "figures")
    return 1 if lost or want != have else 0


sys.exit(main())
