"""What Python's json and csv make of bytes, for oracle.c, which describes the form of questions and answers."""
import csv
import io
import json
import math
import sys

DEPTH_MAX = 100


class Number(str):
    pass


class Pairs(list):
    pass


def usual(text):
    """True if no reader could mind a character of it."""
    return all(" " <= c < "\x7f" or c in "\t\n" or c.isalpha() for c in text)


def put(out, kind, text):
    data = text.encode("utf-8", "surrogatepass")
    out.append(b"%c%d:%s" % (ord(kind), len(data), data))


def add(out, value, depth):
    """Adds a tree; False if it has what benchbrief may refuse."""
    if depth > DEPTH_MAX:
        return False
    if value is None:
        out.append(b"~")
    elif value is True or value is False:
        out.append(b"T" if value else b"F")
    elif isinstance(value, Number):
        put(out, "#", value)
        return math.isfinite(float(value))
    elif isinstance(value, str):
        put(out, '"', value.replace("\r", ""))
        return usual(value)
    elif isinstance(value, Pairs):
        out.append(b"{%d:" % len(value))
        ok = len({k for k, _ in value}) == len(value)
        for key, item in value:
            put(out, '"', key.replace("\r", ""))
            ok = add(out, item, depth + 1) and usual(key) and ok
        return ok
    else:
        out.append(b"[%d:" % len(value))
        return all([add(out, item, depth + 1) for item in value])
    return True


def values_of(text):
    """The values of a text, one after the other."""
    decoder = json.JSONDecoder(parse_float=Number, parse_int=Number, parse_constant=lambda name: None,
                               object_pairs_hook=Pairs)
    at, values = 0, []
    while (at := len(text) - len(text[at:].lstrip(" \t\n\r"))) < len(text) or not values:
        value, at = decoder.raw_decode(text, at)
        values.append(value)
    return values


def read_json(text):
    """Several maps are the rows of JSON lines, where they stand on lines of their own."""
    values = values_of(text)
    lines = len(values) > 1
    if lines and not text.startswith("{"):
        raise ValueError("several values")
    out = []
    ok = add(out, values if lines else values[0], 0)
    return ok and not lines and "NaN" not in text and "Infinity" not in text, out


def read_csv(text):
    """Cells are compared without the blanks around them: benchbrief drops those of cells without quotes."""
    rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]
    cells = [[cell.replace("\r\n", "\n").replace("\r", "\n").strip(" \t") for cell in row] for row in rows]
    if not cells:
        raise ValueError("no header")
    if not cells[0][0] and len(cells[0]) > 1:
        cells[0][0] = "unnamed column"
    out = []
    for row in cells:
        out.append(b"[%d:" % len(row))
        for cell in row:
            put(out, '"', cell)
    header = cells[0]
    ok = all(len(row) == len(header) for row in cells) and all(header) and len(set(header)) == len(header)
    return ok and usual(text.replace("\r\n", "\n")), out


def answer(kind, data):
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
        ok, out = (read_json if kind == "j" else read_csv)(text)
        return (b"+" if ok else b"-") + b"".join(out)
    except (ValueError, csv.Error, RecursionError) as error:
        return b"!" + str(error).encode()


def main():
    sys.stdout.buffer.write(b".")
    sys.stdout.buffer.flush()
    while line := sys.stdin.buffer.readline():
        data = sys.stdin.buffer.read(int(line[1:]))
        reply = answer(chr(line[0]), data)
        sys.stdout.buffer.write(b"%12d%s" % (len(reply), reply))
        sys.stdout.buffer.flush()


main()
