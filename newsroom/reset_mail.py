"""The mail with which a forgotten password is set anew. Sent by a task, so that the page answers everyone alike."""

from urllib.parse import urlsplit

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django_tasks import task


def password_link(account) -> str:
    """Where `account` sets its password; the link ends with use, with a login, and after PASSWORD_RESET_TIMEOUT."""
    key = default_token_generator.make_token(account)
    path = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(account), key])
    return settings.SITE_URL + path


@task()
def send_reset_mail(address: str) -> int:
    """Write to each active account with this e-mail address; how many that were. A stranger gets nothing."""
    accounts = get_user_model().objects.filter(email__iexact=address, is_active=True)
    for account in accounts:
        context = {
            "account": account,
            "link": password_link(account),
            "host": urlsplit(settings.SITE_URL).hostname,
            "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
        }
        subject = render_to_string("account/email/password_reset_key_subject.txt", context).strip()
        body = render_to_string("account/email/password_reset_key_message.txt", context)
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [account.email])
    return len(accounts)
