from django.apps import AppConfig


class TracingConfig(AppConfig):
    name = "halte.tracing"
    label = "tracing"
