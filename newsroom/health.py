"""What the machine in front asks: is this host fit to serve? (promise R15)"""

import logging
import shutil

from django.conf import settings
from django.db import Error, connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from newsroom import heartbeat

logger = logging.getLogger("newsroom.health")

LEAST_FREE_BYTES = 200 * 1024 * 1024
"""Below this a day of uploads may not fit; a warning must come while there is still time to act."""
LONGEST_SILENCE = 90
"""Seconds: the scheduler beats every 20, and a slow round may cost it a beat or two."""


def _database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except Error:
        logger.exception("The database does not answer.")
        return "down"
    return "ok"


def _disk() -> str:
    try:
        free = min(shutil.disk_usage(place).free for place in (settings.VAR_DIR, settings.MEDIA_ROOT) if place.exists())
    except (OSError, ValueError):
        logger.exception("The disk does not answer.")
        return "down"
    return "ok" if free >= LEAST_FREE_BYTES else "nearly full"


def _scheduler() -> str:
    silence = heartbeat.seconds_since(heartbeat.SCHEDULER)
    if silence is None:
        return "never seen"
    return "ok" if silence <= LONGEST_SILENCE else "silent"


@never_cache
@require_safe
def healthz(request):
    """200 "ok", 200 "degraded" (serving goes on, someone should look) or 503 "down" (send readers elsewhere)."""
    checks = {"database": _database(), "disk": _disk(), "scheduler": _scheduler()}
    if "down" in checks.values():
        status = "down"
    else:
        status = "ok" if set(checks.values()) == {"ok"} else "degraded"
    return JsonResponse({"status": status, "checks": checks}, status=503 if status == "down" else 200)
