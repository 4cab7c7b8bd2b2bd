from django.apps import AppConfig


class NightsConfig(AppConfig):
    name = "halte.nights"
    label = "nights"

    def ready(self) -> None:
        """Register how acts are taken back."""
        from halte.nights import actions  # noqa: F401
