"""Bulk stories for trials: how the newsroom feels with a hundred thousand of them."""

import random
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from articles.enums import ArticleStatus
from articles.models import Article, Credit, Person, Section
from articles.words import mark_words

BATCH = 1000
PLACES = ("北湾", "石门", "东礁", "南屿", "望海路", "老码头", "新城", "滨河")
THINGS = ("步道", "菜市场", "渡口", "图书馆", "供暖管网", "候车亭", "养殖园", "卫生院")
NEWS = ("今日启用", "完成改造", "延长开放", "征求意见", "公布新时间", "迎来首批居民")
SENTENCES = (
    "项目负责人介绍，工程历时八个月，比原计划提前两周完工。",
    "附近居民说，以前要绕行二十分钟，现在出门就到。",
    "有关部门表示，后续将根据意见继续调整。",
    "记者在现场看到，来往的人不时停下脚步。",
    "这已是今年以来当地办成的第三件实事。",
)


class Command(BaseCommand):
    help = "Add N published stories for trials, a few minutes apart; for a database that may be thrown away."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int, metavar="N")

    def handle(self, *, number, **options):
        author = get_user_model().objects.order_by("pk").first()
        if not author:
            raise CommandError("There is no account to write the stories. Run demo or open_desk first.")
        if number < 1:
            raise CommandError("N must be 1 or more.")
        chance = random.Random(number)
        sections, people = list(Section.objects.all()), list(Person.objects.all()[:200])
        newest, made = timezone.now(), 0
        while made < number:
            size = min(BATCH, number - made)
            stories = [
                sample(chance, author, sections, newest - timedelta(minutes=5 * (made + n))) for n in range(size)
            ]
            with transaction.atomic():
                Article.objects.bulk_create(stories)
                Credit.objects.bulk_create(credit(story, chance.choice(people)) for story in stories if people)
            made += size
            self.stdout.write(f"{made} of {number}")


def sample(chance: random.Random, author, sections: list[Section], at) -> Article:
    headline = chance.choice(PLACES) + chance.choice(THINGS) + chance.choice(NEWS)
    return Article(
        headline=headline,
        headline_marked=mark_words(headline),
        summary=chance.choice(SENTENCES),
        body="".join(f"<p>{chance.choice(SENTENCES)}</p>" for _paragraph in range(chance.randint(4, 12))),
        section=chance.choice(sections) if sections else None,
        status=ArticleStatus.PUBLISHED,
        published_at=at,
        created_by=author,
    )


def credit(story: Article, person: Person) -> Credit:
    return Credit(article=story, person=person, printed_name=person.name, position=0)
