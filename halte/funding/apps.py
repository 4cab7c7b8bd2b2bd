from django.apps import AppConfig


class FundingConfig(AppConfig):
    name = "halte.funding"
    label = "funding"
