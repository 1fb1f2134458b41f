#!/bin/sh
# One table, written as CSV, .xlsx (with shared and with own texts), .ods, Markdown and HTML, makes one dataset: tables are
# made at random, with empty cells, marks of every language in their texts, and other tables around them.
set -eu
LC_ALL=C
export LC_ALL
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$SOURCE/tests/lib python3 - <<'PY'
import csv, html, random
from book import *

random.seed(1)
ALPHABET = 'abcXYZ 0189,.;:|*_`~<>&"\'\\[]()!#%-+=$äñ漢é—'


def words():
    return ' '.join(''.join(random.choice(ALPHABET) for _ in range(random.randint(1, 12))).split())


def markdown(s):
    return ''.join('\\' + c if c in '|*_`~<>&\\[]()!#' else c for c in s)


def letters(c):
    return chr(65 + c)


def table():
    out = [['model', 'benchmark', 'value', 'note', 'n']]
    random.shuffle(out[0])
    for i in range(random.randint(1, 8)):
        row = {'model': f'Model {i}', 'benchmark': random.choice(['MMLU', 'GPQA']), 'n': random.choice(['', '100']),
               'value': random.choice(['', f'{random.random() * 100:.{random.randint(1, 3)}f}']),
               'note': random.choice(['', words()])}
        out.append([row[key] for key in out[0]])
    return out


def shared(lines):
    strings, content = [], ''
    for r, line in enumerate(lines, 1):
        cells = ''
        for c, value in enumerate(line):
            if value.replace('.', '').isdigit():
                digits = len(value.partition('.')[2])
                cells += number(f'{letters(c)}{r}', value, digits)
            elif value:
                strings.append(value)
                cells += f'<c r="{letters(c)}{r}" t="s"><v>{len(strings) - 1}</v></c>'
        content += f'<row r="{r}">{cells}</row>'
    formats = ''.join(f'<numFmt numFmtId="{170 + d}" formatCode="0{"." * (d > 0)}{"0" * d}"/>' for d in range(4))
    styles = f'<numFmts>{formats}</numFmts><cellXfs>' + ''.join(f'<xf numFmtId="{170 + d}"/>' for d in range(4)) + '</cellXfs>'
    return (f'<sheetData>{content}</sheetData>',
            ''.join(f'<si><r><t>{escape(s[:2])}</t></r><r><t xml:space="preserve">{escape(s[2:])}</t></r></si>' for s in strings), styles)


for i in range(40):
    lines = table()
    with open(f'{i}.csv', 'w', newline='') as file:
        csv.writer(file).writerows(lines)
    content, strings, styles = shared(lines)
    xlsx(f'{i}-shared.xlsx', [('Notes', '', rows(['a', None], [None, 'b'])), ('S', '', content)], strings=strings, styles=styles,
         method=zipfile.ZIP_DEFLATED)
    xlsx(f'{i}-own.xlsx', [('S', '', rows(*[[v or None for v in line] for line in lines]))])
    ods(f'{i}.ods', '<table:table table:name="S">' + ''.join(
        line(*[cell(v.replace('.', ','), 'float', v) if v.replace('.', '').isdigit() else v for v in row]) for row in lines) +
        '</table:table>')
    with open(f'{i}.md', 'w') as file:
        file.write('# Title\n\nText | more\n\n')
        for r, row in enumerate(lines):
            file.write('| ' + ' | '.join(map(markdown, row)) + ' |\n' + ('|--' * len(row) + '|\n' if r == 0 else ''))
    with open(f'{i}.html', 'w') as file:
        file.write('<!doctype html><p>Text<table>')
        for r, row in enumerate(lines):
            file.write('<tr>' + ''.join(f'<t{"hd"[r > 0]}>{html.escape(v)}' + random.choice(['', '</td>']) for v in row) + '\n')
        file.write('</table>')
PY
failed=0
for table in *.csv; do
	name=${table%.csv}
	"$BENCHBRIEF" data --all --format json "$table" >expected 2>messages || {
		echo "$table does not load: $(head -3 messages)"
		failed=$((failed + 1))
		continue
	}
	for other in "$name-shared.xlsx#S" "$name-own.xlsx" "$name.ods" "$name.md" "$name.html"; do
		"$BENCHBRIEF" data --all --format json "$other" >got 2>messages || {
			echo "$other does not load: $(head -3 messages)"
			failed=$((failed + 1))
		}
		cmp -s expected got || {
			echo "$other makes another dataset than $table:"
			diff expected got | head -5
			failed=$((failed + 1))
		}
	done
done
[ "$failed" -eq 0 ]
