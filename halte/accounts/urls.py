"""Addresses of `accounts`: one's own account, the team, the devices. Signing in itself is in `sign_in_urls`."""

from django.urls import path

from halte.accounts.views import clock, devices, invitation, lock, me, shift, tablet, team

app_name = "accounts"

urlpatterns = [
    path("", me.me, name="me"),
    path("site/", me.choose_site, name="site"),
    path("sites/", me.sites, name="sites"),
    path("elsewhere/end/", me.end_elsewhere, name="end_elsewhere"),
    path("language/", me.choose_language, name="language"),
    path("invitation/<str:token>/", invitation.invitation, name="invitation"),
    path("team/", team.team, name="team"),
    path("team/invite/", team.invite, name="invite"),
    path("team/invitations/<uuid:invitation_id>/revoke/", team.revoke_invitation, name="revoke_invitation"),
    path("team/roles/<uuid:membership_id>/end/", team.end_role, name="end_role"),
    path("team/roles/<uuid:membership_id>/extend/", team.extend_role, name="extend_role"),
    path("team/people/<uuid:staff_id>/leaves/", team.leaves, name="leaves"),
    path("shift/", shift.shift, name="shift"),
    path("shift/badges/", shift.new_badge, name="new_badge"),
    path("shift/badges/<uuid:badge_id>/end/", shift.end_badge, name="end_badge"),
    path("shift/tablets/", shift.open_tablet, name="open_tablet"),
    path("shift/tablets/<uuid:device_id>/close/", shift.close_tablet, name="close_tablet"),
    path("tablet/", tablet.tablet, name="tablet"),
    path("tablet/scan/", tablet.scan, name="scan_badge"),
    path("tablet/badge/<str:secret>/", tablet.badge, name="badge"),
    path("tablet/digits/", tablet.digits, name="digits"),
    path("tablet/give-back/", tablet.give_back, name="give_back"),
    path("lock/", lock.lock, name="lock"),
    path("locked/", lock.locked, name="locked"),
    path("unlock/", lock.unlock, name="unlock"),
    path("clock/", clock.clock_is_right, name="clock_is_right"),
    path("here/", lock.here, name="here"),
    path("devices/", devices.devices, name="devices"),
    path("devices/<uuid:device_id>/revoke/", devices.revoke_device, name="revoke_device"),
]
