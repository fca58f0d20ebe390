import os
import threading
import time

from m800_phone_number import CountriesApi
from m800_phone_number.authenticated_client import AuthenticatedClient

client = AuthenticatedClient(
    os.environ["M800_BASE_URL"], os.environ["M800_SECURITY_TOKEN"], os.environ["M800_USERNAME"], os.environ["M800_PASSWORD"]
)
end = time.monotonic() + float(os.environ["SECONDS"])
outcomes = []


def run():
    while time.monotonic() < end:
        try:
            CountriesApi(client).list_countries()
            outcomes.append("read")
        except Exception as error:
            outcomes.append(repr(error))
        time.sleep(0.2)


threads = [threading.Thread(target=run) for _ in range(50)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
for outcome in set(outcomes):
    print(outcomes.count(outcome), outcome)
