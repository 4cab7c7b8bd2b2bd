"""The camera of a tablet whose browser cannot read codes itself: frames come in, words go back, nothing is kept."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from halte.accounts import roles
from halte.accounts.doors import HalteRequest, needs
from halte.desk import camera


@needs(roles.DESK)
@require_POST
def decode(request: HalteRequest) -> HttpResponse:
    """What the code in this frame says, if it holds one."""
    if int(request.headers.get("Content-Length") or 0) > camera.MOST_BYTES:
        return JsonResponse({"code": ""}, status=413)
    try:
        width, height = int(request.GET["width"]), int(request.GET["height"])
        found = camera.code_in(request.body, width=width, height=height)
    except (KeyError, ValueError):
        return JsonResponse({"code": ""}, status=422)
    return JsonResponse({"code": found})
