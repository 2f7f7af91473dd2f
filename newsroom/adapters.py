"""How accounts behave here, for django-allauth."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        """Accounts are made by the desk."""
        return False

    def get_client_ip(self, request):
        return request.META["REMOTE_ADDR"]
