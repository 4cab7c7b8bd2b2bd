from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "halte.desk"
    label = "desk"
