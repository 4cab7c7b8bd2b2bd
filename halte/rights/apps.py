from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "halte.rights"
    label = "rights"
