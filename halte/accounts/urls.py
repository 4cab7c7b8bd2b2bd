"""Addresses of `accounts`: one's own account, the team, the devices. Signing in itself is in `sign_in_urls`."""

from django.urls import path

from halte.accounts.views import devices, invitation, me, team

app_name = "accounts"

urlpatterns = [
    path("", me.me, name="me"),
    path("site/", me.choose_site, name="site"),
    path("sites/", me.sites, name="sites"),
    path("language/", me.choose_language, name="language"),
    path("invitation/<str:token>/", invitation.invitation, name="invitation"),
    path("team/", team.team, name="team"),
    path("team/invite/", team.invite, name="invite"),
    path("team/invitations/<uuid:invitation_id>/revoke/", team.revoke_invitation, name="revoke_invitation"),
    path("team/roles/<uuid:membership_id>/end/", team.end_role, name="end_role"),
    path("team/roles/<uuid:membership_id>/extend/", team.extend_role, name="extend_role"),
    path("devices/", devices.devices, name="devices"),
    path("devices/<uuid:device_id>/revoke/", devices.revoke_device, name="revoke_device"),
]
