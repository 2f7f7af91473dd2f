"""Scenes of the town at night and in the rain: windows, market, bus, library."""

# A drawing is a list of strokes: one coordinate a line would hide its shape, and its loops are no decisions.
# ruff: noqa: C901
# fmt: off

import math

from articles.demo.drawing.canvas import HEIGHT, WIDTH, Canvas, mix
from articles.demo.drawing.objects import block, person, round_tree, street_lamp

WARM = ("#ffd98f", "#ffe7b3", "#ffc46b", "#fff1cf")
"""The colours of lit windows."""


def night_windows():
    c = Canvas(112, [(0, "#0e1734"), (0.4, "#23305a"), (0.7, "#4a4a72"), (1, "#6c5a78")])
    c.stars(420, 160)
    c.clouds(300, 160, "#2c3863", 9, 120, 700)
    for number in range(16):
        x = number * 108 - 30
        block(c, x, 760, 92, c.random.uniform(250, 520), "#27305a", 6, 18, WARM, 0.22, "#1d2548")
    c.mist(740, 110, "#5b5680", 120)
    for x, width, height, columns, rows, wall in ((-40, 300, 620, 6, 12, "#2b3055"), (300, 250, 470, 5, 9,
            "#363a60"), (1060, 280, 560, 6, 11, "#30345c"), (1370, 280, 680, 6, 13, "#292e54")):
        block(c, x, 900, width, height, wall, columns, rows, WARM, 0.5, "#1b2042")
    x, y, width, height = 590, 930, 430, 640
    c.shaded([(x, y), (x, y - height), (x + width, y - height), (x + width, y)], [(0, "#4a4668"), (1, "#35334f")])
    for row in range(7):
        for column in range(5):
            left, top = x + 24 + column * 79, y - height + 28 + row * 84
            lit = c.random.random() < 0.72
            fill = c.random.choice(WARM) if lit else "#22264a"
            if lit:
                c.glow(left + 32, top + 26, 66, fill, 0.35)
            c.box(left, top, 64, 54, fill)
            if lit:
                kind = c.random.randint(0, 4)
                if kind == 0:
                    c.box(left, top, 18, 54, "#c9713f", 150)
                    c.box(left + 46, top, 18, 54, "#c9713f", 150)
                elif kind == 1:
                    c.ellipse(left + 32, top + 30, 8, 9, "#5a3a2c")
                    c.polygon([(left + 18, top + 54), (left + 24, top + 38), (left + 40, top + 38), (left + 46,
                        top + 54)], "#5a3a2c")
                elif kind == 2:
                    c.line([(left + 32, top), (left + 32, top + 12)], "#5a3a2c", 1.5)
                    c.polygon([(left + 22, top + 22), (left + 27, top + 12), (left + 37, top + 12), (left + 42,
                        top + 22)], "#c8553d")
                elif kind == 3:
                    c.ellipse(left + 14, top + 42, 10, 12, "#4f7a4a")
                    c.box(left + 8, top + 46, 12, 8, "#a8503d")
            c.line([(left + 32, top), (left + 32, top + 54)], "#3a3654", 2)
            c.box(left - 4, top + 54, 72, 5, "#5d5878")
    c.shaded([(-10, 930), (1610, 930), (1610, HEIGHT), (-10, HEIGHT)], [(0, "#2a2d4a"), (1, "#14172e")], 200)
    for lamp in (220, 545, 1070, 1400):
        street_lamp(c, lamp, 960, 190, "#ffcf87", 1 if lamp < 800 else -1)
    for lamp in (262, 587, 1028, 1358):
        c.ellipse(lamp, 968, 150, 18, "#ffcf87", 40)
    person(c, 700, 985, 92, "#7d3f3f", "#1a1c33", "#c08a63")
    person(c, 752, 988, 66, "#c99442", "#1a1c33", "#c08a63")
    for x in (60, 440, 1190, 1540):
        round_tree(c, x, 975, 170, "#2a4548", "#1f1c2b")
    return c.finished(9, 0.24)


def clinic_evening():
    c = Canvas(123, [(0, "#24406b"), (0.35, "#54719a"), (0.6, "#c99b9a"), (0.72, "#f4c19a")])
    c.clouds(180, 110, "#7f8fb5", 9, 120, 640)
    c.clouds(480, 60, "#f3b99a", 7, 130, 520)
    for number in range(12):
        block(c, number * 140 - 30, 800, 100, c.random.uniform(120, 320), "#6f6f8e", 5, 12, WARM, 0.3, "#5c5d80")
    c.mist(780, 90, "#e6ae98", 140)
    c.shaded([(280, 880), (280, 330), (900, 330), (900, 880)], [(0, "#f4ecdf"), (1, "#cfc3bd")])
    c.shaded([(900, 880), (900, 470), (1400, 470), (1400, 880)], [(0, "#e9dfd2"), (1, "#c4b8b4")])
    c.box(268, 316, 644, 18, "#3f7f8c")
    c.box(892, 458, 520, 14, "#3f7f8c")
    for row in range(4):
        for column in range(7):
            left, top = 312 + column * 83, 366 + row * 92
            lit = c.random.random() < 0.72
            c.box(left, top, 60, 58, c.random.choice(WARM) if lit else "#8295a8")
            c.line([(left + 30, top), (left + 30, top + 58)], "#c9beb2", 3)
            if lit and c.random.random() < 0.4:
                c.ellipse(left + 18, top + 38, 7, 8, "#8a5a42")
                c.polygon([(left + 6, top + 58), (left + 11, top + 46), (left + 25, top + 46), (left + 30,
                    top + 58)], "#8a5a42")
    c.glow(590, 250, 150, "#8fe0c0", 0.5)
    c.box(572, 196, 36, 108, "#2f9e7d", radius=4)
    c.box(536, 232, 108, 36, "#2f9e7d", radius=4)
    c.box(586, 304, 8, 14, "#5d6a72")
    c.box(940, 510, 430, 250, "#fff0c9")
    c.glow(1150, 640, 330, "#fff0c4", 0.5)
    c.box(940, 510, 430, 250, "#fff2d0")
    for x, tone in ((985, "#e98a5f"), (1045, "#7fb3a4"), (1105, "#e8b84f")):
        c.box(x, 690, 46, 12, tone, radius=5)
        c.box(x, 660, 46, 30, mix(tone, "#ffffff", 0.2), radius=8)
    for x, y, size, coat in ((1010, 744, 120, "#5f87a3"), (1068, 744, 74, "#e07b55"), (1250, 752, 132, "#ffffff")):
        person(c, x, y, size, coat)
    for number in range(5):
        c.ellipse(980 + number * 90, 540 + 14 * math.sin(number * 2), 12, 15, ("#e0684f", "#f0b64a",
            "#5f9fae")[number % 3])
        c.line([(980 + number * 90, 510), (980 + number * 90, 528)], "#b9a88a", 1.4)
    for x in (1047, 1155, 1262):
        c.line([(x, 510), (x, 760)], "#c9b99c", 4)
    c.polygon([(560, 880), (560, 740), (720, 740), (720, 880)], "#ffeec4")
    c.glow(640, 820, 190, "#fff0c4", 0.5)
    c.line([(640, 742), (640, 880)], "#c9b99c", 4)
    c.box(520, 722, 240, 18, "#3f7f8c")
    c.shaded([(-10, 880), (1610, 880), (1610, HEIGHT), (-10, HEIGHT)], [(0, "#6a6478"), (1, "#353852")], 260)
    c.polygon([(560, 880), (720, 880), (860, 1067), (430, 1067)], "#ffe6b0", 70)
    c.polygon([(940, 880), (1370, 880), (1490, 1000), (860, 1000)], "#ffe6b0", 34)
    person(c, 650, 990, 168, "#a8473d", "#2b2f45", bag="#e4d7bd")
    person(c, 716, 996, 104, "#e0a23e", "#33405c")
    round_tree(c, 150, 930, 330, "#4d6f62")
    round_tree(c, 1500, 930, 380, "#456659")
    street_lamp(c, 330, 940, 260, "#ffd896")
    return c.finished(9, 0.18)


def street_market():
    c = Canvas(145, [(0, "#17193d"), (0.3, "#3b2f5e"), (0.48, "#8a4a63"), (0.56, "#d97a5c")])
    c.clouds(180, 100, "#4a3768", 8, 120, 620)
    for side in (0, 1):
        for number in range(6):
            depth = number / 6
            width = 250 * (1 - depth) + 60
            passed = sum(250 * (1 - n / 6) * 0.62 + 40 for n in range(number))
            x = WIDTH + 60 - passed - width if side else -60 + passed
            block(c, x, 700 - depth * 60, width, 560 * (1 - depth * 0.62), mix("#3a2f50", "#7d4f66", depth), 4, 7,
                WARM, 0.5, mix("#2a2344", "#6a4560", depth))
    c.glow(800, 560, 420, "#ffc27d", 0.75)
    c.shaded([(-10, 1067), (-10, 820), (640, 600), (960, 600), (1610, 820), (1610, 1067)], [(0, "#e09a68"), (0.3,
        "#a8634f"), (1, "#3a2a44")], 420, 30)
    for line in range(9):
        y = 330 + line * line * 4.5 + line * 10
        spread = 190 + line * 96
        points = []
        for step in range(25):
            share = step / 24
            points.append((800 - spread + 2 * spread * share, y + math.sin(math.pi * share) * (26 + line * 9)))
        c.line(points, "#2a1f33", 1.4)
        for x, top in points[1:-1:2]:
            size = 3.0 + line * 1.3
            c.glow(x, top + size, size * 4.5, "#ffc069", 0.55)
            c.ellipse(x, top + size, size, size * 1.15, "#fff0c0" if (round(x) + line) % 3 else "#ff9a5c")
    awnings = (("#d9483b", "#fff3df"), ("#2f7d86", "#fff3df"), ("#e6a23a", "#fff3df"), ("#7a4a86", "#fff3df"),
        ("#3f7f4f", "#fff3df"))
    for order in range(7):
        near = (order / 6) ** 1.4
        for side in (-1, 1):
            x = 800 + side * (190 + near * 560)
            y = 630 + near * 290
            width, height = 96 + near * 260, 96 + near * 240
            left = x - width / 2
            tones = awnings[(order * 2 + (side > 0)) % len(awnings)]
            c.shaded([(left + width * 0.05, y), (left + width * 0.05, y - height * 0.62), (left + width * 0.95,
                y - height * 0.62), (left + width * 0.95, y)], [(0, "#ffe2a0"), (0.6, "#e79a55"), (1, "#6a3a3d")])
            c.glow(x, y - height * 0.45, width * 0.62, "#ffe6a8", 0.6)
            person(c, x + side * width * 0.1, y - height * 0.02, height * 0.62, c.random.choice(("#f2efe6",
                "#3f5e7a", "#a8483d")))
            c.shaded([(left, y), (left, y - height * 0.3), (left + width, y - height * 0.3), (left + width, y)], [(0,
                "#8a5236"), (1, "#4d2c2b")], 10)
            for item in range(13):
                c.ellipse(left + width * (item + 0.5) / 13, y - height * 0.315, width * 0.036, height * 0.03,
                    c.random.choice(("#e8b03e", "#d9533b", "#86a84f", "#f2e3c0", "#a8603a")))
            for stripe in range(8):
                a, b = (left - width * 0.04 + width * 1.08 * part / 8 for part in (stripe, stripe + 1))
                c.polygon([(a + (x - a) * 0.14, y - height * 0.92), (b + (x - b) * 0.14, y - height * 0.92), (b,
                    y - height * 0.64), (a, y - height * 0.64)], tones[stripe % 2])
                c.ellipse((a + b) / 2, y - height * 0.64, (b - a) / 2, height * 0.035, mix(tones[stripe % 2],
                    "#000000", 0.12))
            for post in (left, left + width - 4):
                c.box(post, y - height * 0.64, 4, height * 0.64, "#2a1f33")
            if order % 2:
                for puff in range(10):
                    c.ellipse(x + c.random.gauss(0, width * 0.06) + puff * 4, y - height * (0.4 + puff * 0.085),
                        6 + puff * 3 * near + puff, 6 + puff * 2.4 * near + puff, "#fff0dc", 46)
    for _n in range(22):
        near = c.random.random() ** 0.9
        x, y, size = 800 + c.random.gauss(0, 1) * (60 + near * 170), 640 + near * 370, 46 + near * 190
        if abs(x - 800) < 120 + near * 330:
            c.ellipse(x, y + 2, size * 0.24, size * 0.04, "#241a30", 130)
            person(c, x, y, size, mix(c.random.choice(("#7d3b44", "#2f4a6a", "#8a6a3a", "#3f5a4c", "#584069",
                "#b5604a")), "#2a1c30", 0.25), "#221b33", "#c48a62", bag=c.random.choice((None, "#d9b06a")))
    return c.finished(9, 0.24)


def rain_street():
    c = Canvas(156, [(0, "#1d2a3a"), (0.4, "#3b4c5e"), (0.62, "#75808a")])
    c.clouds(140, 140, "#141e2b", 10, 150, 700)
    for side in (0, 1):
        for number in range(6):
            x = number * 116 - 40 if not side else WIDTH - 80 - number * 116
            block(c, x, 690, 132 - number * 8, 520 - number * 66, mix("#2b3a49", "#6f7d88", number / 7), 4, 9, WARM,
                0.4, mix("#212d3a", "#66747f", number / 7))
    c.mist(640, 130, "#9aa5aa", 170)
    c.glow(800, 620, 300, "#ffe2b0", 0.4)
    for x, size in ((730, 30), (880, 34), (650, 52), (968, 60)):
        street_lamp(c, x, 690, size * 4.4, "#ffcf8a", 1 if x < 800 else -1)
    for x, y, width, fill in ((690, 720, 96, "#39506a"), (850, 760, 150, "#7a3b36")):
        c.box(x, y - width * 0.42, width, width * 0.34, fill, radius=width * 0.07)
        c.polygon([(x + width * 0.12, y - width * 0.41), (x + width * 0.22, y - width * 0.66), (x + width * 0.78,
            y - width * 0.66), (x + width * 0.88, y - width * 0.41)], mix(fill, "#ffffff", 0.08))
        c.polygon([(x + width * 0.2, y - width * 0.42), (x + width * 0.27, y - width * 0.61), (x + width * 0.73,
            y - width * 0.61), (x + width * 0.8, y - width * 0.42)], "#c9d6d9")
        for lamp in (0.14, 0.86):
            c.glow(x + width * lamp, y - width * 0.25, width * 0.5, "#fff0c4", 0.85)
    c.water(730, [(0, "#7d8990"), (0.3, "#4a5863"), (1, "#1f2b37")], 0.6, 300, "#fff0d2", "#111b25", 1.6)
    for _n in range(320):
        near = c.random.random() ** 1.1
        x, y = c.random.uniform(0, WIDTH), 745 + near * 330
        c.arc(x, y, 4 + near * 24, 1.4 + near * 7, 0, 360, "#dfe9ec", 1 + near, c.random.randint(40, 150))
    for x, y in ((330, 880), (1160, 930)):
        c.ellipse(x, y, 88, 22, "#20262c")
        for ring in (0.9, 0.6, 0.3):
            c.arc(x, y, 88 * ring, 22 * ring, 0, 360, "#6b757b", 3)
    for x, y, size, coat in ((410, 930, 300, "#f0b429"), (250, 900, 270, "#f0b429")):
        person(c, x, y, size, coat, "#26303a", "#d29b72", "#f0b429", 0.1)
        for band in (0.56, 0.46):
            c.line([(x - size * 0.13, y - size * band), (x + size * 0.13, y - size * band)], "#fdf6d8", size * 0.028)
    c.line([(452, 770), (340, 892)], "#8d99a0", 7)
    for x, y, size, shade in ((1280, 900, 230, "#b8402f"), (1390, 920, 220, "#2f6a78"), (1010, 800, 120, "#6a4f7d")):
        person(c, x, y, size, "#3a4654", "#20272f", umbrella=shade)
    c.rain(900, "#e9f1f4", 74, 0.2)
    return c.finished(10, 0.26)


def last_bus():
    c = Canvas(167, [(0, "#0c1430"), (0.4, "#1d2a52"), (0.65, "#43466f")])
    c.stars(300, 70)
    c.clouds(240, 140, "#1c2850", 9, 120, 700)
    for number in range(13):
        block(c, number * 134 - 40, 720, 118, c.random.uniform(170, 430), "#1f2a52", 5, 12, WARM, 0.2, "#182145")
    c.mist(700, 100, "#4f5380", 120)
    c.box(0, 716, WIDTH, 34, "#2b3153")
    for number in range(9):
        street_lamp(c, 60 + number * 196, 744, 230, "#ffcf8a")
    x, y, width, height = 300, 880, 900, 300
    c.water(790, [(0, "#343a5e"), (1, "#11162e")], 0.35, 120, "#ffd79a", "#0a0e22", 0.8)
    c.ellipse(750, 890, 520, 20, "#070a1a", 170)
    c.shaded([(x, y), (x, y - height + 26), (x + 22, y - height), (x + width - 60, y - height), (x + width,
        y - height + 90), (x + width, y)], [(0, "#f2ede0"), (0.42, "#e4dccb"), (0.43, "#2f8074"), (1, "#235f5a")])
    c.box(x + 20, y - 90, width - 30, 10, "#f0b64a")
    c.glow(760, y - 190, 420, "#ffe9b0", 0.3)
    for number in range(7):
        left = x + 34 + number * 112
        if number in (2, 5):
            c.box(left + 8, y - 250, 84, 222, "#fff0c4")
            c.line([(left + 50, y - 250), (left + 50, y - 28)], "#33434e", 5)
        else:
            c.box(left, y - 256, 104, 112, "#fff0c4", radius=8)
            c.line([(left, y - 236), (left + 104, y - 236)], "#d9b56a", 2)
        if number in (1, 3, 4):
            c.box(left + 14, y - 178, 34, 34, "#4a7f86", radius=6)
            c.box(left + 60, y - 178, 34, 34, "#4a7f86", radius=6)
    c.ellipse(x + 34 + 336 + 32, y - 196, 15, 17, "#b97f58")
    c.ellipse(x + 34 + 336 + 34, y - 203, 17, 13, "#231a18")
    c.polygon([(x + 380, y - 144), (x + 388, y - 180), (x + 420, y - 180), (x + 428, y - 144)], "#8f4a4a")
    c.polygon([(x + width - 92, y - 256), (x + width - 66, y - 256), (x + width - 10, y - 176), (x + width - 10,
        y - 120), (x + width - 92, y - 120)], "#ffe9b8")
    c.ellipse(x + width - 58, y - 172, 14, 16, "#b97f58")
    c.box(x + width - 74, y - 188, 32, 8, "#26405a")
    c.polygon([(x + width - 82, y - 120), (x + width - 74, y - 154), (x + width - 42, y - 154), (x + width - 32,
        y - 120)], "#33506a")
    for wheel in (x + 190, x + width - 170):
        c.ellipse(wheel, y - 4, 56, 56, "#1a1d2b")
        c.ellipse(wheel, y - 4, 28, 28, "#a9b0b4")
        c.ellipse(wheel, y - 4, 10, 10, "#4d545c")
    c.glow(x + width - 6, y - 52, 110, "#fff4d0", 0.95)
    c.polygon([(x + width - 6, y - 62), (WIDTH + 10, y - 70), (WIDTH + 10, y + 110), (x + width - 6, y - 40)],
        "#fff2c8", 60)
    c.glow(x + 4, y - 60, 60, "#ff6a4f", 0.85)
    for _number in range(34):
        c.ellipse(c.random.uniform(330, 1190), c.random.uniform(900, 1040), c.random.uniform(20, 90),
            c.random.uniform(1.5, 4), "#ffe2a4", c.random.randint(20, 70))
    for left in range(-40, WIDTH, 240):
        c.polygon([(left, 985), (left + 120, 985), (left + 100, 998), (left - 26, 998)], "#e9e2cf", 120)
    c.rain(420, "#dfe8f2", 56, 0.28)
    return c.finished(9, 0.28)


def library_night():
    c = Canvas(178, [(0, "#101a3a"), (0.5, "#26386a"), (1, "#3f4f7d")])
    c.stars(380, 150)
    for x, size in ((-40, 520), (1380, 460)):
        block(c, x, 860, 260, size, "#1f2b55", 5, 11, WARM, 0.25, "#182247")
    c.glow(800, 560, 780, "#ffdf9c", 0.5)
    c.shaded([(180, 880), (180, 210), (1420, 210), (1420, 880)], [(0, "#3b3557"), (1, "#2a2745")])
    c.polygon([(140, 216), (200, 170), (1400, 170), (1460, 216)], "#26223f")
    c.shaded([(220, 860), (220, 260), (1380, 260), (1380, 860)], [(0, "#ffdc97"), (0.6, "#fff0c8"), (1, "#f3cf8f")])
    spines = ("#b8483a", "#2f6a80", "#d39a3f", "#4d7a5a", "#7a4b6b", "#39496f", "#c9b894", "#8d5a3c", "#5f8f8a")
    for shelf in range(4):
        y = 352 + shelf * 92
        for left, right in ((236, 560), (1040, 1364)):
            x = left
            while x < right - 16:
                width, height = c.random.uniform(8, 19), c.random.uniform(48, 76)
                if c.random.random() < 0.93:
                    tone = c.random.choice(spines)
                    c.box(x, y - height, width, height, tone)
                    c.box(x, y - height * 0.8, width, 3, mix(tone, "#fff2cf", 0.6))
                x += width + 1
            c.box(left - 6, y, right - left + 10, 9, "#8a5a38")
    c.box(600, 300, 400, 380, "#3a4f80")
    c.stars(0, 0)
    for _n in range(40):
        c.ellipse(c.random.uniform(606, 994), c.random.uniform(306, 560), 1.3, 1.3, "#ffffff", 190)
    c.ellipse(900, 370, 34, 34, "#fff4d8")
    c.polygon([(600, 680), (600, 610), (680, 580), (760, 620), (860, 570), (1000, 630), (1000, 680)], "#26365f")
    for x in (733, 866):
        c.line([(x, 300), (x, 680)], "#6b472f", 7)
    c.line([(600, 470), (1000, 470)], "#6b472f", 7)
    for x in (330, 620, 980, 1270):
        c.line([(x, 260), (x, 330)], "#4d3728", 3)
        c.polygon([(x - 36, 366), (x - 16, 328), (x + 16, 328), (x + 36, 366)], "#2f6a5f")
        c.glow(x, 378, 120, "#fff6d8", 0.75)
    for x, coat, hair in ((360, "#7d4a52", "#c9c3bb"), (620, "#2f5d78", "#211a18"), (830, "#c98a3a", "#211a18"),
            (1090, "#4d6f52", "#3a2a20")):
        c.polygon([(x - 62, 780), (x - 44, 664), (x + 44, 664), (x + 62, 780)], coat)
        c.ellipse(x, 668, 44, 24, coat)
        c.ellipse(x, 628, 30, 35, "#dba77e")
        c.ellipse(x, 608, 34, 26, hair)
        c.polygon([(x - 56, 762), (x, 774), (x, 748), (x - 50, 738)], "#fffaf0")
        c.polygon([(x + 56, 762), (x, 774), (x, 748), (x + 50, 738)], "#f1e6d0")
    c.shaded([(240, 800), (250, 768), (1350, 768), (1360, 800)], [(0, "#b98555"), (1, "#8a5a38")], 60)
    c.box(270, 800, 16, 70, "#6b4329")
    c.box(1314, 800, 16, 70, "#6b4329")
    for x in (490, 960):
        c.box(x, 752, 30, 16, "#d9d2c0", radius=4)
        c.arc(x + 34, 759, 8, 6, 270, 90, "#d9d2c0", 3)
    for x in (220, 607, 993, 1372):
        c.box(x, 250, 10, 620, "#2a2745")
    c.shaded([(-10, 870), (1610, 870), (1610, HEIGHT), (-10, HEIGHT)], [(0, "#4d4668"), (1, "#1b1e3a")], 200)
    for left, right in ((230, 600), (616, 984), (1000, 1366)):
        c.polygon([(left, 880), (right, 880), (right + (right - 800) * 0.35, HEIGHT), (left + (left - 800) * 0.35,
            HEIGHT)], "#ffdf9c", 62)
    person(c, 1180, 1010, 176, "#2b2f4a", "#16182b", "#8d6a52", "#12111c", bag="#3a2f3f")
    c.line([(1330, 1005), (1430, 1005)], "#12142a", 4)
    for wheel in (1330, 1430):
        c.arc(wheel, 1005, 34, 34, 0, 360, "#12142a", 4)
    c.line([(1330, 1005), (1366, 950), (1420, 950), (1430, 1005), (1384, 1005), (1366, 950)], "#12142a", 4)
    return c.finished(9, 0.26)


SCENES = {scene.__name__: scene for scene in (
    night_windows, clinic_evening, street_market, rain_street, last_bus, library_night)}
