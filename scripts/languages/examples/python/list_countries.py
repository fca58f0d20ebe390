"""Lists the available countries."""

import os

from m800_phone_number import CountriesApi
from m800_phone_number.authenticated_client import AuthenticatedClient

with AuthenticatedClient(
    host=os.environ["M800_BASE_URL"],
    security_token=os.environ["M800_SECURITY_TOKEN"],
    username=os.environ["M800_USERNAME"],
    password=os.environ.get("M800_PASSWORD"),
) as client:
    for country in CountriesApi(client).list_countries().countries:
        print(country.code, country.name, f"+{country.prefix}")
