"""The label of what a machine made: found in a picture's metadata, and written back alone. No Django: for the child.

Sources: 《人工智能生成合成内容标识办法》 (2025) articles 5 and 10, a label may not be removed; GB 45438-2025 annex E,
the `AIGC` field and its keys; IPTC Digital Source Type, which foreign programs write instead.
"""

import html
import json
import re
from xml.sax.saxutils import escape

KEYS = (
    "Label", "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator", "PropagateID", "ReservedCode2",
)  # fmt: skip
LONGEST_VALUE = 300
FOREIGN = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "algorithmicMedia")
OBJECT = re.compile(r"\{[^{}]{0,4000}\}")
FIELD = re.compile(r"(?<!/)AIGC")
"""The field; not the namespace that programs declare whether they use it or not, ".../ns/AIGC/1.0/"."""
BLOCK_BYTES = 256 * 1024
PACKET = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>{}</TC260:AIGC>'
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def find_label(image) -> dict[str, str] | None:
    """The AI-content label in the metadata of the opened Pillow `image`, or None. At least {"Label": …}.

    Only metadata is searched, never pixels, where four bytes may spell anything.
    """
    for text in _metadata(image):
        if field := FIELD.search(text):
            return _fields(text[field.end() :])
        if any(mark in text for mark in FOREIGN):
            return {"Label": "1"}
    return None


def packet(label: dict[str, str]) -> bytes:
    """An XMP packet that holds `label` and nothing else."""
    return PACKET.format(escape(json.dumps(label, ensure_ascii=False))).encode()


def _metadata(image):
    blocks = [(str(key), value) for key, value in image.info.items() if key != "icc_profile"]
    blocks += getattr(image, "applist", [])
    for name, value in blocks:
        if isinstance(value, bytes):
            # EXIF texts may be UTF-16; taken without its zero bytes, ASCII reads the same in every encoding.
            yield value[:BLOCK_BYTES].replace(b"\0", b"").decode("utf-8", "replace")
        elif isinstance(value, str):
            yield f"{name} {value[:BLOCK_BYTES]}"


def _fields(text: str) -> dict[str, str]:
    """The known keys of the JSON that follows the word AIGC; {"Label": "1"} where there is none to read."""
    for candidate in OBJECT.findall(html.unescape(text[: 4 * 4000])):
        try:
            found = json.loads(candidate)
        except ValueError:
            continue
        kept = {key: str(found[key])[:LONGEST_VALUE] for key in KEYS if isinstance(found.get(key), str | int)}
        if "Label" in kept:
            return kept
    return {"Label": "1"}
