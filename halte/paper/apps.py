from django.apps import AppConfig


class PaperConfig(AppConfig):
    name = "halte.paper"
    label = "paper"
