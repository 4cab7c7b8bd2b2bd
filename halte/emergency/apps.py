from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    name = "halte.emergency"
    label = "emergency"
