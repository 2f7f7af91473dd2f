"""`load_sample N`: N plain public stories in bulk, to try how the newsroom behaves when it is full."""

import random
import time
from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.enums import ArticleStatus, CreditRole, PersonKind
from articles.models import Article, Credit, Person, Section, Tag, TaggedArticle
from newsroom.models import Account

BATCH = 1000
ACCOUNT = "sample"
PLACES = ["东港", "西岭", "南滩", "北湾", "石桥", "云台", "柳埠", "青塘", "沙河", "古城"]
THINGS = ["步道", "渔市", "学校", "卫生院", "灯塔", "果园", "公交线", "图书馆", "盐田", "文化站"]
DEEDS = ["今起开放", "完成改造", "迎来首批客人", "提前通水", "增开夜班", "评上先进", "试行新办法", "举办开放日"]
SENTENCES = [
    "清早的雾还没有散，门口已经排起了队。", "负责人说，工期比原来缩短了二十天。", "住在附近的居民打算每天来走一走。",
    "按照计划，剩下的部分年底前完成。", "记者在现场看到，新换的路灯全部亮着。", "这已经是今年的第三次调整。",
]  # fmt: skip


class Command(BaseCommand):
    help = "Adds N stories made by rule, published over the last ten years, for trials. They are not part of the demo."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int)

    def handle(self, *, number, **options):
        if not 1 <= number <= 1_000_000:
            raise CommandError(_("Say a number of stories from 1 to 1,000,000."))
        by, _made = Account.objects.get_or_create(username=ACCOUNT, defaults={"is_active": False})
        sections = [Section.objects.get_or_create(name=name)[0] for name in ("试用要闻", "试用民生", "试用文旅")]
        tags = [Tag.objects.get_or_create(name=place)[0] for place in PLACES]
        people = [_person(f"试用{place}", PersonKind.REPORTER) for place in PLACES]
        chance, started = random.Random(number), time.monotonic()
        for done in range(0, number, BATCH):
            size = min(BATCH, number - done)
            _add(size, number, done, chance, by, sections, tags, people)
            rate = (done + size) / (time.monotonic() - started)
            self.stderr.write(f"{done + size} / {number} ({rate:.0f}/s)")


def _person(name, kind) -> Person:
    return Person.objects.filter(name=name, kind=kind).first() or Person.objects.create(name=name, kind=kind)


@transaction.atomic
def _add(size, number, done, chance, by, sections, tags, people) -> None:
    """One batch: the stories, then their credits and tags."""
    now, span = timezone.now(), 10 * 365 * 24 * 3600
    articles = Article.objects.bulk_create(
        Article(
            headline=(headline := f"{chance.choice(PLACES)}{chance.choice(THINGS)}{chance.choice(DEEDS)}"),
            headline_marked=headline,
            summary=chance.choice(SENTENCES),
            body="".join(f"<p>{chance.choice(SENTENCES)}{chance.choice(SENTENCES)}</p>" for _line in range(8)),
            section=chance.choice(sections),
            place=chance.choice(PLACES),
            status=ArticleStatus.PUBLISHED,
            published_at=now - timedelta(seconds=span * (number - done - offset) / number),
            created_by=by,
        )
        for offset in range(size)
    )
    Credit.objects.bulk_create(
        Credit(article=article, person=person, printed_name=person.name, role=CreditRole.REPORTER, position=position)
        for article in articles
        for position, person in enumerate(chance.sample(people, 2))
    )
    TaggedArticle.objects.bulk_create(
        TaggedArticle(content_object=article, tag=tag) for article in articles for tag in chance.sample(tags, 2)
    )
