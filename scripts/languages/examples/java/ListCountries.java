import com.m800.phonenumber.ApiClient;
import com.m800.phonenumber.Schemes;
import com.m800.phonenumber.api.AuthenticationApi;
import com.m800.phonenumber.api.CountriesApi;
import com.m800.phonenumber.model.TokenRequest;

/** Lists the available countries, with a token that it fetches itself. */
public class ListCountries {
  public static void main(String[] args) throws Exception {
    var client = Schemes.apply(new ApiClient()).setBasePath(System.getenv("M800_BASE_URL"));
    client.setApiKey(System.getenv("M800_SECURITY_TOKEN"));
    var request = new TokenRequest().username(System.getenv("M800_USERNAME")).password(System.getenv("M800_PASSWORD"));
    client.setBearerToken(new AuthenticationApi(client).createToken(request).getAccessToken());
    for (var country : new CountriesApi(client).listCountries().getCountries()) {
      System.out.println(country.getCode() + " " + country.getName() + " +" + country.getPrefix());
    }
  }
}
