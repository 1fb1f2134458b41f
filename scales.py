import re, zipfile
def axes(name):
    x = zipfile.ZipFile(f"scales/{name}.pptx").read("ppt/charts/chart1.xml").decode()
    found = [dict(re.findall(r'<c:(min|max|logBase|numFmt formatCode|tickLblPos)(?: val)?="([^"]*)"', a)) for a in re.findall(r"<c:valAx>.*?</c:valAx>", x, re.S)]
    words = re.findall(r"<c:v>([^<]*)</c:v>", "".join(re.findall(r"<c15:dlblRangeCache>.*?</c15:dlblRangeCache>", x, re.S)))
    at = [float(v) for v in re.findall(r"<c:v>([^<]*)</c:v>", re.search(r"<c:xVal>(.*?)</c:xVal>", x, re.S)[1])] if "<c:xVal>" in x else []
    return found, words, at, x
for name in "bars", "columns":
    if axes(name)[0][0].get("min") != "0": print(name, "do not begin at 0:", axes(name)[0])
for name, axis in ("dots", 0), ("price", 0):
    a = axes(name)[0][axis]
    if float(a["min"]) < 0 and not a["numFmt formatCode"].endswith(";&quot;&quot;"): print(name, "says numbers below 0:", a)
found, words, at, x = axes("scatter")
if words[:5] != ["$0.01", "$0.1", "$1", "$10"][:len(words[:4])] + words[4:5] or at[:4] != [0.01, 0.1, 1, 10]: print("the logarithmic scale says", words[:5], at[:5])
if found[0]["logBase"] != "10" or found[0]["tickLblPos"] != "none": print("it has numbers twice:", found[0])
found, words, at, x = axes("timeline")
months = [w for w in words if re.search(r"\\b2025$", w)]
if len(months) < 3 or len(set(months)) != len(months): print("months of the timeline:", words)
