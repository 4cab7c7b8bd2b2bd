from django.apps import AppConfig


class AdviceConfig(AppConfig):
    name = "halte.advice"
    label = "advice"
