from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "halte.web"
    label = "web"
