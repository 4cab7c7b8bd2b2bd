from django.apps import AppConfig


class SitesConfig(AppConfig):
    name = "halte.sites"
    label = "sites"
