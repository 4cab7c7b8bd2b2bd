from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "halte.reports"
    label = "reports"

    def ready(self) -> None:
        """Say to the paper room which days stand: nothing is entered from paper into them."""
        from halte.paper import standing_days
        from halte.reports import queries

        standing_days.told_by(lambda site, on: queries.closing_of(site, on) is not None)
