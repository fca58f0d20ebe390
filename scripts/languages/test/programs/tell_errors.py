import os
import traceback

from m800_phone_number import ApiClient, AuthenticationApi, Configuration, CountriesApi, TokenRequest
from m800_phone_number.authenticated_client import AuthenticatedClient

for url in os.environ["M800_BASE_URLS"].split():
    for call in (
        lambda: AuthenticationApi(ApiClient(Configuration(host=url))).create_token(TokenRequest(username="u")),
        lambda: CountriesApi(AuthenticatedClient(url, os.environ["KEY"], "u3er", os.environ["PASSWORD"])).list_countries(),
    ):
        try:
            call()
            print("read:", url)
        except Exception:
            print("error:", url)
            traceback.print_exc()
