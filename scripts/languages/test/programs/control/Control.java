import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openapitools.client.*;
import org.openapitools.client.api.*;
import org.openapitools.client.model.*;

public class Control {
  static int statusOf(String url) throws Exception {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding()).statusCode();
  }

  static void tellRefusal(Callable<?> call) throws Exception {
    try {
      call.call();
    } catch (ApiException error) {
      System.out.println(JsonParser.parseString(error.getResponseBody()).getAsJsonObject().get("message").getAsString());
    }
  }

  public static void main(String[] args) throws Exception {
    var operation = System.getenv("OPERATION");
    var client = new ApiClient().setBasePath(System.getenv("CONTROL_URL"));
    client.setBearerToken(System.getenv("CONTROL_SECRET"));
    var mocks = new MocksApi(client);
    var controls = new ControlsApi(client);
    var mine = mocks.createMock(new MockOptions().tokenLifetimeSeconds(5));
    var url = mine.getBaseUrl() + System.getenv("OPERATION_PATH");
    var fault = controls.addFault(mine.getMock(), new Fault().kind(Fault.KindEnum.STATUS).status(503).operation(operation));
    System.out.println(statusOf(url));
    controls.removeFault(mine.getMock(), fault.getId());
    System.out.println(statusOf(url));
    for (var request : controls.listRequests(mine.getMock(), operation).getRequests())
      System.out.println(request.getOperationId() + " " + request.getStatus());
    var before = controls.readClock(mine.getMock()).getNow();
    var after = controls.advanceClock(mine.getMock(), new AdvanceClockRequest().seconds(60.0)).getNow();
    System.out.println(after - before >= 60_000 ? "True" : "False");
    controls.addReply(mine.getMock(), new Reply().operationId(operation).offSpec(true)
        .reply(new ReplyReply().status(418).body(Map.of("a", List.of(1)))));
    tellRefusal(() -> controls.addReply(mine.getMock(), new Reply().operationId("nothing").reply(new ReplyReply().status(200))));
    controls.revokeTokens(mine.getMock(), new RevokeTokensRequest());
    System.out.println(controls.listTokens(mine.getMock()).getTokens().size());
    mocks.dropMock(mine.getMock());
    tellRefusal(() -> mocks.getMock(mine.getMock()));
  }
}
