#!/bin/sh
# What charts over time say, in titles, alt texts and notes, holds in the data they were made from, counted again here.
set -eu
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
PYTHONDONTWRITEBYTECODE=1 python3 - "${SEED:-1}" "${WORLDS:-60}" <<'PY'
import copy, datetime, json, math, os, random, re, subprocess, sys

PROGRAM = os.environ['BENCHBRIEF']
MONTHS = ('January February March April May June July August September October November December').split()
COUNTS = 'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split()
NAMES = ['Aster', 'Birch Pro', 'Cedar', 'Dogwood Mini', 'Elm', 'Fern Ultra', 'Gorse', 'Hazel']
seen = set()


class False_(Exception):
    pass


def hold(true, what):
    if not true:
        raise False_(what)


def day_of(text):
    """A day, or the first of a month that is all that is known."""
    words = text.split()
    day = int(words[0]) if len(words) == 3 else 1
    return datetime.date(int(words[-1]), MONTHS.index(words[-2]) + 1, day)


def number_of(text):
    return float(re.sub(r'[^0-9.]', '', text.replace('\u2212', '-')))


class World:
    """A benchmark: each model's runs by day. Higher or lower is better; all have an interval or none has."""

    def __init__(self, r):
        self.up = r.random() < 0.7
        self.half = r.choice([0, 0, 1.5, 6])
        self.models = {}
        for name in NAMES[:r.randint(2, 8)]:
            runs = {}
            for _ in range(r.choice([0, 1, 1, 2, 3, 5])):
                day = datetime.date(2026, 1, 1) + datetime.timedelta(r.randint(0, 200))
                runs[day] = r.randint(20, 24) if r.random() < 0.2 else round(r.uniform(10, 90), 1)
            released = datetime.date(2024, 1, 1) + datetime.timedelta(r.randint(0, 30) * 30)
            self.models[name] = (released if r.random() < 0.9 else None, runs)
        self.focus = r.choice([None, None, r.choice(list(self.models))])

    def write(self, path):
        models = [{'id': f'm{i}', 'name': name} | ({'released': str(released)} if released else {})
                  for i, (name, (released, _)) in enumerate(self.models.items())]
        runs = [{'model': f'm{i}', 'benchmark': 'b', 'value': value, 'source': 's', 'date': str(day)}
                | ({'ci': self.half} if self.half else {})
                for i, (_, runs) in enumerate(self.models.values()) for day, value in runs.items()]
        json.dump({'sources': [{'id': 's', 'title': 'Runs', 'publisher': 'Tester', 'kind': 'run'}],
                   'models': models,
                   'benchmarks': [{'id': 'b', 'name': 'Maze', 'unit': 'points',
                                   'better': 'higher' if self.up else 'lower'}],
                   'measurements': runs}, open(path, 'w'))

    def ahead(self, a, b):
        """Beyond the joint interval."""
        gain = a - b if self.up else b - a
        return gain > math.hypot(self.half, self.half) + 1e-9

    def better(self, a, b):
        return a > b if self.up else a < b


def draw(kind, world):
    """Its title, alt text and notes; None where it says why there is none."""
    command = [PROGRAM, 'chart', kind, 'world.json', '-b', 'b', '--format', 'scene']
    if world.focus:
        command += ['--focus', world.focus]
    made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode == 1 and 'error:' in made.stderr and 'bug' not in made.stderr:
        return None
    hold(made.returncode == 0, f'status {made.returncode}: {made.stderr}')
    made.stdout = re.sub('[\u00a0\u202f]', ' ', made.stdout)
    said = [re.search('"(.*)"$', line).group(1) for line in made.stdout.splitlines()
            if re.match(r'(title|note) ', line)]
    alt = re.search('^alt: (.*)$', made.stdout, re.M).group(1)
    titles = [re.search('"(.*)"$', line).group(1) for line in made.stdout.splitlines() if line.startswith('title ')]
    return ' '.join(titles), alt, said[len(titles):]


def names_in(text):
    return {name for name in re.split(', | and ', text) if name}


def is_all(found, text, total):
    """The names of a list that may end in "and three more"."""
    more = re.search(r' and (\w+) more$', text)
    told = names_in(text[:more.start()] if more else text)
    hold(told <= found, f'{told - found} of "{text}"')
    hold(len(told) + (COUNTS.index(more.group(1).capitalize()) if more else 0) == total, f'count of "{text}"')


def judge_timeline(world, title, alt, notes):
    latest = {name: (released, runs[max(runs)]) for name, (released, runs) in world.models.items() if runs}
    drawn = {name: of for name, of in latest.items() if of[0]}
    values = [value for _, value in drawn.values()]
    best = max(values) if world.up else min(values)
    first_day = min(day for day, _ in drawn.values())
    on_first = [value for day, value in drawn.values() if day == first_day]
    first = max(on_first) if world.up else min(on_first)
    leaders = [name for name, (_, value) in latest.items()
               if not any(world.ahead(other, value) for _, other in latest.values())]

    if found := re.fullmatch(r'The best result on Maze (rose|fell) from (\S+) to (\S+)(?: points)?', title):
        a, b = number_of(found[2]), number_of(found[3])
        hold((found[1] == 'rose') == world.up and (a, b) == (first, best) and world.ahead(b, a), title)
    elif found := re.fullmatch(r'The best result on Maze grew (\S+)-fold, from (\S+) to (\S+)(?: points)?', title):
        times, a, b = (number_of(found[k]) for k in (1, 2, 3))
        near = abs(b / a - times) <= (0.05 if '.' in found[1] else 0.5)
        hold(world.up and (a, b) == (first, best) and near, title)
    elif found := re.fullmatch(r'(.+) holds the best result on Maze', title):
        hold(leaders == [found[1]] and found[1] == world.focus, title)
    elif found := re.fullmatch(r'(.+) was already ahead on Maze when (.+) came out', title):
        rival, own = drawn[found[1]], drawn[found[2]]
        hold(rival[0] < own[0] and world.ahead(rival[1], own[1]) and found[2] == world.focus, title)
    elif found := re.fullmatch(r'(.+) led on Maze when it came out', title):
        own = drawn[found[1]]
        rivals = [of for name, of in drawn.items() if name != found[1] and of[0] <= own[0]]
        hold(rivals and all(world.ahead(own[1], of[1]) for of in rivals) and found[1] == world.focus, title)
    else:
        found = re.fullmatch(r'(\w+) models? on Maze, by release', title)
        hold(found and COUNTS.index(found[1]) == len(drawn), title)
    seen.add(re.sub('|'.join(NAMES), 'X', title.split(' on ')[0]))

    count = re.match(r'Timeline of Maze by release date for (\d+) models?', alt)
    hold(count and int(count[1]) == len(drawn), alt)
    told = re.findall(r'([A-Z][A-Za-z ]+): ([\d.]+)(?: points)?, ((?:\d+ )?\w+ \d{4})\.', alt)
    hold({name for name, _, _ in told} == set(drawn), alt)
    for name, value, day in told:
        hold(float(value) == drawn[name][1] and day_of(day) == drawn[name][0], f'{name} in {alt}')
    if course := re.search(r'On the course of the best so far: ([^.]+)\.', alt):
        on = {name for name, (day, value) in drawn.items()
              if not any(world.ahead(other, value) or not world.half and other == value and earlier < day
                         for earlier, other in drawn.values() if earlier <= day)}
        is_all(on, course[1], len(on))
    missing = set(latest) - set(drawn)
    left = [note for note in notes if note.startswith('Left out')]
    hold(bool(left) == bool(missing), f'{left} for {missing}')
    if left:
        is_all(missing, left[0].split(': ')[1].rstrip('.'), len(missing))


def judge_lines(world, title, alt, notes):
    drawn = {name: runs for name, (_, runs) in world.models.items() if runs}
    ends = {name: (runs[min(runs)], runs[max(runs)]) for name, runs in drawn.items()}
    moves = {name: b - a for name, (a, b) in ends.items() if world.ahead(a, b) or world.ahead(b, a)}
    steady = {name: not any(world.ahead(a, b) for a in runs.values() for b in runs.values())
              for name, runs in drawn.items()}
    speaks = {world.focus} if world.focus else set(drawn)

    if found := re.fullmatch(r'(.+) (rose|fell) from (\S+) to (\S+)(?: points)? on Maze', title):
        name = found[1]
        hold((number_of(found[3]), number_of(found[4])) == ends[name] and name in moves and name in speaks, title)
        hold((found[2] == 'rose') == (moves[name] > 0), title)
        hold(world.focus or abs(moves[name]) >= max(map(abs, moves.values())) - 1e-9, f'most: {title}')
    elif found := re.fullmatch(r'(.+) did not change beyond noise on Maze', title):
        hold(steady[found[1]] and world.half, title)
    elif found := re.fullmatch(r'(.+) ended where it began on Maze', title):
        hold(ends[found[1]][0] == ends[found[1]][1] and len(drawn[found[1]]) > 1, title)
    elif title == 'Nothing changed beyond noise on Maze':
        hold(all(steady.values()) and any(len(runs) > 1 for runs in drawn.values()), title)
    elif title == 'Everything ended where it began on Maze':
        hold(all(a == b for a, b in ends.values()) and any(len(runs) > 1 for runs in drawn.values()), title)
    else:
        hold(title == 'Maze over time' and not moves.keys() & speaks, title)
    seen.add(re.sub('|'.join(NAMES), 'X', title.split(' from ')[0].split(' on ')[0]))

    count = re.match(r'Line chart of Maze for (\d+) models?', alt)
    hold(count and int(count[1]) == len(drawn), alt)
    for name, runs in drawn.items():
        a, b = (f'{day.day} {MONTHS[day.month - 1]} {day.year}' for day in (min(runs), max(runs)))
        last = rf'{name}: ([\d.]+)(?: points)? \({b}\)\.' if len(runs) == 1 else \
            rf'{name}: ([\d.]+)(?: points)? \({a}\), ([\d.]+)(?: points)? \({b}\)\.'
        found = re.search(last, alt)
        hold(found and float(found[1]) == runs[min(runs)], f'{name} in {alt}')
        hold(len(runs) == 1 or float(found[2]) == runs[max(runs)], f'{name} in {alt}')
    hold(not any(note.startswith('Left out') for note in notes), notes)


def holds_still(judge, world, made):
    """In data of which one value has moved."""
    name, (released, runs) = next(of for of in world.models.items() if of[1][1] and (of[1][0] or judge is judge_lines))
    moved = copy.copy(world)
    moved.models = world.models | {name: (released, runs | {max(runs): runs[max(runs)] + 7})}
    try:
        judge(moved, *made)
    except False_:
        return False
    return True


seed, worlds = int(sys.argv[1]), int(sys.argv[2])
false = drawn = 0
for number in range(worlds):
    world = World(random.Random(seed * 1000003 + number))
    world.write('world.json')
    for kind, judge in (('timeline', judge_timeline), ('lines', judge_lines)):
        try:
            made = draw(kind, world)
            if made:
                drawn += 1
                judge(world, *made)
                hold(not holds_still(judge, world, made), 'a value that moved is not noticed')
        except (False_, KeyError, AssertionError) as what:
            false += 1
            print(f'{kind}, SEED={seed}, world {number}: {what}')
            if false < 3:
                print(open('world.json').read())
print(f'{drawn} charts over time, {false} of them false; {len(seen)} kinds of titles')
sys.exit(1 if false or drawn < worlds else 0)
PY
