"""chromium_page.py SHOT.png OUT.pgm WIDTH HEIGHT: cuts the page out of what Chromium's viewer shows: the part of that size where
the dark ground ends. Reads PNG files of 8 bits, as screenshots are."""
import struct
import sys
import zlib


def read_png(path):
    data, at, packed = open(path, "rb").read(), 8, b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, height, _, color = struct.unpack(">IIBB", body[:10])
        elif kind == b"IDAT":
            packed += body
        at += size + 12
    each = {2: 3, 6: 4}[color]
    raw, rows, above = zlib.decompress(packed), [], bytearray(width * each)
    for y in range(height):
        start = y * (width * each + 1)
        way, row = raw[start], bytearray(raw[start + 1:start + 1 + width * each])
        for i in range(len(row)):
            left = row[i - each] if i >= each else 0
            corner = above[i - each] if i >= each else 0
            if way == 1:
                row[i] = (row[i] + left) & 255
            elif way == 2:
                row[i] = (row[i] + above[i]) & 255
            elif way == 3:
                row[i] = (row[i] + (left + above[i]) // 2) & 255
            elif way == 4:
                guess = left + above[i] - corner
                best = min((abs(guess - left), 0, left), (abs(guess - above[i]), 1, above[i]), (abs(guess - corner), 2, corner))
                row[i] = (row[i] + best[2]) & 255
        rows.append(row)
        above = row
    grey = [bytes((299 * r[i] + 587 * r[i + 1] + 114 * r[i + 2]) // 1000 for i in range(0, len(r), each)) for r in rows]
    return width, height, grey


def main():
    width, height = int(sys.argv[3]), int(sys.argv[4])
    across, down, rows = read_png(sys.argv[1])
    middle = rows[down // 2]
    left = next((x for x in range(across) if middle[x] > 200), across)
    top = next((y for y in range(down) if rows[y][min(left + 10, across - 1)] > 200), down)
    if left + width > across or top + height > down:
        print("the page is not to be seen as a whole: it begins at", left, top)
        return 1
    with open(sys.argv[2], "wb") as out:
        out.write(b"P5\n%d %d\n255\n" % (width, height))
        for y in range(top, top + height):
            out.write(rows[y][left:left + width])
    return 0


sys.exit(main())
