from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JournalConfig(AppConfig):
    name = "halte.journal"
    label = "journal"

    def ready(self) -> None:
        """Know of every app how its acts are taken back (`actions`) and spoken of (`said`)."""
        autodiscover_modules("actions", "said")
