import com.m800.phonenumber.ApiClient;
import com.m800.phonenumber.AuthenticatedClient;
import com.m800.phonenumber.api.AuthenticationApi;
import com.m800.phonenumber.api.CountriesApi;
import com.m800.phonenumber.model.TokenRequest;
import java.util.List;
import java.util.concurrent.Callable;

public class TellErrors {
  public static void main(String[] args) {
    for (String url : System.getenv("M800_BASE_URLS").split(" ")) {
      List<Callable<Object>> calls = List.of(
          () -> new AuthenticationApi(new ApiClient().setBasePath(url)).createToken(new TokenRequest().username("u")),
          () -> new CountriesApi(AuthenticatedClient.create(url, System.getenv("KEY"), "u3er", System.getenv("PASSWORD"))).listCountries());
      for (var call : calls) {
        try {
          call.call();
          System.out.println("read: " + url);
        } catch (Exception e) {
          System.out.println("error: " + url);
          e.printStackTrace();
        }
      }
    }
    System.exit(0);
  }
}
