from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "halte.rights"
    label = "rights"

    def ready(self) -> None:
        """Say to every room which houses stand at a secret address."""
        from halte.rights.places.queries import secret_houses
        from halte.sites import secret

        secret.told_by(secret_houses)
