#!/usr/bin/env python3
"""Writes src/data/skeleton_table.h: what Unicode counts as looking alike (UTS #39), and what is not drawn at all.

From two Debian packages, neither of which the build needs: libicu72 has the table of look-alikes (Unicode 15.0,
confusables.txt, which is not in unicode-data), unicode-data has DerivedCoreProperties.txt and UnicodeData.txt.

    python3 tests/unicode/skeleton.py > src/data/skeleton_table.h
"""
import ctypes
import re
import unicodedata

ICU = "72"
icu = ctypes.CDLL("libicui18n.so." + ICU)
status = ctypes.c_int(0)
opened = getattr(icu, "uspoof_open_" + ICU)
opened.restype = ctypes.c_void_p
checker = opened(ctypes.byref(status))


def skeleton(text):
    given, room = text.encode("utf8"), ctypes.create_string_buffer(400)
    size = getattr(icu, "uspoof_getSkeletonUTF8_" + ICU)(
        ctypes.c_void_p(checker), 0, given, len(given), room, 400, ctypes.byref(ctypes.c_int(0))
    )
    return room.raw[:size].decode("utf8")


def ignorable():
    ranges = []
    for line in open("/usr/share/unicode/DerivedCoreProperties.txt", encoding="utf8"):
        found = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*; Default_Ignorable_Code_Point", line)
        if found:
            first, last = int(found[1], 16), int(found[2] or found[1], 16)
            if ranges and ranges[-1][1] + 1 == first:
                ranges[-1][1] = last
            else:
                ranges.append([first, last])
    return sorted(ranges)


LATIN_GREEK_CYRILLIC = 0x530  # what a look-alike has to begin with, to be kept
LONGEST = 3
hidden = ignorable()
entries = []  # [first, count, runes, canonical]
for code in range(0x20, 0x20000):
    if 0xD800 <= code < 0xE000 or 0xAC00 <= code < 0xD7A4 or any(a <= code <= b for a, b in hidden):
        continue
    to = chr(code - 0xFEE0) if 0xFF01 <= code <= 0xFF5E else chr(code)  # full-width forms
    to = skeleton(to)
    if not to or not (to[0].isalpha() or to[0].isdigit()):
        continue
    if to == chr(code) or ord(to[0]) >= LATIN_GREEK_CYRILLIC or len(to) > LONGEST:
        continue
    runes, canonical = [ord(c) for c in to], unicodedata.normalize("NFD", chr(code)) == to
    last = entries[-1] if entries else None
    if (
        last and last[0] + last[1] == code and len(runes) == len(last[2]) == 1 and last[3] == canonical
        and runes[0] == last[2][0] + last[1]
    ):
        last[1] += 1
    else:
        entries.append([code, 1, runes, canonical])


def table(items):
    line = "\t"
    for item in items:
        if len(line) + len(item) > 114:
            print(line.rstrip())
            line = "\t"
        line += item + " "
    print(line.rstrip())


print("/* clang-format off */")
print("/* skeleton_table.h: made by tests/unicode/skeleton.py; do not edit. Unicode 15.0: confusables.txt of UTS #39 as libicu")
print(" * has it, where what it gives begins with a Latin, Greek or Cyrillic letter or a digit; full-width forms; and what Unicode calls")
print(" * ignorable by default.")
print(" *")
print(" * Copyright (c) 1991-2022 Unicode, Inc. Distributed under https://www.unicode.org/license.txt: permission is granted to")
print(" * use, copy, modify and distribute the data files, provided that this notice appears with them. */")
print("#ifndef DATA_SKELETON_TABLE_H\n#define DATA_SKELETON_TABLE_H\n\n#include <stdint.h>\n")
print("/* Runes from first on, count of them, look like to[0] and those that follow it, with the others behind; canonical: they")
print(" * are the same by definition. */")
print("static const struct skeleton_entry { uint32_t first; uint16_t count, canonical, to[%d]; } skeleton_entries[] = {" % LONGEST)
table("{%s,%d,%d,{%s}}," % (hex(f), n, c, ",".join(map(str, r))) for f, n, r, c in entries)
print("};\n\n/* First and last of each range that is not drawn. */")
print("static const uint32_t skeleton_hidden[][2] = {")
table("{%s,%s}," % (hex(a), hex(b)) for a, b in hidden)
print("};\n/* clang-format on */\n\n#endif")
