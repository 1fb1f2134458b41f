#!/bin/sh
# Every JSON document that the program writes follows its schema in share/schemas, knows no property that the schema does not,
# and each property of the schemas is met.
set -u
LC_ALL=C.UTF-8
export LC_ALL
python3 -c 'import jsonschema; jsonschema.Draft202012Validator' 2>/dev/null || {
	echo "skipped: python3-jsonschema is not here"
	exit 77
}
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
python3 "${SOURCE:?}/tests/lib/schemas.py" "$SOURCE" "${BENCHBRIEF:?names the program to test}" "$scratch"
