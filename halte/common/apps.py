from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "halte.common"
    label = "common"
