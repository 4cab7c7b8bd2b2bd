from django.urls import path

from halte.web import views

app_name = "web"

urlpatterns = [
    path("", views.styleguide, name="styleguide"),
    path("<slug:name>/", views.screen, name="styleguide_screen"),
]
