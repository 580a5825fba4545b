#!/usr/bin/env python3
"""Writes src/main/resources/org/lanyard/scan/keyboards.txt from the keyboard data of X.Org.

Each line is a layout: its name, then the characters of the 47 character keys of an American keyboard, row by row,
without Shift and with it, separated by tabs. A dead key is its combining mark; a key without a character is U+FFFD.

Run on Debian with the packages xkb-data, x11-xkb-utils and x11proto-dev:
    python3 src/main/keyboards/make-keyboards.py
"""
import pathlib
import re
import subprocess

LAYOUTS = """us gb de fr be es latam it pt br se no dk fi is ch ch(fr) nl pl cz cz(qwerty) sk sk(qwerty) hu hr si rs
rs(latin) ro tr tr(f) gr ru ua bg bg(bas_phonetic) il ara ir th jp kr us(dvorak) us(colemak) us(intl) fr(bepo)
ca ee lv lt mk by""".split()

# the keys of an American keyboard, in the order of KeyboardLayout's rows
KEYS = ["TLDE"] + ["AE%02d" % i for i in range(1, 13)] + ["AD%02d" % i for i in range(1, 13)] \
    + ["AC%02d" % i for i in range(1, 12)] + ["BKSL"] + ["AB%02d" % i for i in range(1, 11)]

DEAD = {"grave": 0x300, "acute": 0x301, "circumflex": 0x302, "tilde": 0x303, "macron": 0x304, "breve": 0x306,
        "abovedot": 0x307, "diaeresis": 0x308, "abovering": 0x30A, "doubleacute": 0x30B, "caron": 0x30C, "cedilla": 0x327,
        "ogonek": 0x328, "stroke": 0x338, "belowdot": 0x323, "hook": 0x309, "horn": 0x31B, "greek": 0x370, "iota": 0x345,
        "dasia": 0x314, "psili": 0x313, "perispomeni": 0x303, "currency": 0xA4, "belowcomma": 0x326}


def names():
    """Keysym names and their characters, from the header of X11."""
    header = pathlib.Path("/usr/include/X11/keysymdef.h").read_text()
    found = re.findall(r"#define XK_(\w+)\s+0x[0-9a-f]+\s*/\*[ (]*U\+([0-9A-F]{4,6})", header)
    return {name: chr(int(code, 16)) for name, code in found}


def character(symbol, known):
    if symbol.startswith("dead_"):
        return chr(DEAD.get(symbol[5:], 0xFFFD))
    if re.fullmatch(r"U[0-9A-Fa-f]{4,6}", symbol):
        return chr(int(symbol[1:], 16))
    if re.fullmatch(r"0x100[0-9a-fA-F]{4,}", symbol):
        return chr(int(symbol, 16) - 0x1000000)
    return known.get(symbol, "\uFFFD")


def rows(layout, known):
    name, _, variant = layout.rstrip(")").partition("(")
    command = ["setxkbmap", "-print", "-model", "pc105", "-layout", name] + (["-variant", variant] if variant else [])
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    compiled = subprocess.run(["xkbcomp", "-xkb", "-w", "0", "-", "-"], input=printed, capture_output=True, text=True,
                              check=True).stdout
    keys = {}
    for key, block in re.findall(r"key <(\w+)>\s*\{(.*?)\};", compiled, re.S):
        symbols = re.search(r"symbols\[Group1\]\s*=\s*\[([^\]]*)\]", block) or re.search(r"\[([^\]]*)\]", block)
        if symbols:
            keys[key] = [each.strip() for each in symbols.group(1).split(",")]
    plain, shifted = "", ""
    for key in KEYS:
        symbols = keys.get(key, ["NoSymbol"])
        plain += character(symbols[0], known)
        shifted += character(symbols[1] if len(symbols) > 1 else symbols[0].upper(), known)
    return plain, shifted


def main():
    known = names()
    target = pathlib.Path(__file__).parents[1] / "resources/org/lanyard/scan/keyboards.txt"
    lines = []
    for layout in LAYOUTS:
        plain, shifted = rows(layout, known)
        lines.append("\t".join([layout, plain, shifted]))
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
