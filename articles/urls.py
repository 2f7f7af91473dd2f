"""The public addresses of stories and what they are filed under."""

urlpatterns = []
