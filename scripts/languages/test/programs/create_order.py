import os

from m800_phone_number import ApiClient, Configuration, CountriesApi, CreateOrderRequest

configuration = Configuration(host=os.environ["M800_BASE_URL"], access_token="test-token")
with ApiClient(configuration) as client:
    print(CountriesApi(client).create_order("HKG", CreateOrderRequest(quantity=2)).id)
