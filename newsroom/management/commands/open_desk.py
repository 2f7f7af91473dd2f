"""Open a real desk: its first administrator, its own data and its sections, once."""

import getpass
import os
import sys

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from newsroom.reset_mail import password_link

SITE_FIELDS = {
    "name": "Name of the site, such as 岚港新闻网",
    "sponsor": "Sponsor 主办单位 (may be empty)",
    "outlet": "Outlet in bylines, such as 本报",
    "icp_number": "ICP number, such as 鲁ICP备12345678号-1 (may be empty)",
    "police_number": "Public security number, such as 鲁公网安备 37021102000001号 (may be empty)",
    "news_licence": "Internet news licence, digits only (may be empty)",
    "report_phone": "Phone for reports 举报电话 (may be empty)",
    "report_email": "Mailbox for reports (may be empty)",
}
NEEDED = {"name", "outlet"}
SECTIONS = ("要闻", "社会", "经济", "教育", "健康", "文体", "图片")


class Command(BaseCommand):
    help = (
        "Make the first administrator and the site's own data of a real desk. Asks on a terminal for what is not given."
    )

    def add_arguments(self, parser):
        parser.add_argument("--username", help="name of the first administrator (or DESK_USERNAME)")
        parser.add_argument("--email", help="e-mail of the first administrator (or DESK_EMAIL; may be empty)")
        parser.add_argument(
            "--set-later",
            action="store_true",
            help="give no password: print a link with which it is set within 24 hours",
        )
        for field, meaning in SITE_FIELDS.items():
            parser.add_argument(f"--{field.replace('_', '-')}", help=f"{meaning} (or DESK_{field.upper()})")
        parser.add_argument("--sections", help=f"comma list of sections (or DESK_SECTIONS); {','.join(SECTIONS)}")

    def handle(self, **options):
        refuse_unless_empty()
        site = self._site(options)
        account = self._account(options)
        sections = self._given("sections", options) or ",".join(SECTIONS)
        password = None if options["set_later"] else self._password(account)
        with transaction.atomic():
            refuse_unless_empty()
            account.set_password(password)
            account.save()
            account.groups.set(Group.objects.filter(name="admin"))
            site.save()
            section_model = apps.get_model("articles", "Section")
            for position, name in enumerate(filter(None, map(str.strip, sections.split(",")))):
                section_model.objects.get_or_create(name=name, defaults={"position": position})
        self.stdout.write(
            f"The desk of {site.name} is open. Sign in as {account.username} at {settings.SITE_URL}/admin/"
        )
        if password is None:
            self.stdout.write(f"Set the password within 24 hours: {password_link(account)}")

    # What is asked for, in this order: an option, the environment, the terminal.

    def _given(self, name: str, options) -> str | None:
        return options.get(name) if options.get(name) is not None else os.environ.get(f"DESK_{name.upper()}")

    def _ask(self, name: str, meaning: str, options, *, needed: bool, default: str = "") -> str:
        given = self._given(name, options)
        if given is not None:
            return given.strip()
        if not sys.stdin.isatty():
            if needed and not default:
                raise CommandError(
                    f"Give --{name.replace('_', '-')} or DESK_{name.upper()}: there is no terminal to ask on."
                )
            return default
        hint = f" [{default}]" if default else ""
        return input(f"{meaning}{hint}: ").strip() or default

    def _site(self, options):
        """The site's settings, filled and validated, not saved. CommandError names the option that makes no sense."""
        model = apps.get_model("articles", "SiteSettings")
        site = model.objects.filter(pk=1).first() or model(pk=1)
        for field, meaning in SITE_FIELDS.items():
            default = "本报" if field == "outlet" else ""
            setattr(site, field, self._ask(field, meaning, options, needed=field in NEEDED, default=default))
        missing = [field for field in NEEDED if not getattr(site, field)]
        if missing:
            raise CommandError(f"--{missing[0]} must not be empty.")
        _validated(site, SITE_FIELDS)
        return site

    def _account(self, options):
        """The first administrator, validated, not saved."""
        username = self._ask("username", "Name of the first administrator", options, needed=True)
        email = self._ask("email", "E-mail of the first administrator (may be empty)", options, needed=False)
        account = get_user_model()(username=username, email=email, is_staff=True, is_superuser=True)
        _validated(account, ["username", "email"])
        return account

    def _password(self, account) -> str:
        """The password, asked for twice, or DESK_PASSWORD; held to the same rules as any other."""
        password = os.environ.get("DESK_PASSWORD")
        if password is None:
            if not sys.stdin.isatty():
                raise CommandError("Give DESK_PASSWORD or --set-later: there is no terminal to ask for a password on.")
            password = getpass.getpass("Password: ")
            if password != getpass.getpass("Password again: "):
                raise CommandError("The two passwords differ. Nothing was made; start again.")
        try:
            validate_password(password, account)
        except ValidationError as error:
            raise CommandError(f"The password will not do: {' '.join(error.messages)}") from error
        return password


def refuse_unless_empty() -> None:
    """CommandError where a desk is open already or the demo is loaded."""
    if apps.get_model("articles", "DemoRecord").objects.exists():
        raise CommandError("The demo newsroom is loaded here. Remove it first: python manage.py demo --remove")
    open_already = get_user_model().objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if open_already:
        raise CommandError(
            f"This desk is open already; {open_already.get_username()} is an administrator. Nothing was changed. "
            "Further accounts are made in the admin."
        )


def _validated(row, fields) -> None:
    """Run the model's own rules on `fields` of `row`; CommandError names the first option that breaks one."""
    try:
        row.clean_fields(exclude=[field.name for field in row._meta.fields if field.name not in fields])
        row.validate_constraints()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        raise CommandError(f"--{field.replace('_', '-')}: {' '.join(messages)}") from error
