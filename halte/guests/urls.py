"""Addresses of cards."""

from django.urls import path

from halte.guests import views

app_name = "guests"

urlpatterns = [
    path("new/", views.new, name="new"),
    path("looks/", views.looks, name="looks"),
    path("looks/news/", views.look_news, name="look_news"),
    path("looks/<uuid:alarm_id>/seen/", views.tick_look, name="tick_look"),
    path("looks/decoy/<uuid:decoy_id>/end/", views.end_decoy, name="end_decoy"),
    path("known/", views.known, name="known"),
    path("lost/", views.lost, name="lost"),
    path("sheets/", views.sheets, name="sheets"),
    path("<uuid:guest_id>/about/", views.about, name="about"),
    path("<uuid:guest_id>/place/", views.place, name="place"),
    path("<uuid:guest_id>/together/", views.keep_together, name="keep_together"),
    path("<uuid:guest_id>/part/", views.part, name="part"),
    path("<uuid:guest_id>/apart/", views.apart, name="apart"),
    path("<uuid:guest_id>/apart/<uuid:kept_id>/end/", views.end_apart, name="end_apart"),
    path("<uuid:guest_id>/company/", views.add_company, name="add_company"),
    path("<uuid:guest_id>/own-card/", views.own_card, name="own_card"),
    path("<uuid:guest_id>/reissue/", views.reissue, name="reissue"),
    path("<uuid:guest_id>/sign/", views.sign, name="sign"),
    path("<uuid:guest_id>/merge/", views.merge, name="merge"),
    path("<uuid:guest_id>/protect/", views.protect, name="protect"),
    path("<uuid:guest_id>/close/", views.close, name="close"),
    path("<uuid:guest_id>/closed/", views.closed, name="closed"),
    path("<uuid:guest_id>/closed/agree/", views.agree, name="agree"),
    path("<uuid:guest_id>/closed/handed-over/", views.handed_over, name="handed_over"),
    path("<uuid:guest_id>/erase/", views.erase, name="erase"),
    path("<uuid:guest_id>/measures/", views.measures_of, name="measures"),
    path("measures/<uuid:measure_id>/agree/", views.agree_to_measure, name="agree_to_measure"),
    path("measures/<uuid:measure_id>/end/", views.end_measure, name="end_measure"),
    path("appeals/", views.appeals, name="appeals"),
    path("appeals/<uuid:measure_id>/", views.answer_appeal, name="answer_appeal"),
    path("<uuid:guest_id>/phone/", views.pair_phone, name="pair_phone"),
    path("<uuid:guest_id>/phone/end/", views.end_phones, name="end_phones"),
]
