from django.apps import AppConfig


class GuestsConfig(AppConfig):
    name = "halte.guests"
    label = "guests"
