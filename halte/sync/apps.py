from django.apps import AppConfig


class SyncConfig(AppConfig):
    name = "halte.sync"
    label = "sync"
