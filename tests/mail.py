"""mail.py MESSAGE FOLDER: what a program that knows nothing of us reads in a message; its HTML with its pictures, as page.html."""
import base64, email, email.policy, html.parser, os, re, sys

raw = open(sys.argv[1], "rb").read()
folder = sys.argv[2]
wrong = []
def must(right, text):
    if not right:
        wrong.append(text)

message = email.message_from_bytes(raw, policy=email.policy.default)
head, _, body = raw.partition(b"\r\n\r\n")
must(not re.search(rb"[^\r]\n|\r[^\n]", raw), "a line ends otherwise than in CRLF")
must(max(map(len, head.split(b"\r\n"))) <= 78, "a line of the head is too long")
must(max(map(len, raw.split(b"\r\n"))) <= 998, "a line is too long")
must(all(b < 128 for b in raw), "a byte has eight bits")
in_head = True
for line in raw.split(b"\r\n"):
    if line.startswith(b"--=_"):
        in_head = not line.endswith(b"--")
    elif not line:
        in_head = False
    elif in_head:
        must(len(line) <= 78, "a part's head has a line of %d bytes: %s" % (len(line), line[:60]))

for part in message.walk():
    must(not part.defects, "%s: %s" % (part.get_content_type(), part.defects))
    for name in part.keys():
        must(not part[name].defects, "%s: %s" % (name, part[name].defects))
must(message["mime-version"] == "1.0", "no MIME-Version")
must(message["from"] is None and message["to"] is None, "it says who sends it")
must(message.get_content_type() == "multipart/mixed", "it is no multipart/mixed")
parts = list(message.iter_parts())
either = list(parts[0].iter_parts())
must([p.get_content_type() for p in either] == ["text/plain", "multipart/related"], "its words are not in two forms")
shown = list(either[1].iter_parts())
must(shown[0].get_content_type() == "text/html", "the first of what is shown is no HTML")
text, page = (p.get_content().replace("\r\n", "\n") for p in (either[0], shown[0]))

class Reader(html.parser.HTMLParser):
    void = {"meta", "br", "img"}
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.images, self.words = [], [], []
    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        must(tag not in ("script", "svg", "style", "link", "form", "iframe", "object"), "it has <%s>" % tag)
        must(not any(n.startswith("on") or n in ("class", "id") for n in attrs), "<%s> has %s" % (tag, list(attrs)))
        must("var(" not in attrs.get("style", "") and "url(" not in attrs.get("style", ""), "a style that mail programs do not know")
        must("grid" not in attrs.get("style", "") and "flex" not in attrs.get("style", ""), "a layout that mail programs do not know")
        if tag == "img":
            self.images.append(attrs)
        if tag not in self.void:
            self.open.append(tag)
    def handle_endtag(self, tag):
        must(self.open and self.open[-1] == tag, "</%s> closes %s" % (tag, self.open[-1:]))
        if self.open:
            self.open.pop()
    def handle_data(self, data):
        self.words += data.split()

reader = Reader()
reader.feed(page)
must(not reader.open, "left open: %s" % reader.open)
pictures = {p["content-id"][1:-1]: p for p in shown[1:]}
must(len(pictures) == len(shown) - 1, "two pictures have one name")
used = [i.get("src", "")[4:] for i in reader.images]
must(sorted(used) == sorted(pictures), "pictures and their places differ: %s, %s" % (used, list(pictures)))
for image in reader.images:
    must(image.get("src", "").startswith("cid:"), "a picture is asked for elsewhere")
    must("alt" in image, "a picture has no alt text")
    must(image.get("width"), "a picture has no width")
    if image.get("alt") and image.get("src", "")[4:] in pictures:
        must(" ".join(image["alt"].split()) in " ".join(text.split()).replace("> ", "").replace("| ", ""), "the words lack: " + image["alt"][:50])
for name, p in pictures.items():
    must(p.get_content_type() == "image/png" and p.get_content()[:8] == b"\x89PNG\r\n\x1a\n", name + " is no PNG")
    must(p.get_content_disposition() == "inline" and p.get_filename(), name + " is not shown in its place")
    page = page.replace("cid:" + name, "data:image/png;base64," + base64.b64encode(p.get_content()).decode())
# Whatever the HTML says the words say too.
bare = set(re.sub(r"[|>\-=~<\[\]():]", " ", text).split())
lost = [w for w in reader.words if w not in bare and re.sub(r"[|>\-=~<\[\]():]", " ", w).split() and not set(re.sub(r"[|>\-=~<\[\]():]", " ", w).split()) <= bare]
must(len(lost) <= len(reader.words) // 100, "the words lack %s" % lost[:12])
os.makedirs(folder, exist_ok=True)
open(os.path.join(folder, "page.html"), "w", encoding="utf-8").write(page)
open(os.path.join(folder, "text.txt"), "w", encoding="utf-8").write(text)
open(os.path.join(folder, "subject.txt"), "w", encoding="utf-8").write(message["subject"] + "\n")
for p in parts[1:]:
    must(p.get_content_disposition() == "attachment" and p["content-description"], "a file is not attached")
    name = os.path.basename(p.get_filename())
    open(os.path.join(folder, name), "wb").write(p.get_payload(decode=True))
for w in wrong[:12]:
    print(w)
sys.exit(len(wrong) > 0)
