from django.apps import AppConfig


class MycardConfig(AppConfig):
    name = "halte.mycard"
    label = "mycard"
