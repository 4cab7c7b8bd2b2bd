from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class GuestsConfig(AppConfig):
    name = "halte.guests"
    label = "guests"

    def ready(self) -> None:
        """Know of every service what it holds for a guest (`belongings`, and `measures` of our own)."""
        autodiscover_modules("belongings", "measures")
