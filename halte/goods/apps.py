from django.apps import AppConfig


class GoodsConfig(AppConfig):
    name = "halte.goods"
    label = "goods"
