from django.apps import AppConfig


class JournalConfig(AppConfig):
    name = "halte.journal"
    label = "journal"
