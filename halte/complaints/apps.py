from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    name = "halte.complaints"
    label = "complaints"
