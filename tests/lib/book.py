"""Makes a small .xlsx or .ods of what a test says: no library writes the oddities that real ones have."""
import zipfile
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/'


def links(*pairs):
    rows = ''.join(f'<Relationship Id="rId{i + 1}" Type="{REL}/{kind}" Target="{target}"/>'
                   for i, (kind, target) in enumerate(pairs))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}relationships">{rows}</Relationships>'


def xlsx(path, sheets, strings='', styles='', names='', properties='', more={},
         method=zipfile.ZIP_STORED):
    """sheets: (name, attributes, content of <worksheet>) each; more: other parts by name."""
    parts = {
        '[Content_Types].xml': f'{HEAD}<Types xmlns="{PACKAGE}content-types"/>',
        '_rels/.rels': links(('officeDocument', 'xl/workbook.xml')),
        'xl/_rels/workbook.xml.rels': links(
            *[('worksheet', f'worksheets/sheet{i + 1}.xml') for i in range(len(sheets))],
            ('sharedStrings', 'sharedStrings.xml'), ('styles', 'styles.xml')),
        'xl/workbook.xml': f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{REL}">{properties}<sheets>' + ''.join(
            f'<sheet name="{escape(name)}" sheetId="{i + 1}" {attributes} r:id="rId{i + 1}"/>'
            for i, (name, attributes, _) in enumerate(sheets)) + f'</sheets>{names}</workbook>',
        'xl/sharedStrings.xml': f'{HEAD}<sst xmlns="{MAIN}">{strings}</sst>',
        'xl/styles.xml': f'{HEAD}<styleSheet xmlns="{MAIN}">{styles}</styleSheet>',
    }
    for i, (_, _, content) in enumerate(sheets):
        parts[f'xl/worksheets/sheet{i + 1}.xml'] = f'{HEAD}<worksheet xmlns="{MAIN}">{content}</worksheet>'
    pack(path, parts | more, method)


def pack(path, parts, method=zipfile.ZIP_STORED):
    """The same bytes everywhere; what ZIP_DEFLATED makes differs between versions of zlib."""
    with zipfile.ZipFile(path, 'w') as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)


def rows(*lines):
    """<sheetData> of lines of values: a text, a number, (number, style), None for an empty cell, '<…' as it stands."""
    out = ''
    for r, line in enumerate(lines, 1):
        out += f'<row r="{r}">'
        for c, value in enumerate(line):
            at = f'{chr(65 + c)}{r}'
            if isinstance(value, tuple):
                out += number(at, *value)
            elif isinstance(value, str):
                out += f'<c r="{at}"{value[2:]}' if value.startswith('<c') else text(at, value)
            elif value is not None:
                out += number(at, value)
        out += '</row>'
    return f'<sheetData>{out}</sheetData>'


def text(at, value):
    return f'<c r="{at}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def number(at, value, style=0):
    return f'<c r="{at}" s="{style}"><v>{value}</v></c>'


OASIS = 'urn:oasis:names:tc:opendocument:xmlns:'


def ods(path, tables, styles='', after=''):
    """tables: what stands in <office:spreadsheet>, with the usual prefixes."""
    spaces = ''.join(f' xmlns:{name}="{OASIS}{name}:1.0"' for name in ('office', 'table', 'text', 'style', 'number', 'draw'))
    spaces += ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    pack(path, {
        'mimetype': 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': f'{HEAD}<office:document-content{spaces}><office:automatic-styles>{styles}</office:automatic-styles>'
                       f'<office:body><office:spreadsheet>{tables}{after}</office:spreadsheet></office:body>'
                       '</office:document-content>',
    })


def cell(shown='', kind='', value='', **more):
    """kind: float, percentage, currency, date, time, boolean, string; value: as the file keeps it."""
    attribute = {'float': 'value', 'percentage': 'value', 'currency': 'value', 'string': ''}.get(kind, kind + '-value')
    out = f' office:value-type="{kind}"' if kind else ''
    out += f' office:{attribute}="{value}"' if kind and attribute else ''
    out += ''.join(f' table:{name.replace("_", "-")}="{v}"' for name, v in more.items())
    return f'<table:table-cell{out}>{f"<text:p>{escape(shown)}</text:p>" if shown else ""}</table:table-cell>'


def line(*cells, **more):
    out = ''.join(f' table:{name.replace("_", "-")}="{v}"' for name, v in more.items())
    return f'<table:table-row{out}>' + ''.join(
        c if c.startswith('<') else cell(c, 'string') if c else cell() for c in cells) + '</table:table-row>'
