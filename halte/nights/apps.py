from django.apps import AppConfig


class NightsConfig(AppConfig):
    name = "halte.nights"
    label = "nights"
