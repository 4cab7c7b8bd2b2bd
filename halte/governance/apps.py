from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "halte.governance"
    label = "governance"
