"""Lists the available countries, with a token that it fetches itself."""

import os

from m800_phone_number import ApiClient, AuthenticationApi, Configuration, CountriesApi, TokenRequest
from m800_phone_number.schemes import API_KEY_PREFIXES

configuration = Configuration(
    host=os.environ["M800_BASE_URL"],
    api_key={"m800Auth": os.environ["M800_SECURITY_TOKEN"]},
    api_key_prefix=API_KEY_PREFIXES,
)
with ApiClient(configuration) as client:
    request = TokenRequest(username=os.environ["M800_USERNAME"], password=os.environ.get("M800_PASSWORD"))
    configuration.access_token = AuthenticationApi(client).create_token(request).access_token
    for country in CountriesApi(client).list_countries().countries:
        print(country.code, country.name, f"+{country.prefix}")
