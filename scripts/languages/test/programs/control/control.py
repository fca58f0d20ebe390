import json
import os
import urllib.error
import urllib.request

from mock_control import (
    AdvanceClockRequest, ApiClient, ApiException, Configuration, ControlsApi, Fault, MockOptions, MocksApi, Reply, ReplyReply, RevokeTokensRequest,
)

operation = os.environ["OPERATION"]


def status_of(url):
    try:
        return urllib.request.urlopen(url).status
    except urllib.error.HTTPError as error:
        return error.code


def tell_refusal(call):
    try:
        call()
    except ApiException as error:
        print(json.loads(error.body)["message"])


with ApiClient(Configuration(host=os.environ["CONTROL_URL"], access_token=os.environ["CONTROL_SECRET"])) as client:
    mocks, controls = MocksApi(client), ControlsApi(client)
    mine = mocks.create_mock(MockOptions(token_lifetime_seconds=5))
    url = mine.base_url + os.environ["OPERATION_PATH"]
    fault = controls.add_fault(mine.mock, Fault(kind="status", status=503, operation=operation))
    print(status_of(url))
    controls.remove_fault(mine.mock, fault.id)
    print(status_of(url))
    for request in controls.list_requests(mine.mock, operation).requests:
        print(request.operation_id, request.status)
    before = controls.read_clock(mine.mock).now
    print(controls.advance_clock(mine.mock, AdvanceClockRequest(seconds=60)).now - before >= 60_000)
    controls.add_reply(mine.mock, Reply(operationId=operation, reply=ReplyReply(status=418, body={"a": [1]}), offSpec=True))
    tell_refusal(lambda: controls.add_reply(mine.mock, Reply(operationId="nothing", reply=ReplyReply(status=200))))
    controls.revoke_tokens(mine.mock, RevokeTokensRequest())
    print(len(controls.list_tokens(mine.mock).tokens))
    mocks.drop_mock(mine.mock)
    tell_refusal(lambda: mocks.get_mock(mine.mock))
