"""The paper and brushes of the demo's pictures: gradients, layered land, water that mirrors, light, weather, grain.

Coordinates are those of the finished picture (1600 x 1067); everything is drawn at twice that size and reduced at the
end, so that edges are smooth. Equal seeds give equal pictures.
"""

import math
import random
from functools import cache

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1067
SCALE = 2


def colour(value) -> tuple[int, int, int]:
    return ImageColor.getrgb(value)[:3] if isinstance(value, str) else tuple(value)


def mix(first, second, share: float) -> tuple[int, int, int]:
    """The colour `share` of the way from `first` to `second`."""
    return tuple(round(a + (b - a) * share) for a, b in zip(colour(first), colour(second), strict=True))


def gradient(size, stops) -> Image.Image:
    """A vertical gradient; `stops` are (place from 0 to 1, colour) in order."""
    column = Image.new("RGB", (1, 512))
    for y in range(512):
        place = y / 511
        below = max((stop for stop in stops if stop[0] <= place), default=stops[0])
        above = min((stop for stop in stops if stop[0] >= place), default=stops[-1])
        span = above[0] - below[0]
        column.putpixel((0, y), mix(below[1], above[1], (place - below[0]) / span if span else 0))
    return column.resize(size, Image.Resampling.BILINEAR)


@cache
def _round_glow(power: float) -> Image.Image:
    """A disc of light, white in the middle, black at the rim."""
    return ImageChops.invert(Image.radial_gradient("L")).point(lambda v: round(255 * max(0, (v - 74) / 181) ** power))


class Canvas:
    def __init__(self, seed: int, sky):
        self.random = random.Random(seed)
        self.image = gradient((WIDTH * SCALE, HEIGHT * SCALE), sky)
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    # Shapes

    def _scaled(self, points):
        return [(x * SCALE, y * SCALE) for x, y in points]

    def polygon(self, points, fill, alpha=255):
        self.pen.polygon(self._scaled(points), fill=(*colour(fill), alpha))

    def line(self, points, fill, width=2.0, alpha=255):
        self.pen.line(
            self._scaled(points), fill=(*colour(fill), alpha), width=max(1, round(width * SCALE)), joint="curve"
        )

    def ellipse(self, x, y, rx, ry, fill, alpha=255):
        box = [(x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE]
        self.pen.ellipse(box, fill=(*colour(fill), alpha))

    def box(self, x, y, width, height, fill, alpha=255, radius=0):
        corners = [x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + height) * SCALE - 1]
        if radius:
            self.pen.rounded_rectangle(corners, radius * SCALE, fill=(*colour(fill), alpha))
        else:
            self.pen.rectangle(corners, fill=(*colour(fill), alpha))

    def arc(self, x, y, rx, ry, start, end, fill, width=2.0, alpha=255):
        box = [(x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE]
        self.pen.arc(box, start, end, fill=(*colour(fill), alpha), width=max(1, round(width * SCALE)))

    def shaded(self, points, stops, strokes=0, stroke_alpha=26):
        """A polygon filled with a vertical gradient, brushed over with `strokes` short strokes kept inside it."""
        scaled = self._scaled(points)
        left, top = (math.floor(min(p[i] for p in scaled)) for i in (0, 1))
        right, bottom = (math.ceil(max(p[i] for p in scaled)) for i in (0, 1))
        left, top = max(0, left), max(0, top)
        right, bottom = min(WIDTH * SCALE, right), min(HEIGHT * SCALE, bottom)
        if right <= left or bottom <= top:
            return
        size = (right - left, bottom - top)
        fill = gradient(size, stops)
        pen = ImageDraw.Draw(fill, "RGBA")
        for _number in range(strokes):
            x, y = self.random.uniform(-60, size[0]), self.random.uniform(0, size[1])
            length, tone = self.random.uniform(30, 190), self.random.choice((255, 0))
            slope = self.random.uniform(-0.12, 0.12)
            pen.line(
                [(x, y), (x + length, y + slope * length)],
                fill=(tone, tone, tone, self.random.randint(6, stroke_alpha)),
                width=self.random.randint(2, 7),
            )
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in scaled], fill=255)
        self.image.paste(fill, (left, top), mask)

    # Land, water

    def ridge(self, y, swing, waves=3.0, rough=0.0, left=-10, right=WIDTH + 10, step=8):
        """The points of a skyline around `y` that swings by `swing`, with `rough` small teeth."""
        parts = [
            (self.random.uniform(0.6, 1.4) * waves * (n + 1) / 2, self.random.uniform(0, math.tau), 1 / (n + 1))
            for n in range(4)
        ]
        points = []
        for x in range(int(left), int(right) + step, step):
            rise = sum(size * math.sin(phase + turn * math.tau * x / WIDTH) for turn, phase, size in parts)
            points.append((x, y + swing * rise / 2 + self.random.uniform(-rough, rough)))
        return points

    def land(self, y, swing, stops, waves=3.0, rough=0.0, strokes=0, bottom=HEIGHT):
        """Hills from a skyline down to `bottom`; returns the skyline."""
        points = self.ridge(y, swing, waves, rough)
        self.shaded([*points, (WIDTH + 10, bottom), (-10, bottom)], stops, strokes)
        return points

    def water(self, horizon, stops, mirror=0.5, ripples=500, light="#ffffff", dark="#0b2233", squeeze=1.0):
        """Water from `horizon` down, mirroring what stands above it and broken by ripples."""
        top, depth = round(horizon * SCALE), round((HEIGHT - horizon) * SCALE)
        surface = gradient((WIDTH * SCALE, depth), stops)
        if mirror:
            surface = Image.blend(surface, self._mirrored(top, depth, squeeze), mirror)
        self.image.paste(surface, (0, top))
        for _number in range(ripples):
            near = self.random.random() ** 1.7
            y = horizon + 3 + near * (HEIGHT - horizon)
            x, length = self.random.uniform(-50, WIDTH + 50), self.random.uniform(8, 26) + near * 150
            tone, alpha = (light, 20 + 50 * near) if self.random.random() < 0.5 else (dark, 14 + 30 * near)
            self.ellipse(x, y, length / 2, 0.6 + near * 2.6, tone, round(alpha * self.random.uniform(0.4, 1)))

    def _mirrored(self, top, depth, squeeze):
        """What is above `top`, upside down, swaying more the nearer it comes."""
        above = min(top, round(depth * squeeze))
        width = WIDTH // 2
        rows = depth // 4
        flipped = self.image.crop((0, top - above, WIDTH * SCALE, top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
        flipped = flipped.resize((width, rows), Image.Resampling.BOX)
        swayed = flipped.copy()
        for row in range(rows):
            sway = round(math.sin(row * 0.9 + math.sin(row * 0.23) * 3) * (0.5 + 5.0 * row / rows))
            swayed.paste(flipped.crop((0, row, width, row + 1)), (sway, row))
        return swayed.filter(ImageFilter.GaussianBlur(1.2)).resize((WIDTH * SCALE, depth), Image.Resampling.BILINEAR)

    def path_of_light(self, x, horizon, fill, spread=40, widen=150, count=260, alpha=150, bottom=HEIGHT):
        """The broken path a low light lays on water towards who looks."""
        for _number in range(count):
            near = self.random.random() ** 1.3
            y = horizon + 2 + near * (bottom - horizon)
            off = self.random.gauss(0, 0.4) * (spread + widen * near)
            length = self.random.uniform(6, 22) + near * 60
            self.ellipse(
                x + off,
                y,
                length / 2,
                0.8 + near * 2.4,
                fill,
                round(alpha * self.random.uniform(0.2, 1) * (1 - near * 0.5)),
            )

    # Light and air

    def glow(self, x, y, radius, fill, strength=1.0, power=1.6):
        """Light around a point, strongest in the middle."""
        side = max(2, round(radius * 2 * SCALE))
        mask = _round_glow(power).resize((side, side), Image.Resampling.BILINEAR)
        if strength < 1:
            mask = mask.point(lambda v: round(v * strength))
        self.image.paste(
            Image.new("RGB", (side, side), colour(fill)),
            (round(x * SCALE) - side // 2, round(y * SCALE) - side // 2),
            mask,
        )

    def mist(self, y, height, fill, alpha=150):
        """A soft level band of mist, densest at `y`."""
        size = (WIDTH * SCALE, round(height * 2 * SCALE))
        column = Image.new("L", (1, 256))
        for row in range(256):
            column.putpixel((0, row), round(alpha * math.sin(math.pi * row / 255) ** 2))
        mask = column.resize(size, Image.Resampling.BILINEAR)
        self.image.paste(Image.new("RGB", size, colour(fill)), (0, round((y - height) * SCALE)), mask)

    def clouds(self, y, height, fill, count=9, alpha=110, length=360):
        """Long soft clouds: ellipses on a small sheet, blurred and laid over."""
        sheet = Image.new("L", (WIDTH // 4, HEIGHT // 4))
        pen = ImageDraw.Draw(sheet)
        for _number in range(count):
            cx, cy = self.random.uniform(-50, WIDTH + 50), y + self.random.uniform(-height, height)
            for _puff in range(7):
                x, w = cx + self.random.uniform(-0.5, 0.5) * length, self.random.uniform(0.15, 0.4) * length
                h = w * self.random.uniform(0.07, 0.17)
                top = cy + self.random.uniform(-0.3, 0.3) * h
                pen.ellipse([(x - w) / 4, (top - h) / 4, (x + w) / 4, (top + h) / 4], fill=alpha)
        mask = sheet.filter(ImageFilter.GaussianBlur(5)).resize(self.image.size, Image.Resampling.BICUBIC)
        self.image.paste(Image.new("RGB", self.image.size, colour(fill)), (0, 0), mask)

    def haze(self, fill, alpha):
        """The whole picture one step further into the air."""
        self.image.paste(Image.blend(self.image, Image.new("RGB", self.image.size, colour(fill)), alpha))

    def rain(self, count=700, fill="#dfe9f2", alpha=60, slant=0.16):
        for _number in range(count):
            x, y = self.random.uniform(-40, WIDTH), self.random.uniform(-40, HEIGHT)
            length = self.random.uniform(14, 62)
            self.line(
                [(x, y), (x - slant * length, y + length)],
                fill,
                self.random.choice((0.5, 1, 1.4)),
                self.random.randint(15, alpha),
            )

    def snow(self, count=420, fill="#ffffff"):
        for _number in range(count):
            near = self.random.random() ** 3
            x, y = self.random.uniform(0, WIDTH), self.random.uniform(0, HEIGHT)
            self.ellipse(x, y, 1 + near * 5, 1 + near * 5, fill, round(self.random.uniform(60, 220) * (1 - near * 0.6)))

    def stars(self, bottom, count=260, fill="#ffffff"):
        for _number in range(count):
            x, y = self.random.uniform(0, WIDTH), self.random.uniform(0, bottom) * self.random.random() ** 0.4
            size = self.random.choice((0.6, 0.8, 1, 1, 1.5))
            self.ellipse(x, y, size, size, fill, self.random.randint(60, 230))

    def bird(self, x, y, span, fill, alpha=230, lift=0.35):
        for side in (-1, 1):
            self.line(
                [(x, y), (x + side * span * 0.25, y - span * lift), (x + side * span * 0.6, y - span * lift * 0.55)],
                fill, max(1.0, span / 12), alpha,
            )  # fmt: skip

    def finished(self, grain=9, vignette=0.16) -> Image.Image:
        """The picture at its own size, with the corners a little darker and the grain of paper."""
        image = self.image.reduce(SCALE)
        corner = _round_glow(0.6).resize((WIDTH + 700, HEIGHT + 700)).crop((350, 350, 350 + WIDTH, 350 + HEIGHT))
        shade = corner.point(lambda v: round(255 * (1 - vignette) + v * vignette))
        image = ImageChops.multiply(image, Image.merge("RGB", (shade,) * 3))
        noise = Image.frombytes("L", (400, 267), self.random.randbytes(400 * 267))
        sheet = Image.new("L", (WIDTH, HEIGHT))
        for column in range(4):
            for row in range(4):
                sheet.paste(noise, (column * 400, row * 267))
        sheet = sheet.point(lambda v: 128 + round((v - 128) * grain / 128))
        return ImageChops.overlay(image, Image.merge("RGB", (sheet,) * 3))
