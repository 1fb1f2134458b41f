"""viewers.py BOUND FIRST SECOND…: pages drawn by several programs, as PGM files, differ from those of the first by no more
than BOUND: the largest difference of the mean grey of a tile of 8 by 8 pixels, of 255. Tiles forgive how edges of letters are
smoothed, and see every word, bar and rule that one program draws and another does not."""
import sys

TILE = 8


def read(path):
    data = open(path, "rb").read()
    fields, at = [], 0
    while len(fields) < 4:
        while data[at:at + 1].isspace():
            at += 1
        if data[at:at + 1] == b"#":
            at = data.index(b"\n", at)
            continue
        end = at
        while not data[end:end + 1].isspace():
            end += 1
        fields.append(data[at:end])
        at = end
    width, height = int(fields[1]), int(fields[2])
    return width, height, data[at + 1:]


def tiles(width, height, pixels, across, down):
    out = []
    for y in range(down):
        rows = [pixels[(y * TILE + k) * width:(y * TILE + k) * width + across * TILE] for k in range(TILE)]
        out.append([sum(sum(row[x * TILE:x * TILE + TILE]) for row in rows) / (TILE * TILE) for x in range(across)])
    return out


def nearest(mean, page, x, y):
    """How far a tile is off where it fits best, up to a pixel away: programs put thin rules into the one row or the next."""
    width, height, pixels = page
    best = 255
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            left, top = x + right, y + down
            if left < 0 or top < 0 or left + TILE > width or top + TILE > height:
                continue
            rows = [pixels[(top + k) * width + left:(top + k) * width + left + TILE] for k in range(TILE)]
            best = min(best, abs(mean - sum(map(sum, rows)) / (TILE * TILE)))
    return best


def main():
    bound, pages = float(sys.argv[1]), [read(path) for path in sys.argv[2:]]
    across = min(p[0] for p in pages) // TILE
    down = min(p[1] for p in pages) // TILE
    if max(p[0] for p in pages) - min(p[0] for p in pages) > 1 or max(p[1] for p in pages) - min(p[1] for p in pages) > 1:
        print("pages are not equally large:", [p[:2] for p in pages])
        return 1
    first = tiles(*pages[0], across, down)
    if min(map(min, first)) > 250:
        print("nothing is drawn")
        return 1
    worst = (0, "")
    for path, page in zip(sys.argv[3:], pages[1:]):
        other = tiles(*page, across, down)
        for y in range(down):
            for x in range(across):
                off = abs(first[y][x] - other[y][x])
                if off > worst[0]:
                    off = min(off, nearest(first[y][x], page, x * TILE, y * TILE))
                if off > worst[0]:
                    worst = (off, "%s: %.0f of 255 off at %d, %d" % (path.split("/")[-1], off, x * TILE, y * TILE))
    print("%.1f %s" % worst)
    return worst[0] > bound


sys.exit(main())
